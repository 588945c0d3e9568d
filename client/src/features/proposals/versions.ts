import type { ProposalText, ProposalView } from '../../../../src/proposals/proposals.contract.js';

/** A kept version by its number, or the text as it stands. */
export type VersionChoice = number | 'now';

/** The version that the address names, or null where the proposal has none such. */
export function choiceOf(
  proposal: Pick<ProposalView, 'versions'>,
  named: string | null,
): VersionChoice | null {
  if (named === 'now') return 'now';
  return proposal.versions.find(({ number }) => String(number) === named)?.number ?? null;
}

/** What is compared where the address does not say: the last version with the one before it, or with what stands. */
export function chosenVersions(
  proposal: Pick<ProposalView, 'versions'>,
  from: string | null,
  to: string | null,
): readonly [from: VersionChoice, to: VersionChoice] {
  const last = proposal.versions.at(-1)?.number ?? 'now';
  const before = proposal.versions.at(-2)?.number;
  return [choiceOf(proposal, from) ?? before ?? last, choiceOf(proposal, to) ?? (before ? last : 'now')];
}

type Text = Omit<ProposalText, 'stale'>;

/** The languages that either state has, the one it was written in first. */
export function languagesOf(source: string, ...states: readonly (readonly Text[])[]): string[] {
  const all = new Set(states.flatMap((texts) => texts.map(({ lang }) => lang)));
  return [...all].sort((a, b) => Number(b === source) - Number(a === source) || a.localeCompare(b));
}
