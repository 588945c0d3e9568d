import './text-encoder.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type {
  AmendmentAbilities,
  AmendmentsView,
  AmendmentView,
  ParagraphChange,
} from '../../src/proposals/amendments/amendments.contract.js';
import type { Paragraph } from '../../src/text/rich-text.contract.js';
import { AmendmentCard } from '../src/features/proposals/amendments/amendment-card.js';
import { broughtOver, textWith } from '../src/features/proposals/amendments/changes.js';
import { CollisionStretch } from '../src/features/proposals/amendments/collision-words.js';
import { consequencesIn } from '../src/features/proposals/amendments/consequence-words.js';
import { Consequences } from '../src/features/proposals/amendments/consequences.js';
import DecideTogether from '../src/features/proposals/amendments/decide-together.js';
import { meanwhileOf } from '../src/features/proposals/amendments/meanwhile.js';
import { hasMoved, isUntouched, MovedNote } from '../src/features/proposals/amendments/moved-note.js';
import { arranged, mayMove, moved } from '../src/features/proposals/amendments/order.js';
import { OrderEditor } from '../src/features/proposals/amendments/order-editor.js';
import { groupsBy, stretchesOf } from '../src/features/proposals/amendments/stretches.js';
import {
  begun,
  changedCount,
  isEnough,
  type Suggested,
} from '../src/features/proposals/amendments/suggested.js';
import { needTexts, setLang } from '../src/i18n/i18n.js';
import { concerns } from '../src/lib/hints.js';

const p = (id: string, html: string, kind: Paragraph['kind'] = 'text'): Paragraph => ({ id, html, kind });
const TEXT = [
  p('AAAAAAAA', 'Every quarter keeps a public fountain.'),
  p('BBBBBBBB', 'The city pays for its water.'),
  p('CCCCCCCC', 'A council looks after it.'),
];
const [FIRST, SECOND, THIRD] = TEXT as [Paragraph, Paragraph, Paragraph];

const replaced = (was: Paragraph, html: string): ParagraphChange => ({
  kind: 'replace',
  paragraphId: was.id,
  after: null,
  was,
  now: { ...was, html },
});
const deleted = (was: Paragraph): ParagraphChange => ({
  kind: 'delete',
  paragraphId: was.id,
  after: null,
  was,
  now: null,
});
const inserted = (now: Paragraph, after: string | null): ParagraphChange => ({
  kind: 'insert',
  paragraphId: now.id,
  after,
  was: null,
  now,
});

const NONE: AmendmentAbilities = {
  edit: false,
  submit: false,
  withdraw: false,
  accept: false,
  reject: false,
  amend: false,
  putToVote: false,
};
const amendment = (number: number, more: Partial<AmendmentView> = {}): AmendmentView => ({
  id: `id-${number}`,
  number,
  proposalId: 'proposal',
  parentId: null,
  state: 'submitted',
  author: { id: 'a', name: 'Amina', cityName: null },
  reason: 'It reads better.',
  basedOn: 1,
  changes: [],
  conflicts: [],
  modified: null,
  decision: null,
  version: 1,
  abilities: { ...NONE, putToVote: true },
  ...more,
});
const listOf = (
  amendments: readonly AmendmentView[],
  more: Partial<AmendmentsView> = {},
): AmendmentsView => ({
  amendments,
  collisions: [],
  proposed: {
    amendmentIds: amendments.map(({ id }) => id),
    consequences: { excludes: [], depends: [] },
  },
  order: null,
  abilities: { propose: true, order: true },
  ...more,
});

function show(page: ReactNode) {
  const client = new QueryClient({
    defaultOptions: {
      queries: { gcTime: Number.POSITIVE_INFINITY, enabled: false },
      mutations: { gcTime: Number.POSITIVE_INFINITY },
    },
  });
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter>{page}</MemoryRouter>
    </QueryClientProvider>,
  );
}

/** A server that gives one answer; what it was asked is handed back. */
function answering(status: number, body: object): unknown[] {
  const asked: unknown[] = [];
  globalThis.fetch = (async (_: unknown, init?: RequestInit) => {
    asked.push(JSON.parse(String(init?.body)));
    return { ok: status < 400, status, json: async () => body, text: async () => JSON.stringify(body) };
  }) as unknown as typeof fetch;
  return asked;
}

// jsdom has none; dialogs look through the page with it.
globalThis.CSS ??= { escape: (text: string) => text } as unknown as typeof CSS;
const original = globalThis.fetch;
beforeAll(async () => {
  await setLang('en');
  await needTexts(['proposals', 'comparing', 'forms', 'story', 'amending']);
});
afterEach(() => {
  globalThis.fetch = original;
  localStorage.clear();
});

