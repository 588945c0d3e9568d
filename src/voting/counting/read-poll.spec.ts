import { count } from './count.js';
import { BadPoll } from './poll-input.js';

describe('what cannot be counted', () => {
  const poll = { method: 'plurality', options: ['A', 'B'], ballots: [{ choice: 'A' }] };
  it.each([
    [null, 'the poll is no object'],
    [{ ...poll, method: 'coin' }, 'method is none of'],
    [{ ...poll, options: ['A', 'A'] }, 'an option is there twice'],
    [{ ...poll, ballots: [{ choice: 'Z' }] }, 'ballots[0] names "Z", which is no option'],
    [{ ...poll, choicesMax: 2, ballots: [{ choices: ['A', 'A'] }] }, 'ballots[0] names an option twice'],
    [{ ...poll, ballots: [{ choices: ['A', 'B'] }] }, 'ballots[0] chooses 2 options'],
    [{ ...poll, ballots: [{ choice: 'A', weight: 0.5 }] }, 'ballots[0].weight is no whole number'],
    [{ ...poll, ballots: [{ choice: 'A', weight: 0 }] }, 'ballots[0].weight is not above nothing'],
    [{ ...poll, seats: 3 }, 'there are 3 seats and 2 options'],
    [{ ...poll, method: 'irv', ballots: [{ ranking: [['A', 'B']] }] }, 'ranks options equally'],
    [{ ...poll, rule: { base: 'entitled' } }, 'the rule needs the number of entitled'],
    [{ ...poll, tieBreak: ['Z'] }, 'tieBreak names an option that is not there'],
  ])('is refused: %j', (bad, words) => {
    expect(() => count(bad)).toThrow(BadPoll);
    expect(() => count(bad)).toThrow(words);
  });
});
