import type { Localized } from '../../src/kernel/localized.js';
import type { PollTerms } from '../../src/voting/polls.contract.js';
import { createPollOf } from '../src/features/voting/create-poll.js';
import { handLines, handRows, idOf } from '../src/features/voting/hand-lines.js';
import { addOption, moveOption, pasteOptions, removeOption } from '../src/features/voting/option-rows.js';
import { BEGINNING, formOf, type PollForm, ruleOf, termsOf } from '../src/features/voting/poll-form.js';
import { fits, needsPresent } from '../src/features/voting/poll-shape.js';
import { applyTemplate, forProposals, TEMPLATES, templateOf } from '../src/features/voting/poll-templates.js';
import { clockText } from '../src/features/voting/seconds-left.js';
import { termsSentence } from '../src/features/voting/terms-text.js';
import { translated } from './translated.js';

const inThree = (text: string): Localized => ({ ar: text, fr: text, en: text });
const named = (...names: string[]) => names.map((name, at) => ({ key: String(at + 7), text: inThree(name) }));
const BALLOT: PollForm = { ...BEGINNING, options: named('Fez', 'Coimbra', 'Saint-Louis') };
const withTemplate = (template: (typeof TEMPLATES)[number]) => applyTemplate(BALLOT, template);

describe('a template', () => {
  it('gives whole terms, each another', () => {
    const all = TEMPLATES.map((template) => termsOf(withTemplate(template)));
    expect(all).not.toContain(null);
    expect(new Set(all.map((terms) => JSON.stringify(terms))).size).toBe(TEMPLATES.length);
  });

  it.each([
    ['simple', { rule: { majority: 'simple', base: 'votes' }, options: [] }],
    ['absolute', { rule: { majority: 'absolute', base: 'entitled' } }],
    ['two-thirds', { rule: { majority: 'two-thirds', base: 'cast' } }],
    ['double', { rule: { majority: 'simple', base: 'votes', groups: { by: 'cities', majority: 'simple' } } }],
    ['city-vote', { electorate: 'cities', secrecy: 'roll-call', live: true }],
    ['secret-stv', { method: 'stv', seats: 3, secrecy: 'secret', tieBreak: 'lot', changeable: false }],
    ['choice', { method: 'plurality', choicesMax: 1, seats: 1 }],
    ['schulze', { method: 'schulze', unranked: 'tied-last' }],
    ['score', { method: 'score', scoreRange: [0, 5] }],
  ] as const)('%s is what its name says', (template, terms) => {
    expect(termsOf(withTemplate(template))).toMatchObject(terms);
  });

  it('leaves the chair’s own options and people alone, and undoes what another template set', () => {
    const circle = [{ id: 'p', name: 'Amina' }];
    const form = applyTemplate({ ...withTemplate('secret-stv'), circle }, 'simple');
    expect(form).toEqual({ ...BALLOT, circle });
  });

  it('is recognised until something is changed', () => {
    for (const template of TEMPLATES) expect(templateOf(withTemplate(template))).toBe(template);
    expect(templateOf({ ...withTemplate('choice'), choicesMax: '2' })).toBeNull();
  });

  it('is offered for a proposal only where yes and no decide', () => {
    expect(TEMPLATES.filter(forProposals)).toEqual([
      'simple',
      'absolute',
      'two-thirds',
      'double',
      'city-vote',
    ]);
  });
});

