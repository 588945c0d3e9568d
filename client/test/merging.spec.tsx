import './text-encoder.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import type {
  MergeAmendment,
  MergeChoice,
  MergeSpot,
  MergeView,
} from '../../src/proposals/merging/merging.contract.js';
import { SpotCard } from '../src/features/proposals/merging/spot-card.js';
import {
  needsEyes,
  nextOpen,
  numbersOf,
  placesOf,
  stageOf,
  toggled,
} from '../src/features/proposals/merging/spots.js';
import { needTexts, setLang } from '../src/i18n/i18n.js';
import { ToastProvider } from '../src/ui/toast.js';

const choiceOf = (over: Partial<MergeChoice> = {}): MergeChoice => ({
  sequence: 3,
  spot: 'paragraph AAAAAAAA',
  kind: 'take',
  amendmentIds: ['a'],
  paragraphs: null,
  reason: null,
  by: { id: 'p', name: 'Amina', cityName: null },
  at: '2014-06-12T09:00:00.000Z',
  stale: false,
  ...over,
});
const piece = (op: 'keep' | 'insert' | 'delete', html: string, ...amendmentIds: string[]) => ({
  op,
  html,
  amendmentIds,
});
const reads = (id: string) => [
  {
    id: 'AAAAAAAA',
    kind: 'text' as const,
    html: 'The region pays.',
    fate: 'changed' as const,
    pieces: [
      piece('keep', 'The '),
      piece('delete', 'city', id),
      piece('insert', 'region', id),
      piece('keep', ' pays.'),
    ],
  },
];
const spotOf = (over: Partial<MergeSpot> = {}): MergeSpot => ({
  spot: 'paragraph AAAAAAAA',
  paragraph: { id: 'AAAAAAAA', kind: 'text', html: 'The city pays.' },
  options: ['a', 'b', 'c'].map((id) => ({ amendmentIds: [id], reads: reads(id) })),
  excludes: [['a', 'c']],
  choice: null,
  since: [],
  reads: [{ id: 'AAAAAAAA', kind: 'text', html: 'The city pays.', fate: 'kept', pieces: [] }],
  ...over,
});
const amendmentOf = (id: string, number: number): MergeAmendment => ({
  id,
  number,
  parentId: null,
  state: 'submitted',
  author: { id, name: `Author ${number}`, cityName: null },
  reason: 'Clearer.',
  waits: false,
  spots: 1,
  taken: 0,
  written: 0,
  rejection: null,
  fate: 'open',
});
const viewOf = (spots: readonly MergeSpot[], over: Partial<MergeView> = {}): MergeView => ({
  proposalId: 'x',
  basedOn: 1,
  lang: 'en',
  merging: { id: 'm', version: 3, by: null, at: '2014-06-12T09:00:00.000Z' },
  spots,
  amendments: [amendmentOf('a', 1), amendmentOf('b', 2), amendmentOf('c', 3)],
  lost: [],
  problems: [],
  decided: { done: 0, of: 1 },
  abilities: { begin: false, choose: true, reject: true, finish: true },
  ...over,
});

describe('the spots of a merge', () => {
  it('take another amendment beside what is taken, and put aside what collides with it', () => {
    expect(toggled(spotOf(), ['a'])).toEqual(['a']);
    const taken = spotOf({ choice: choiceOf() });
    expect(toggled(taken, ['b'])).toEqual(['a', 'b']);
    expect(toggled(taken, ['c'])).toEqual(['c']);
    expect(toggled(taken, ['a'])).toEqual([]);
    expect(toggled(spotOf({ choice: choiceOf({ stale: true }) }), ['b'])).toEqual(['b']);
  });

  it('are quiet, open, decided, or to be chosen again', () => {
    const quiet = spotOf({ options: [], excludes: [] });
    const spots = [
      quiet,
      spotOf(),
      spotOf({ choice: choiceOf() }),
      spotOf({ choice: choiceOf({ stale: true }) }),
    ];
    expect(spots.map(stageOf)).toEqual(['quiet', 'open', 'decided', 'again']);
    expect(spots.map(needsEyes)).toEqual([false, true, true, true]);
    expect(needsEyes(spotOf({ choice: choiceOf(), excludes: [] }))).toBe(false);
  });

  it('lead from one that is open to the next, forth, back, and round the end', () => {
    const spots = ['a', 'b', 'c', 'd'].map((spot) =>
      spotOf({ spot, ...(['b', 'c'].includes(spot) && { choice: choiceOf() }) }),
    );
    expect([nextOpen(spots, null), nextOpen(spots, 'a'), nextOpen(spots, 'd')]).toEqual(['a', 'd', 'a']);
    expect([nextOpen(spots, 'd', -1), nextOpen(spots, 'a', -1)]).toEqual(['a', 'd']);
    expect(nextOpen([spotOf({ choice: choiceOf() })], null)).toBeNull();
  });

  it('are counted by paragraphs; a place has the number of the one before it', () => {
    const spots = [
      spotOf({ spot: 'beginning', paragraph: null }),
      spotOf(),
      spotOf({ spot: 'place AAAAAAAA', paragraph: null }),
    ];
    expect([...placesOf({ spots })]).toEqual([
      ['beginning', 0],
      ['paragraph AAAAAAAA', 1],
      ['place AAAAAAAA', 1],
    ]);
    expect(numbersOf(viewOf([]).amendments)(['c', 'gone', 'a'])).toEqual([1, 3]);
  });
});

describe('a card', () => {
  beforeAll(async () => {
    await setLang('en');
    await needTexts(['proposals', 'comparing', 'forms', 'merging']);
  });
  const show = (spot: MergeSpot, over: Partial<MergeView> = {}) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <ToastProvider>
          <MemoryRouter>
            <ul>
              <SpotCard view={viewOf([spot], over)} spot={spot} number={1} />
            </ul>
          </MemoryRouter>
        </ToastProvider>
      </QueryClientProvider>,
    );

  it('says what each wants, with whom it collides, and what is taken', () => {
    show(spotOf({ choice: choiceOf(), reads: reads('a') }));
    expect(screen.getByRole('button', { name: 'Take 1' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: 'Take 3' }).getAttribute('aria-pressed')).toBe('false');
    expect(screen.getByText('Collides with 3: taking it puts those aside.')).toBeTruthy();
    expect(screen.getByText('by Amina', { exact: false })).toBeTruthy();
    const result = screen.getByText('It reads').parentElement as HTMLElement;
    expect(within(result).getByText('region').closest('ins')?.textContent).toContain('Amendment 1');
    expect(within(result).getByText('city').closest('del')).toBeTruthy();
  });

  it('offers nothing to whoever may not choose', () => {
    show(spotOf(), { abilities: { begin: false, choose: false, reject: false, finish: false } });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks for another choice where the text moved on', () => {
    show(spotOf({ choice: choiceOf({ stale: true }) }));
    expect(screen.getByText('Choose again')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Take 1' }).getAttribute('aria-pressed')).toBe('false');
  });
});
