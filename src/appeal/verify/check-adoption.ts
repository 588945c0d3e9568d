import { LANGS } from '../../kernel/localized.js';
import type { PollRecord } from '../../voting/records.contract.js';
import { appealText, hashOfLanguages, languageHashes } from '../adoption/text-hash.js';
import type { AppealDocument, SignatureDocument } from '../release/release.format.js';
import { proofHolds } from '../signatures/proof.js';
import { statementHash } from '../signatures/statement.js';
import type { Check } from './check.js';
import { type Finding, finding } from './findings.js';

const PATH = 'appeal.json';

/** That these words, and no others, were adopted by the vote that is named, and are what the cities signed. */
export function checkAdoption(check: Check, appeal: AppealDocument): void {
  check.attempt(PATH, () => {
    const hashes = languageHashes(appealText(appeal));
    if (hashOfLanguages(hashes) !== appeal.textHash) check.faults.push(finding('text.other', { path: PATH }));
    checkVote(check, appeal, hashes);
    checkSignatures(check, appeal);
  });
}

/** The record itself is counted again where all votes are (`checkAppeal`): here, that it is the vote on this text. */
function checkVote(check: Check, appeal: AppealDocument, hashes: Readonly<Record<string, string>>): void {
  const { adoption, polls } = appeal;
  const named = polls.find(({ id }) => id === adoption?.round);
  const path = `polls/${adoption?.round}.json`;
  const record = named?.adopted ? check.json<PollRecord>(path, () => true) : null;
  const subject = record?.definition.subject;
  const same = LANGS.every((lang) => subject?.textHashes[lang] === hashes[lang]);
  const holds = subject?.kind === 'appeal' && same && record?.result.adopted === true;
  check.note(holds ? [] : [finding('adoption.other', { path: PATH })], 'adoption.holds', {
    id: adoption?.round ?? '',
    hash: appeal.textHash,
  });
}

function checkSignatures(check: Check, appeal: AppealDocument): void {
  const { signatures, cities, textHash } = appeal;
  const known = new Map(cities.map(({ id, name }) => [id, name.en]));
  const anchors = new Set(appeal.clauses.map(({ anchor }) => anchor));
  const signed = new Set<string>();
  const faults: Finding[] = [];
  for (const each of signatures) {
    const { city, reservations } = each;
    const at = { path: PATH, city: known.get(city) ?? city };
    if (!known.has(city) || signed.has(city)) faults.push(finding('signing.city', at));
    signed.add(city);
    const reserved = reservations.length > 0;
    const named = reservations.every(({ clause }) => anchors.has(clause));
    if (reserved !== (each.act === 'reserved') || !named) faults.push(finding('signing.clause', at));
    if (statementHash({ ...each, textHash }) !== each.hash) faults.push(finding('signing.other', at));
    if (!confirmed(each)) faults.push(finding('signing.proof', at));
  }
  const acts = (act: string): number => signatures.filter((each) => each.act === act).length;
  const counts = { signed: acts('signed'), reserved: acts('reserved'), abstained: acts('abstained') };
  const proven = signatures.filter(({ proof }) => proof !== null).length;
  check.note(faults, 'signatures.hold', { ...counts, proven, hash: textHash });
}

function confirmed({ confirmedBy, proof, hash }: SignatureDocument): boolean {
  return confirmedBy === 'passkey' ? proof !== null && proofHolds(proof, hash) : proof === null;
}