describe('the terms of a poll', () => {
  it('come back from the form as they went in', () => {
    const terms: PollTerms = {
      ...(termsOf(withTemplate('score')) as PollTerms),
      scoreRange: [-2, 10],
      seats: 2,
      rule: { majority: 'simple', base: 'votes', quorum: { num: 3, den: 7, of: 'present' } },
      electorate: 'circle',
      circle: ['a', 'b'],
      proxies: true,
      publication: 'by-chair',
    };
    expect(termsOf(formOf(terms, new Map([['a', 'Amina']])))).toEqual(terms);
    const motion: PollTerms = {
      ...(termsOf(withTemplate('double')) as PollTerms),
      rule: {
        majority: { num: 3, den: 5 },
        base: 'present',
        quorum: { num: 1, den: 2, of: 'entitled' },
        groups: { by: 'regions', majority: 'absolute' },
      },
    };
    expect(termsOf(formOf(motion))).toEqual(motion);
  });

  it('number the options in the order of the ballot', () => {
    expect(termsOf(withTemplate('choice'))?.options.map(({ id, text }) => [id, text.fr])).toEqual([
      ['1', 'Fez'],
      ['2', 'Coimbra'],
      ['3', 'Saint-Louis'],
    ]);
  });

  it('never hold what does not fit the method or the secrecy, though the form keeps it', () => {
    const form: PollForm = {
      ...withTemplate('secret-stv'),
      live: true,
      changeable: true,
      confirmed: true,
      choicesMax: '2',
      groups: 'cities',
      majority: { ...BEGINNING.majority, kind: 'two-thirds' },
      base: 'entitled',
    };
    expect(termsOf(form)).toMatchObject({
      live: false,
      changeable: false,
      confirmed: false,
      choicesMax: 1,
      rule: { majority: 'simple', base: 'votes' },
    });
    expect(termsOf({ ...form, electorate: 'cities', secrecy: 'named', proxies: true })).toMatchObject({
      changeable: true,
      confirmed: true,
      proxies: false,
    });
  });

  it.each<[string, Partial<PollForm>]>([
    ['more seats than options', { method: 'stv', seats: '4' }],
    ['seats that are no number', { method: 'stv', seats: 'three' }],
    ['more choices than options', { method: 'plurality', choicesMax: '4' }],
    ['a range that goes down', { method: 'score', low: '5', high: '1' }],
    ['a range beyond the bounds', { method: 'score', high: '101' }],
    ['one option', { method: 'borda', options: named('Fez') }],
    ['more options than a ballot takes', { method: 'borda', options: named(...Array(201).fill('x')) }],
    [
      'an option without its French text',
      { method: 'irv', options: [...named('Fez'), { key: '9', text: { ...inThree('x'), fr: ' ' } }] },
    ],
    ['a circle of nobody', { electorate: 'circle' }],
    ['a share above the whole', { majority: { kind: 'other', num: '5', den: '3' }, base: 'cast' }],
    ['a quorum of nothing', { quorum: { kind: 'other', num: '0', den: '3', of: 'entitled' } }],
  ])('are not sent with %s', (_, wrong) => {
    expect(termsOf({ ...BALLOT, method: 'yes-no-abstain' })).not.toBeNull();
    expect(termsOf({ ...BALLOT, ...wrong })).toBeNull();
  });

  it('take numbers in Arabic digits', () => {
    expect(termsOf({ ...BALLOT, method: 'stv', seats: '٢' })?.seats).toBe(2);
  });

  it('take a share only from two whole numbers of which the first is no greater', () => {
    const other = (num: string, den: string) =>
      ruleOf({ ...BALLOT, base: 'entitled', majority: { kind: 'other', num, den } });
    expect(other('3', '5')).toEqual({ majority: { num: 3, den: 5 }, base: 'entitled' });
    for (const [num, den] of [
      ['5', '3'],
      ['0', '5'],
      ['1.5', '2'],
      ['', '5'],
      ['3', '1001'],
    ] as const)
      expect(other(num, den)).toBeNull();
  });
});

describe('what is sent to prepare a poll', () => {
  const form = {
    ...withTemplate('choice'),
    sessionId: 's',
    about: 'question',
    proposalId: 'p',
    question: inThree('Where?'),
  } as const;

  it('is a proposal decided by yes and no, or a question with its own terms', () => {
    expect(createPollOf(form)).toMatchObject({
      question: form.question,
      terms: { method: 'plurality' },
    });
    const body = createPollOf({ ...form, about: 'proposal' });
    expect(body).toMatchObject({
      subject: { kind: 'proposal', id: 'p' },
      terms: { method: 'yes-no-abstain', options: [] },
    });
    expect(body).not.toHaveProperty('question');
  });

  it('is nothing without session, proposal or the question in each language', () => {
    expect(createPollOf({ ...form, sessionId: '' })).toBeNull();
    expect(createPollOf({ ...form, about: 'proposal', proposalId: '' })).toBeNull();
    expect(createPollOf({ ...form, question: { ...inThree('x'), ar: '' } })).toBeNull();
  });
});

describe('the fields of a poll', () => {
  it('are those that mean something for its method', () => {
    const shown = (part: Partial<PollForm>) =>
      Object.entries(fits({ ...BALLOT, ...part })).flatMap(([field, fit]) => (fit ? [field] : []));
    expect(shown({})).toEqual(['majority', 'groups', 'proxies', 'changeable']);
    expect(shown({ method: 'stv', secrecy: 'secret' })).toEqual(['options', 'seats', 'tieBreak', 'proxies']);
    expect(shown({ method: 'irv', secrecy: 'roll-call', electorate: 'cities' })).toEqual([
      'options',
      'tieBreak',
      'confirmed',
      'live',
      'changeable',
    ]);
  });

  it('ask for the number present only where something is measured on it', () => {
    const quorum = { num: 1, den: 2, of: 'present' } as const;
    expect(needsPresent({ majority: 'absolute', base: 'present' })).toBe(true);
    expect(needsPresent({ majority: 'simple', base: 'votes', quorum })).toBe(true);
    expect(needsPresent({ majority: 'simple', base: 'present' })).toBe(false);
    expect(needsPresent({ majority: 'absolute', base: 'cast', quorum: { ...quorum, of: 'entitled' } })).toBe(
      false,
    );
  });
});

