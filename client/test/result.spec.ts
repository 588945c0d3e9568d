import { count } from '../../src/voting/counting/count.js';
import type { Method, Round } from '../../src/voting/counting/counting.contract.js';
import type { PollResult, PollTerms } from '../../src/voting/polls.contract.js';
import { motionOf, stackOf, stackOfGroups } from '../src/features/voting/motion-tally.js';
import { BEGINNING, termsOf } from '../src/features/voting/poll-form.js';
import { resultSentences, type Words } from '../src/features/voting/result-words.js';
import { EXHAUSTED, flowOf, passed } from '../src/features/voting/transfer-flow.js';
import { verdictKey, verdictTone } from '../src/features/voting/verdict.js';
import { exactText } from '../src/features/voting/weight.js';
import { translated } from './translated.js';

const NAMES: Readonly<Record<string, string>> = { 1: 'Amina', 2: 'Rui', 3: 'Keita', 4: 'Souad' };

/** What the server counts, by the same functions. */
function counted(poll: Record<string, unknown>, heads = 60): PollResult {
  return { ...count({ entitled: heads, ...poll }), entitled: { heads, weight: String(heads) }, byHand: 0 };
}

const times = (votes: number, ballot: Record<string, unknown>) => Array.from({ length: votes }, () => ballot);
const sides = (yes: number, no: number, abstain = 0) => [
  ...times(yes, { choice: 'yes' }),
  ...times(no, { choice: 'no' }),
  ...times(abstain, { choice: 'abstain' }),
];

async function said(
  terms: Partial<PollTerms>,
  poll: Record<string, unknown>,
  { present = null, lang = 'en' }: { present?: number | null; lang?: 'ar' | 'fr' | 'en' } = {},
): Promise<readonly string[]> {
  const t = await translated(lang);
  const words: Words = {
    t,
    number: String,
    exact: (value) => exactText(value, 'en-GB'),
    names: (ids) => ids.map((id) => NAMES[id]).join(', '),
  };
  const whole = { ...(termsOf(BEGINNING) as PollTerms), ...terms };
  const result = counted({
    method: whole.method,
    seats: whole.seats,
    ...poll,
    ...(present !== null && { present }),
  });
  return resultSentences({ terms: whole, present }, result, words);
}

describe('the sentence of a vote on a text', () => {
  const twoThirds = { majority: 'two-thirds', base: 'cast' } as const;

  it('says what there was and what was needed', async () => {
    const of = 'of all the votes cast, blank and invalid ones included';
    expect(await said({ rule: twoThirds }, { rule: twoThirds, ballots: sides(31, 14) })).toEqual([
      'Adopted: 31 of 45',
      `At least two thirds ${of} was needed.`,
    ]);
    expect((await said({ rule: twoThirds }, { rule: twoThirds, ballots: sides(29, 16) }))[0]).toBe(
      'Rejected: 29 of 45',
    );
  });

  it('compares the sides under a simple majority, and says when they are even', async () => {
    const rule = { majority: 'simple', base: 'votes' } as const;
    expect(await said({ rule }, { rule, ballots: sides(9, 4, 3) })).toEqual([
      'Adopted: 9 for, 4 against',
      'More votes for than against were needed.',
    ]);
    expect((await said({ rule }, { rule, ballots: sides(4, 4) }))[1]).toBe(
      'As many for as against: the text is not adopted.',
    );
  });

  it('keeps weights exact', async () => {
    const ballots = [
      { choice: 'yes', weight: '7/2' },
      { choice: 'no', weight: '1/3' },
    ];
    expect(
      (
        await said(
          { rule: { majority: 'absolute', base: 'votes' } },
          { rule: { majority: 'absolute', base: 'votes' }, ballots },
        )
      )[0],
    ).toBe('Adopted: 7/2 of 23/6');
  });

  it('says which quorum was missed, of whom', async () => {
    const quorum = { num: 1, den: 2, of: 'entitled' } as const;
    const rule = { majority: 'simple', base: 'votes', quorum } as const;
    expect(await said({ rule }, { rule, ballots: sides(9, 4) })).toEqual([
      'No quorum',
      'Nothing is decided: 13 of 60 took part, and at least half was needed.',
    ]);
    const ofPresent = { ...rule, quorum: { ...quorum, of: 'present' as const } };
    expect(
      (await said({ rule: ofPresent }, { rule: ofPresent, ballots: sides(9, 4) }, { present: 40 }))[1],
    ).toContain('13 of 40');
  });

  it('tells both majorities of a double one', async () => {
    const rule = { majority: 'simple', base: 'votes', groups: { by: 'cities', majority: 'simple' } } as const;
    const ballots = [
      ...times(9, { choice: 'yes', group: 'Fez' }),
      { choice: 'no', group: 'Coimbra' },
      { choice: 'no', group: 'Antwerp' },
    ];
    const [decision, , cities] = await said({ rule }, { rule, ballots });
    expect(decision).toBe('Rejected: 9 for, 2 against');
    expect(cities).toBe('Cities: 1 for, 2 against, 0 divided.');
  });

  it.each(['ar', 'fr'] as const)('leaves no gap in %s', async (lang) => {
    const rule = { majority: { num: 3, den: 5 }, base: 'entitled' } as const;
    const sentences = await said({ rule }, { rule, ballots: sides(40, 2) }, { lang });
    expect(sentences).toHaveLength(2);
    expect(sentences.join(' ')).not.toMatch(/[{}]|result\.|base\./);
    expect(sentences.join(' ')).toMatch(/40.*60.*3\/5/);
  });
});

