import { faultsOfRehearsal } from './rehearsal.judge.js';

const HELD = {
  voters: 500,
  acknowledged: 500,
  stored: 500,
  missing: 0,
  counted: 500,
  closes: 1,
  differing: 0,
  record: [],
};

describe('the judge of a rehearsal', () => {
  it('has nothing to say where acknowledged = stored = counted', () => {
    expect(faultsOfRehearsal(HELD)).toEqual([]);
  });

  it.each([
    ['a voter who got no answer', { acknowledged: 499, stored: 499, counted: 499 }, '499 of 500'],
    ['a lost ballot', { stored: 499, missing: 1, counted: 499 }, '499 are stored'],
    ['one lost and another doubled', { missing: 1 }, '1 acknowledged'],
    ['a ballot that was not counted', { counted: 499 }, '499 were counted'],
    ['a poll that closed twice', { closes: 2 }, 'closed 2 times'],
    ['a poll that did not close', { closes: 0 }, 'closed 0 times'],
    ['a retry that got another answer', { differing: 1 }, 'different answers'],
    ['a record that does not hold', { record: ['the chain breaks'] }, 'the chain breaks'],
  ])('names %s', (_, change, words) => {
    expect(faultsOfRehearsal({ ...HELD, ...change }).join('; ')).toContain(words);
  });
});