describe('the options of a poll', () => {
  it('are added, moved and taken away without losing their keys', () => {
    const rows = addOption(named('A', 'B'));
    expect(rows.map(({ key }) => key)).toEqual(['7', '8', '9']);
    expect(moveOption(rows, '9', -1).map(({ key }) => key)).toEqual(['7', '9', '8']);
    expect(removeOption(rows, '8').map(({ key }) => key)).toEqual(['7', '9']);
    expect(addOption(removeOption(rows, '9')).map(({ key }) => key)).toEqual(['7', '8', '9']);
  });

  it('are read from lines, in one language or three, into what is empty first', () => {
    const rows = pasteOptions(
      [...named('A'), { key: '3', text: inThree('') }],
      'فاس | Fès | Fez\r\n\n Rabat \nx\ty',
    );
    expect(rows.map(({ text }) => text)).toEqual([
      inThree('A'),
      { ar: 'فاس', fr: 'Fès', en: 'Fez' },
      inThree('Rabat'),
      { ar: 'x', fr: 'y', en: 'x' },
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
    expect(pasteOptions([], Array(300).fill('x').join('\n'))).toHaveLength(200);
  });
});

describe('votes counted by hand', () => {
  it('have a row for each thing that a paper can say, and leave out those without votes', () => {
    const rows = handRows({ method: 'yes-no-abstain', options: [], choicesMax: 1 });
    expect(rows.map(({ id }) => id)).toEqual(['yes', 'no', 'abstain', 'invalid']);
    expect(handLines(rows, { yes: '12', no: '٣', abstain: '', invalid: '1' })).toEqual([
      { ballot: { choice: 'yes' }, votes: 12 },
      { ballot: { choice: 'no' }, votes: 3 },
      { ballot: { invalid: true }, votes: 1 },
    ]);
    for (const wrong of ['1.5', '-1', 'x']) expect(handLines(rows, { yes: wrong })).toBeNull();
  });

  it('name options one by one, or whole ballots where a paper says more, each once', () => {
    const options = [{ id: '1', text: inThree('A') }];
    const choice = handRows({ method: 'plurality', options, choicesMax: 1 });
    expect(choice.map(({ ballot }) => ballot)).toEqual([
      { choices: ['1'] },
      { blank: true },
      { invalid: true },
    ]);
    const ballots = [{ approved: ['1', '2'] }, { approved: ['2'] }];
    const several = handRows({ method: 'approval', options, choicesMax: 1 }, ballots);
    const typed = { [idOf({ approved: ['1', '2'] })]: '7', [idOf({ approved: ['2'] })]: '', blank: '1' };
    expect(handLines(several, typed)).toEqual([
      { ballot: { approved: ['1', '2'] }, votes: 7 },
      { ballot: { blank: true }, votes: 1 },
    ]);
    expect(handRows({ method: 'plurality', options, choicesMax: 2 })).toHaveLength(2);
    expect(handRows({ method: 'stv', options, choicesMax: 1 }, [{ ranking: [['1']] }])).toHaveLength(3);
  });
});

describe('the rule in words', () => {
  const say = async (form: PollForm) =>
    termsSentence(termsOf(form) as PollTerms, await translated('en'), String);

  it('says majority, quorum, roll and openness of a vote on a text', async () => {
    const form: PollForm = {
      ...withTemplate('two-thirds'),
      groups: 'cities',
      quorum: { ...BEGINNING.quorum, kind: 'half' },
      proxies: true,
      changeable: true,
    };
    expect(await say(form)).toBe(
      'Adopted if the votes in favour are at least two thirds of all the votes cast, blank and invalid ones included. More cities must be for than against, too. At least half of those on the roll must take part. Each delegate votes. Proxies count. Votes are published with names together with the result. A vote may be changed until the close. The result is published at the close.',
    );
  });

  it('says method, seats and ties of an election', async () => {
    const text = await say({
      ...withTemplate('secret-stv'),
      seats: '2',
      quorum: { kind: 'other', num: '3', den: '7', of: 'present' },
    });
    expect(text).toContain(
      'Seats: 2. In a tie, a lot decides. At least 3/7 of those present must take part.',
    );
    expect(text).toContain('The vote is secret.');
    expect(text).not.toContain('choose');
  });
});

describe('a count-down', () => {
  it('is written as a clock', () => {
    expect([0, 9, 65, 3605].map((seconds) => clockText(seconds, 'ar-MA'))).toEqual([
      '0:00',
      '0:09',
      '1:05',
      '1:00:05',
    ]);
  });
});
