import { makeDefinition, makeRecord, RECORD_KEY, rollLine } from '../../../test/support/records.js';
import type { PollRecord } from '../records.contract.js';
import { faultsOfRecord } from './check-record.js';
import { hashSeed } from './record.js';
import { sealRecord } from './seal-record.js';

const YES = { choice: 'yes' } as const;
const NO = { choice: 'no' } as const;
const OPTIONS = ['1', '2', '3'].map((id) => ({ id, text: { ar: id, fr: id, en: id } }));

const named = makeRecord(makeDefinition(['a', 'b', 'c'].map((id) => rollLine(id))), [
  ['a', YES],
  ['b', YES],
  ['c', NO],
]);
const secret = makeRecord(
  makeDefinition(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => rollLine(id, { weight: at < 3 ? '1' : '2' })),
    {
      terms: { secrecy: 'secret', method: 'irv', options: OPTIONS, tieBreak: 'lot' },
      lotHash: hashSeed('s'),
    },
  ),
  [
    ['a', { ranking: [['1'], ['2']] }],
    ['b', { ranking: [['2']] }],
    ['e', { blank: true }],
  ],
  { seed: 's' },
);

/** `sealed`: whoever altered it also made its chain and signature anew, with a key of their own. */
function changed(record: PollRecord, change: (copy: any) => void, sealed = false): string {
  const copy = structuredClone(record);
  change(copy);
  return faultsOfRecord(sealed ? sealRecord(copy, RECORD_KEY) : copy).join('; ');
}

describe('the record of a round', () => {
  it.each([
    ['named', named],
    ['secret', secret],
  ])('holds as it was sealed, %s, its ballots in the order of their codes', (_, record) => {
    expect(faultsOfRecord(record)).toEqual([]);
    const codes = record.ballots.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toHaveLength(3);
  });

  it('of a secret poll names nobody beside a ballot', () => {
    const known = ['voterId', 'casterId', 'confirmerId'] as const;
    expect(secret.ballots.flatMap((ballot) => known.map((name) => ballot[name]))).toEqual(
      Array(9).fill(null),
    );
    expect(secret.voted).toEqual(['a', 'b', 'e']);
  });

  it.each<[string, (record: any) => void, string]>([
    [
      'another choice',
      (r) => (r.ballots[0].ballot.choice = 'abstain'),
      'chain of ballots breaks at ballot 1',
    ],
    ['a dropped ballot', (r) => r.ballots.pop(), 'do not count to the result'],
    ['two ballots swapped', (r) => r.ballots.reverse(), 'chain of ballots breaks'],
    ['a ballot from nobody', (r) => (r.ballots[0].voterId = 'z'), 'from nobody on the roll'],
    ['another weight', (r) => (r.definition.roll[0].weight = '2'), 'not the one that was hashed'],
    ['another rule', (r) => (r.definition.terms.rule.majority = 'simple'), 'not the one that was hashed'],
    ['another result', (r) => (r.result.adopted = !r.result.adopted), 'do not count to the result'],
    ['another time', (r) => (r.closedAt = '2015-01-01T00:00:00.000Z'), 'signature does not fit'],
    ['another sentence', (r) => (r.result.explanation[0].fr = 'Non'), 'do not count to the result'],
  ])('names %s', (_, change, fault) => {
    expect(changed(named, change)).toContain(fault);
  });

  it.each<[string, (record: any) => void, string]>([
    ['a voter twice', (r) => (r.ballots[0].voterId = r.ballots[1].voterId), 'somebody voted twice'],
    ['somebody else’s hand', (r) => (r.ballots[0].casterId = 'z'), 'could not vote for its voter'],
    ['a heavier ballot', (r) => (r.ballots[0].weight = '9'), 'another weight or group than its voter'],
    ['a code twice', (r) => (r.ballots[0].code = r.ballots[1].code), 'a tracking code is there twice'],
    ['the secrecy gone', (r) => (r.voted = []), 'the secrecy is not the one'],
  ])('names %s, sealed anew', (_, change, fault) => {
    expect(changed(named, change, true)).toContain(fault);
  });

  it.each<[string, (record: any) => void, string]>([
    [
      'a ballot too many',
      (r) => r.ballots.push({ ...r.ballots[0], code: `${'Z'.repeat(26)}` }),
      'not as many',
    ],
    ['a ballot of another weight', (r) => (r.ballots[0].weight = '7'), 'not of the weights'],
    ['a voter more', (r) => r.voted.push('c'), 'not as many'],
    ['a voter from nowhere', (r) => (r.voted[0] = 'z'), 'somebody voted who is not on the roll'],
    ['a name', (r) => (r.ballots[0].voterId = 'a'), 'a secret ballot names somebody'],
    ['another seed', (r) => (r.seed = 't'), 'seed of the lot is not the one'],
  ])('of a secret poll names %s, sealed anew', (_, change, fault) => {
    expect(changed(secret, change, true)).toContain(fault);
  });

  it('counts votes by hand that two people entered, and names those that one did, or that are too many', () => {
    const definition = makeDefinition(['a', 'b', 'c', 'd'].map((id) => rollLine(id)));
    const hand = { lines: [{ ballot: NO, votes: 2 }], enteredBy: ['m1', 'm2'] };
    const record = makeRecord(definition, [['a', YES]], { hand });
    expect(faultsOfRecord(record)).toEqual([]);
    expect(record.result).toMatchObject({ adopted: false, byHand: 2, cast: { ballots: 3 } });
    expect(changed(record, (r) => (r.hand.enteredBy = ['m1', 'm1']), true)).toContain('by two people');
    expect(changed(record, (r) => (r.hand.lines[0].votes = 4), true)).toContain('more votes than voters');
  });
});