describe('the changes of an amendment', () => {
  it('make its text, in which what it leaves alone is left to the letter', () => {
    const added = p('DDDDDDDD', 'It is kept clean.');
    const text = textWith(TEXT, [deleted(FIRST), replaced(SECOND, 'All pay.'), inserted(added, THIRD.id)]);
    expect(text).toEqual([{ ...SECOND, html: 'All pay.' }, THIRD, added]);
    expect(text?.[1]).toBe(THIRD);
  });

  it('are not made in a text that they do not fit', () => {
    expect(textWith([FIRST], [replaced(SECOND, 'All pay.')])).toBeNull();
  });

  it('are counted as they are typed, an empty paragraph being none', () => {
    const on = begun({ base: TEXT, writtenOn: 1 });
    const typed = [FIRST, { ...SECOND, html: 'The region pays.' }, THIRD, p('~1', ''), p('~2', 'And clean.')];
    expect([changedCount(on), changedCount({ ...on, paragraphs: typed })]).toEqual([0, 2]);
  });

  it('are enough with a reason, a change, and nothing left to settle', () => {
    const on = begun({ base: TEXT, writtenOn: 1 });
    const written: Suggested = { ...on, reason: 'Fairer.', paragraphs: [FIRST, SECOND] };
    const left = [{ change: deleted(FIRST), now: null }];
    expect([
      isEnough(on),
      isEnough({ ...written, reason: ' x ' }),
      isEnough({ ...written, paragraphs: TEXT }),
      isEnough({ ...written, left }),
      isEnough(written),
    ]).toEqual([false, false, false, false, true]);
  });
});

describe('a text that moves on while somebody writes', () => {
  const typed = [{ ...FIRST, html: 'Every quarter keeps a free public fountain.' }, SECOND, THIRD];

  it('takes along what was typed where it was left alone', () => {
    const now = [FIRST, { ...SECOND, html: 'The region pays for its water.' }, THIRD];
    expect(broughtOver(TEXT, typed, now)).toEqual({ paragraphs: [typed[0], now[1], THIRD], left: [] });
  });

  it('leaves to the author what was changed in the same words, and loses nothing', () => {
    const now = [{ ...FIRST, html: 'Every quarter keeps a clean public fountain.' }, SECOND, THIRD];
    const { paragraphs, left } = broughtOver(TEXT, typed, now);
    expect(paragraphs).toEqual(now);
    expect(left).toMatchObject([{ change: { was: FIRST, now: typed[0] }, now: now[0] }]);
  });

  it('is told in a sentence with what changed; one press goes on from it', () => {
    const value = { ...begun({ base: TEXT, writtenOn: 1 }), reason: 'Free.', paragraphs: typed };
    const now = { base: [FIRST, { ...SECOND, html: 'The region pays for its water.' }, THIRD], writtenOn: 2 };
    expect([hasMoved(value, now), hasMoved(value, { base: TEXT, writtenOn: 1 })]).toEqual([true, false]);
    expect([isUntouched(value), isUntouched(begun(now))]).toEqual([false, true]);
    const brought: Suggested[] = [];
    show(<MovedNote value={value} now={now} lang="en" onBring={(next) => brought.push(next)} />);
    expect(screen.getByRole('alert').textContent).toContain('What you typed is below, untouched.');
    expect(document.querySelector('ins')?.textContent).toContain('region');
    fireEvent.click(screen.getByRole('button', { name: 'Bring my changes into the new text' }));
    expect(brought).toEqual([{ ...value, ...now, paragraphs: [typed[0], now.base[1], THIRD] }]);
  });
});