const ranking = (votes: number, ...ids: string[]) => times(votes, { ranking: ids.map((id) => [id]) });
const OPTIONS = ['1', '2', '3', '4'];

describe('the sentence of an election', () => {
  it('names who is elected or chosen', async () => {
    const ballots = [...ranking(9, '1', '2'), ...ranking(8, '2'), ...ranking(3, '3'), ...ranking(1, '4')];
    expect(await said({ method: 'stv', seats: 2 }, { options: OPTIONS, ballots })).toEqual([
      'Elected: Amina, Rui',
    ]);
    expect(await said({ method: 'schulze' }, { options: OPTIONS, ballots })).toEqual(['Chosen: Amina']);
  });

  it('tells a tie as one, and what it is for', async () => {
    const choose = (votes: number, id: string) => times(votes, { choices: [id] });
    expect(
      await said(
        { method: 'plurality' },
        { options: OPTIONS, ballots: [...choose(2, '1'), ...choose(2, '3')] },
      ),
    ).toEqual([
      'Tie: Amina, Keita',
      'Equal in first place, and the rule does not tell them apart: nothing is chosen yet.',
    ]);
    const forSeat = [...choose(5, '1'), ...choose(2, '2'), ...choose(2, '3')];
    expect(await said({ method: 'plurality', seats: 2 }, { options: OPTIONS, ballots: forSeat })).toEqual([
      'Elected: Amina',
      'Equal for the last of the seats: Rui, Keita. The rule does not tell them apart; 1 of 2 seats are filled.',
    ]);
    const out = [...ranking(4, '1'), ...ranking(3, '2'), ...ranking(2, '3'), ...ranking(2, '4')];
    expect((await said({ method: 'irv' }, { options: OPTIONS, ballots: out }))[1]).toContain('Keita, Souad');
  });
});

describe('the verdict', () => {
  const base = { adopted: null, quorate: null, winners: [], tie: null };
  const tie = { between: ['1', '2'], for: 'seat' } as const;

  it.each([
    [{ adopted: true }, 'result.adopted', 'good'],
    [{ adopted: false }, 'result.rejected', 'bad'],
    [{ adopted: false, quorate: false }, 'result.not-quorate', 'bad'],
    [{ winners: ['1'] }, 'result.chosen', 'good'],
    [{ winners: ['1', '2'] }, 'result.elected', 'good'],
    [{ winners: ['1'], tie }, 'result.elected', 'waiting'],
    [{ tie }, 'result.tied', 'waiting'],
  ] as const)('of %j is %s', (part, key, tone) => {
    expect(verdictKey({ ...base, ...part })).toBe(key);
    expect(verdictTone({ ...base, ...part })).toBe(tone);
  });
});

describe('the bar of a vote on a text', () => {
  const side = (heads: number) => ({ heads, weight: heads });
  const tally = (yes: number, no: number, abstain: number, base: number) =>
    motionOf({
      yes: side(yes),
      no: side(no),
      abstain: side(abstain),
      blank: side(0),
      invalid: side(0),
      base,
    });

  it('holds what the majority is measured on, with the line where it begins', () => {
    expect(stackOf(tally(30, 10, 10, 50), { majority: 'two-thirds', base: 'valid' })).toEqual({
      pieces: [
        { name: 'yes', from: 0, to: 0.6 },
        { name: 'no', from: 0.6, to: 0.8 },
        { name: 'abstain', from: 0.8, to: 1 },
      ],
      line: expect.closeTo(2 / 3, 12),
    });
    const entitled = stackOf(tally(30, 10, 10, 100), { majority: 'absolute', base: 'entitled' });
    expect(entitled.pieces.at(-1)).toEqual({ name: 'absent', from: 0.5, to: 1 });
    expect(entitled.line).toBe(0.5);
  });

  it('compares yes with no alone under a simple majority, and keeps the line in place when more voted than were counted present', () => {
    expect(stackOf(tally(3, 1, 90, 4), { majority: 'simple', base: 'votes' })).toMatchObject({
      pieces: [{ to: 0.75 }, { to: 1 }],
      line: 0.5,
    });
    expect(stackOf(tally(30, 20, 0, 40), { majority: 'absolute', base: 'present' }).line).toBe(0.4);
  });

  it('of groups counts evenly divided ones only where abstentions count', () => {
    const groups = { yes: 2, no: 1, even: 1 };
    expect(stackOfGroups(groups, 'simple', 'votes').pieces).toHaveLength(2);
    expect(stackOfGroups(groups, 'simple', 'valid').pieces.at(-1)).toEqual({
      name: 'even',
      from: 0.75,
      to: 1,
    });
  });
});

