/** What a rehearsal saw. */
export interface RehearsalFigures {
  readonly voters: number;
  /** Ballots that a voter was told are in. */
  readonly acknowledged: number;
  /** Rows of ballots, read from the database after the close. */
  readonly stored: number;
  /** Acknowledged ballots that are not among the stored ones, by their codes. */
  readonly missing: number;
  /** Ballots in the result of the close. */
  readonly counted: number;
  /** Of the closes that were pressed at once, how many closed. */
  readonly closes: number;
  /** Answers to one ballot that were not the same. */
  readonly differing: number;
  /** What is wrong with the published record, in words. */
  readonly record: readonly string[];
}

/** What went wrong, in sentences; empty if acknowledged = stored = counted, and everything else held. */
export function faultsOfRehearsal(figures: RehearsalFigures): string[] {
  const { voters, acknowledged, stored, missing, counted, closes, differing, record } = figures;
  const said: readonly (readonly [boolean, string])[] = [
    [acknowledged !== voters, `${acknowledged} of ${voters} voters were told that their vote is in`],
    [stored !== acknowledged, `${acknowledged} ballots were acknowledged and ${stored} are stored`],
    [missing > 0, `${missing} acknowledged ballots are not in the box`],
    [counted !== stored, `${stored} ballots are stored and ${counted} were counted`],
    [closes !== 1, `the poll was closed ${closes} times`],
    [differing > 0, `${differing} voters got different answers to the same ballot`],
  ];
  return [...said.flatMap(([wrong, fault]) => (wrong ? [fault] : [])), ...record];
}
