import type { PollDefinition, PollRecord } from '../voting.contract.js';
import { faultsOfRecord, sealRecord } from './record.js';

const inAll = (text: string) => ({ ar: text, fr: text, en: text });
const definition: PollDefinition = {
  pollId: 'p',
  method: 'yes-no-abstain',
  question: inAll('Adopt?'),
  rule: { majority: 'two-thirds', base: 'votes' },
  subject: { kind: 'proposal', id: 's', textHashes: { fr: 'ab' } },
  roll: ['a', 'b', 'c'].map((id) => ({ participantId: id, name: id, city: inAll(id), weight: '1' })),
};
const record = sealRecord(definition, [
  { participantId: 'c', choice: 'no', receipt: 'R1' },
  { participantId: 'a', choice: 'yes', receipt: 'R3' },
  { participantId: 'b', choice: 'yes', receipt: 'R2' },
]);

const changed = (change: (copy: { -readonly [K in keyof PollRecord]: any }) => void): string[] => {
  const copy = structuredClone(record);
  change(copy as never);
  return faultsOfRecord(copy);
};

describe('the record of a poll', () => {
  it('holds as it was sealed, its ballots in the order of receipts', () => {
    expect(faultsOfRecord(record)).toEqual([]);
    expect(record.ballots.map(({ receipt }) => receipt)).toEqual(['R1', 'R2', 'R3']);
    expect(record.result.adopted).toBe(true);
  });

  it.each([
    ['another choice', (r: any) => (r.ballots[0].choice = 'yes'), 'chain of ballots breaks at ballot 1'],
    ['a dropped ballot', (r: any) => r.ballots.pop(), 'do not count to the result'],
    ['two ballots swapped', (r: any) => r.ballots.reverse(), 'chain of ballots breaks'],
    ['a ballot from nobody', (r: any) => (r.ballots[0].participantId = 'z'), 'from nobody on the roll'],
    ['a voter twice', (r: any) => (r.ballots[0].participantId = 'a'), 'somebody voted twice'],
    ['another weight', (r: any) => (r.definition.roll[0].weight = '2'), 'not the one that was hashed'],
    ['another rule', (r: any) => (r.definition.rule.majority = 'simple'), 'not the one that was hashed'],
    ['another result', (r: any) => (r.result.adopted = false), 'do not count to the result'],
  ])('names %s', (_, change, fault) => {
    expect(changed(change).join('; ')).toContain(fault);
  });
});