describe('collisions', () => {
  const three = [
    amendment(4, { changes: [replaced(SECOND, 'The region pays for its water.')] }),
    amendment(2, { changes: [replaced(SECOND, 'The <em>state</em> pays for its water.')] }),
    amendment(3, { changes: [replaced(SECOND, 'The region pays for its water.')] }),
    amendment(1, { changes: [replaced(THIRD, 'Nobody does.')] }),
  ];

  it('are shown with the stretch and what each wants; the same wish of two is one', () => {
    const [stretch, ...more] = stretchesOf(TEXT, three);
    expect(more).toEqual([]);
    if (!stretch) throw new Error('no stretch');
    show(<CollisionStretch stretch={stretch} lang="en" />);
    expect(screen.getByText('These 3 change the same words of paragraph 2: 2, 3 and 4')).toBeTruthy();
    expect(document.querySelector('mark')?.textContent).toBe('city');
    expect(document.querySelector('blockquote')?.textContent).toBe('The city pays for its water.');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Amendment 2: [put in: state ] ',
      'Amendments 3 and 4: [put in: region ] ',
    ]);
  });

  it('say that one takes out what another changes', () => {
    const [stretch] = stretchesOf(TEXT, [amendment(1, { changes: [deleted(SECOND)] }), ...three.slice(0, 1)]);
    if (!stretch) throw new Error('no stretch');
    show(<CollisionStretch stretch={stretch} lang="en" />);
    expect(screen.getByText(/takes paragraph 2 out while others change it: 1 and 4/)).toBeTruthy();
    expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('Amendment 1: takes the paragraph out');
  });

  it('say at which place different paragraphs are to stand', () => {
    const puts = (number: number, html: string) =>
      amendment(number, { changes: [inserted(p(`DDDDDDD${number}`, html), null)] });
    const [stretch] = stretchesOf(TEXT, [puts(1, 'One.'), puts(2, 'Two.')]);
    if (!stretch) throw new Error('no stretch');
    show(<CollisionStretch stretch={stretch} lang="en" />);
    expect(screen.getByText('These 2 put different texts at the beginning: 1 and 2')).toBeTruthy();
    expect(document.querySelector('mark')).toBeNull();
  });

  it('bind amendments to groups through one another', () => {
    const groups = groupsBy([
      ['a', 'b'],
      ['c', 'd'],
      ['b', 'e'],
    ]).map((group) => group.toSorted());
    expect(groups).toEqual([
      ['a', 'b', 'e'],
      ['c', 'd'],
    ]);
  });
});

describe('consequences', () => {
  const all = [amendment(1), amendment(2), amendment(3), amendment(4, { parentId: 'id-3' }), amendment(5)];
  const of = {
    excludes: [
      ['id-1', 'id-2'],
      ['id-2', 'id-3'],
    ],
    depends: [
      ['id-4', 'id-3'],
      ['id-5', 'id-1'],
    ],
  } as const;

  it('are said for the order in which the votes come', () => {
    show(<Consequences order={['id-2', 'id-1', 'id-4', 'id-3', 'id-5']} of={of} amendments={all} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'If 2 is adopted, 1 and 3 fall.',
      '4 changes 3: it is voted on first, and falls if 3 is not adopted.',
      '5 falls unless 1 is adopted.',
    ]);
  });

  it('are others in another order, and leave out what is not voted on', () => {
    expect(consequencesIn(['id-1', 'id-2'], of, all)).toEqual([{ kind: 'falls', number: 1, falls: [2] }]);
  });
});

