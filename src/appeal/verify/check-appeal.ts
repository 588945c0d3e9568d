import { recordFaults } from '../../voting/counting/check-record.js';
import type { MotionTally } from '../../voting/counting/counting.contract.js';
import { type PollRecord, RECORD_FORMAT } from '../../voting/records.contract.js';
import { FATES } from '../appeal.contract.js';
import { standsIn } from '../quotes.js';
import {
  type AppealDocument,
  CONTRIBUTIONS_FORMAT,
  type ContributionsDocument,
  type PollDocument,
  VOTE_SIDES,
  type VoteTally,
} from '../release/release.format.js';
import type { Check } from './check.js';
import { type Finding, finding } from './findings.js';

const APPEAL = 'appeal.json';
const CONTRIBUTIONS = 'contributions.json';

/** That what the appeal says of its sources, fates and votes is so. */
export function checkAppeal(check: Check, appeal: AppealDocument): void {
  const said = check.json<ContributionsDocument>(CONTRIBUTIONS, (it) => it.format === CONTRIBUTIONS_FORMAT);
  if (said) check.attempt(APPEAL, () => checkSources(check, appeal, said));
  if (said) check.attempt(APPEAL, () => checkDiscussed(check, appeal, said));
  check.attempt(APPEAL, () => checkFates(check, appeal));
  check.attempt(APPEAL, () => checkPolls(check, appeal));
}

function checkSources(
  check: Check,
  { clauses }: AppealDocument,
  { contributions }: ContributionsDocument,
): void {
  const known = new Map(contributions.map((each) => [`${each.kind} ${each.id}`, each]));
  const faults: Finding[] = [];
  let quotes = 0;
  for (const { anchor, sources, editorial, texts } of clauses) {
    const clause = { path: APPEAL, anchor };
    if (sources.length === 0 && editorial === null) faults.push(finding('clause.no-source', clause));
    for (const source of sources) {
      quotes += 1;
      const from = known.get(`${source.contribution.kind} ${source.contribution.id}`);
      const found = from?.texts.some(
        ({ title, text }) => title.includes(source.quote) || text.includes(source.quote),
      );
      if (!found) faults.push(finding('source.unknown', { ...clause, file: CONTRIBUTIONS }));
      if (source.use !== 'inspired' && !standsIn(source, texts))
        faults.push(finding('quote.not-in-clause', clause));
    }
  }
  check.note(faults, 'quotes.stand', { quotes, clauses: clauses.length });
}

/** What is annexed of the discussions stands to the letter in what was said. */
function checkDiscussed(
  check: Check,
  { discussed = [] }: AppealDocument,
  { contributions }: ContributionsDocument,
): void {
  const quotes = discussed.flatMap((topic) => topic.quotes);
  if (quotes.length === 0) return;
  const textsOf = new Map(contributions.map(({ kind, id, texts }) => [`${kind} ${id}`, texts]));
  const strays = quotes.filter(({ contribution: { kind, id }, quote }) => {
    const texts = textsOf.get(`${kind} ${id}`) ?? [];
    return !texts.some(({ text }) => text.includes(quote));
  });
  check.note(
    strays.map(() => finding('discussed.unknown', { path: APPEAL, file: CONTRIBUTIONS })),
    'discussed.stands',
    { quotes: quotes.length },
  );
}

function checkFates(check: Check, { fates, coverage }: AppealDocument): void {
  const counted = FATES.every(
    (fate) => fates.filter((each) => each.fate === fate).length === coverage.byFate[fate],
  );
  const holds = counted && fates.length === coverage.total;
  check.note(holds ? [] : [finding('fates.differ', { path: APPEAL })], 'fates.add-up', {
    count: fates.length,
  });
}

function checkPolls(check: Check, { polls }: AppealDocument): void {
  for (const { id, pollId, adopted, tally } of polls) {
    const path = `polls/${id}.json`;
    const record = check.json<PollRecord>(
      path,
      (it) => it.format === RECORD_FORMAT && it.definition.roundId === id,
    );
    if (!record) continue;
    check.attempt(path, () => {
      const faults = faultsIn(record, path);
      const told = { pollId, adopted, tally };
      if (!isSame(told, record)) faults.push(finding('vote.result', { path, file: APPEAL }));
      check.note(faults, 'vote.recounted', { id, count: record.ballots.length });
    });
  }
}

/** Whether what an appeal tells of a vote is what its record has. */
function isSame(
  { pollId, adopted, tally }: Pick<PollDocument, 'pollId' | 'adopted' | 'tally'>,
  { definition, result }: PollRecord,
): boolean {
  const counted = result.tally as MotionTally;
  const isCounted = (told: VoteTally): boolean =>
    VOTE_SIDES.every(
      (side) => told[side].heads === counted[side]?.heads && told[side].weight === `${counted[side]?.weight}`,
    );
  return (
    adopted === result.adopted &&
    (pollId ?? definition.pollId) === definition.pollId &&
    (!tally || isCounted(tally))
  );
}

/** What is wrong with a record, each with the file that it stands in. Throws on what is no record at all. */
export function faultsIn(record: PollRecord, path: string | null): Finding[] {
  const where: Finding['details'] = path === null ? {} : { path };
  return recordFaults(record).map(({ code, at = 0 }) => finding(`record.${code}`, { ...where, at }));
}
