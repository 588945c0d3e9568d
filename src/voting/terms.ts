import { BadPoll } from './counting/poll-input.js';
import { readPoll } from './counting/read-poll.js';
import { countRule, isMotion } from './counting/terms.js';
import { DEFAULT_RANGE, DEFAULT_TERMS, type PollTerms } from './polls.contract.js';

/** Terms with everything that was left open filled in. */
export function completeTerms(given: Partial<PollTerms> & Pick<PollTerms, 'rule'>): PollTerms {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const terms: PollTerms = { ...DEFAULT_TERMS, rule: given.rule, ...Object.fromEntries(said) };
  return { ...terms, scoreRange: terms.method === 'score' ? (terms.scoreRange ?? DEFAULT_RANGE) : null };
}

/** Why a poll cannot be held on these terms, in a sentence; null if it can. */
export function faultOfTerms(terms: PollTerms): string | null {
  return wontCount(terms) ?? contradiction(terms);
}

function wontCount({
  method,
  options,
  seats,
  choicesMax,
  scoreRange,
  unranked,
  rule,
}: PollTerms): string | null {
  const ids = options.map(({ id }) => id);
  try {
    readPoll({
      method,
      ...(!isMotion(method) && { options: ids }),
      seats,
      choicesMax,
      scoreRange,
      unranked,
      rule: countRule(rule),
      ballots: [],
      present: 0,
      entitled: 0,
    });
    return null;
  } catch (error) {
    if (error instanceof BadPoll) return error.message;
    throw error;
  }
}

function contradiction(terms: PollTerms): string | null {
  const { method, options, secrecy, electorate } = terms;
  const said: readonly (readonly [boolean, string])[] = [
    [isMotion(method) && options.length > 0, 'a yes-no-abstain poll has its own options'],
    [terms.choicesMax > Math.max(1, options.length), 'more options may be chosen than there are'],
    [
      secrecy === 'secret' && terms.changeable,
      'a secret vote cannot be changed: nobody knows which ballot it is',
    ],
    [secrecy === 'secret' && terms.confirmed, 'a secret vote cannot be confirmed by a second person'],
    [secrecy !== 'roll-call' && terms.live, 'only a roll call is seen while it goes on'],
    [electorate !== 'cities' && terms.confirmed, 'only a vote by city is confirmed by a second person'],
    [electorate === 'cities' && terms.proxies, 'a city has no proxy: its deputies vote for it'],
    [
      (electorate === 'circle') !== terms.circle.length > 0,
      'a circle, and only a circle, lists its participants',
    ],
    [
      isMotion(method) && terms.tieBreak !== 'none',
      'a motion that is tied is not carried: there is no tie to break',
    ],
  ];
  return said.find(([wrong]) => wrong)?.[1] ?? null;
}