describe('the order of voting', () => {
  const open = [amendment(1), amendment(2), amendment(3, { parentId: 'id-2' })];

  it('keeps what was arranged, leaves out what is gone and puts in what is new', () => {
    const rule = ['id-1', 'id-3', 'id-2'];
    expect(arranged(['id-9', 'id-2', 'id-1'], rule, open)).toEqual(['id-3', 'id-2', 'id-1']);
    expect(arranged(['id-2', 'id-3'], rule, open)).toEqual(['id-1', 'id-3', 'id-2']);
  });

  it('never puts what amends another behind that', () => {
    const order = ['id-1', 'id-3', 'id-2'];
    expect([mayMove(order, 1, 1, open), mayMove(order, 2, -1, open), mayMove(order, 1, -1, open)]).toEqual([
      false,
      false,
      true,
    ]);
    expect([mayMove(order, 0, -1, open), mayMove(order, 2, 1, open)]).toEqual([false, false]);
    expect(moved(order, 1, -1)).toEqual(['id-3', 'id-1', 'id-2']);
  });

  const three = listOf([amendment(1), amendment(2), amendment(3)]);
  const rows = () =>
    within(screen.getByRole('list', { name: '' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => /Amendment (\d)/.exec(textContent ?? '')?.[1])
      .filter(Boolean)
      .join();
  const up = (number: number) => screen.getByRole('button', { name: `Move up: Amendment ${number}` });
  const editor = () => show(<OrderEditor proposalId="proposal" list={three} onDone={() => undefined} />);

  it('is moved by keyboard: the focus stays with the row, and the place is told', () => {
    editor();
    act(() => up(3).focus());
    fireEvent.click(up(3));
    expect(rows()).toBe('1,3,2');
    expect(document.activeElement).toBe(up(3));
    expect(screen.getByText('Amendment 3 is now at place 2 of 3.')).toBeTruthy();
    fireEvent.click(up(3));
    expect(rows()).toBe('3,1,2');
    // At the top there is no way up any more: the focus goes to the way down of the same row.
    expect((document.activeElement as HTMLElement).getAttribute('aria-label')).toContain('Amendment 3');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the order by rule' }));
    expect(rows()).toBe('1,2,3');
  });

  it('is kept where publishing is refused, and where the page is opened again', async () => {
    const asked = answering(409, { code: 'amendment.order' });
    const { unmount } = editor();
    fireEvent.click(up(2));
    fireEvent.click(screen.getByRole('button', { name: 'Publish the order' }));
    expect(
      (await screen.findByText(/The order must name each open amendment once/)).textContent,
    ).toBeTruthy();
    expect(asked).toEqual([{ amendmentIds: ['id-2', 'id-1', 'id-3'] }]);
    expect(rows()).toBe('2,1,3');
    unmount();
    editor();
    expect(rows()).toBe('2,1,3');
  });
});

describe('deciding several at once', () => {
  it('keeps the reason where it is refused, and names the one that stood in the way', async () => {
    const asked = answering(409, {
      code: 'object.changed',
      fields: [{ field: 'amendments.1', rule: 'changed' }],
    });
    show(
      <DecideTogether
        proposalId="proposal"
        move="reject"
        amendments={[amendment(3), amendment(7, { version: 4 })]}
        onClose={() => undefined}
        onDone={() => undefined}
      />,
    );
    const reason = screen.getByLabelText('Reason for the decision');
    fireEvent.change(reason, { target: { value: 'Outside the theme.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Reject' }));
    expect(await screen.findByText('Amendment 7 stands in the way. None was decided.')).toBeTruthy();
    expect((reason as HTMLTextAreaElement).value).toBe('Outside the theme.');
    expect(asked).toMatchObject([
      { move: 'reject', amendments: [{ id: 'id-3' }, { id: 'id-7', version: 4 }] },
    ]);
  });

  it('tells what others did meanwhile', () => {
    const order = {
      amendmentIds: [],
      consequences: { excludes: [], depends: [] },
      by: { id: 'm', name: 'Salma', cityName: null },
      publishedAt: '2014-06-13T10:00:00Z',
    };
    const before = listOf([amendment(1), amendment(2), amendment(3)]);
    const now = listOf(
      [amendment(1, { state: 'withdrawn' }), amendment(2, { version: 2 }), amendment(3), amendment(4)],
      { order },
    );
    expect(meanwhileOf(before, before)).toEqual([]);
    expect(meanwhileOf(before, now)).toEqual([
      { what: 'state', state: 'withdrawn', numbers: [1] },
      { what: 'new', numbers: [4] },
      { what: 'changed', numbers: [2] },
      { what: 'order', by: 'Salma', at: order.publishedAt },
    ]);
  });
});

describe('an amendment in a list', () => {
  it('says in a line what it does, why, and that it needs its author', () => {
    const conflicts = [{ change: replaced(SECOND, 'The state pays.'), now: SECOND }];
    const reason = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
    show(
      <AmendmentCard
        slug="fes"
        amendment={amendment(2, { changes: [deleted(FIRST)], conflicts, reason })}
        amends={1}
      />,
    );
    const text = document.querySelector('.card')?.textContent ?? '';
    expect(text).toContain('Needs its author');
    expect(text).toContain('Changes amendment 1');
    expect(text).toMatch(
      /Takes out: “\u2068Every quarter keeps a public fountain\.\u2069” and 1 more change/,
    );
    expect(text).toContain('word23 …');
    expect(text).not.toContain('word24');
  });
});

describe('a hint', () => {
  const list = ['amendment', 'of', 'p1'];
  it('reaches the amendments of its proposal, and those that it is about', () => {
    expect(concerns(list, { kind: 'amendment', id: 'x' })).toBe(true);
    expect(concerns(list, { kind: 'proposal', id: 'p1' })).toBe(true);
    expect(concerns(list, { kind: 'proposal', id: 'p2' })).toBe(false);
    expect(concerns(['amendment', 'x', 'writing'], { kind: 'amendment', id: 'x' })).toBe(true);
    expect(concerns(['amendment', 'x'], { kind: 'amendment', id: 'y' })).toBe(false);
    expect(concerns(['amendment', 'x'], { kind: 'proposal', id: 'p1' })).toBe(true);
  });
});