describe('the flow of transfers', () => {
  const ballots = [
    ...ranking(12, '1', '2'),
    ...ranking(6, '2', '3'),
    ...ranking(5, '3'),
    ...ranking(2, '4', '3'),
  ];
  const polls: [Method, number][] = [
    ['irv', 1],
    ['stv', 2],
  ];
  const roundsOf = (method: Method, seats: number) => counted({ method, seats, options: OPTIONS, ballots });
  const size = (text: unknown) =>
    Number(String(text).split('/')[0]) / Number(String(text).split('/')[1] ?? 1);

  it.each(polls)('of %s brings each stage’s votes to the next, none lost and none made', (method, seats) => {
    const { rounds } = roundsOf(method, seats);
    expect(rounds.length).toBeGreaterThan(1);
    rounds.slice(1).forEach((after, at) => {
      const before = rounds[at] as Round;
      const bands = passed({ before, after, ids: [...OPTIONS, EXHAUSTED] });
      for (const id of Object.keys(after.tally)) {
        const arrived = bands.filter(({ to }) => to === id).reduce((sum, { votes }) => sum + votes, 0);
        expect(arrived).toBeCloseTo(size(after.tally[id]), 9);
      }
      for (const id of Object.keys(before.tally)) {
        const left = bands.filter(({ from }) => from === id).reduce((sum, { votes }) => sum + votes, 0);
        expect(left).toBeCloseTo(size(before.tally[id]), 9);
      }
    });
  });

  it.each(polls)('of %s draws bars and bands by one measure, in lanes that do not meet', (method, seats) => {
    const { rounds, quota } = roundsOf(method, seats);
    const flow = flowOf({ rounds, quota, rtl: false });
    if (!flow) throw new Error('no flow');
    const measure = flow.bars
      .filter(({ height }) => height > 0)
      .map(({ height, votes }) => height / size(votes));
    for (const each of measure) expect(each).toBeCloseTo(measure[0] as number, 9);
    const [from, to, votes] = method === 'irv' ? ['4', '3', 2] : ['1', '2', 3];
    const going = flow.bands.find((band) => band.from === from && band.to === to);
    expect(going?.width).toBeCloseTo(Number(votes) * (measure[0] as number), 9);
    flow.lanes.slice(1).forEach(({ id, floor }, at) => {
      const tallest = Math.max(...flow.bars.filter((bar) => bar.id === id).map(({ height }) => height));
      expect(floor - tallest).toBeGreaterThanOrEqual((flow.lanes[at]?.floor ?? 0) + 20);
    });
    const states = flow.bars.map(({ id, stage, state }) => `${id} ${stage} ${state}`);
    expect(states).toContain(method === 'irv' ? '4 0 out' : '1 0 elected');
    expect(states).toContain(method === 'irv' ? '1 0 stays' : '2 1 elected');
    expect(Math.max(...flow.bars.map(({ y, height }) => y + height))).toBeLessThanOrEqual(flow.height);
  });

  it('runs from the right where one reads so, as the mirror of the other', () => {
    const { rounds, quota } = roundsOf('stv', 2);
    const [ltr, rtl] = [false, true].map((direction) => flowOf({ rounds, quota, rtl: direction }));
    expect(rtl?.bars.map(({ x }) => (rtl?.width ?? 0) - x - 14)).toEqual(ltr?.bars.map(({ x }) => x));
    expect(rtl?.bars.map(({ y }) => y)).toEqual(ltr?.bars.map(({ y }) => y));
  });

  it('draws the last stages of many, and nothing where there is one or far too many options', () => {
    const { rounds, quota } = roundsOf('stv', 2);
    const many = Array.from({ length: 40 }, () => rounds[0] as Round);
    expect(flowOf({ rounds: many, quota, rtl: false })?.first).toBe(29);
    expect(flowOf({ rounds: rounds.slice(0, 1), quota, rtl: false })).toBeNull();
    const crowd = {
      ...(rounds[0] as Round),
      tally: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`o${at}`, 1])),
    };
    expect(flowOf({ rounds: [crowd, crowd], quota, rtl: false })).toBeNull();
  });
});
