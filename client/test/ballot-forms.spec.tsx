import './text-encoder.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { Method } from '../../src/voting/counting/counting.contract.js';
import type { BallotContent, OwnVote, PollView } from '../../src/voting/voting.contract.js';
import type { FormTerms } from '../src/features/voting/ballot/content.js';
import { BallotForm } from '../src/features/voting/ballot/form.js';
import { joined, moved, placed, rankOf, tapped } from '../src/features/voting/ballot/ranking.js';
import { VotePanel } from '../src/features/voting/vote-panel.js';
import { setLang } from '../src/i18n/i18n.js';
import type { Realtime } from '../src/lib/realtime.js';
import { RealtimeContext } from '../src/lib/realtime-context.js';

const optionsOf = (...names: string[]) =>
  names.map((name, at) => ({ id: String(at + 1), text: { ar: `${name} ع`, fr: `${name} fr`, en: name } }));
const termsOf = (method: Method, more: Partial<FormTerms> = {}): FormTerms => ({
  method,
  options: optionsOf('Amina', 'Rui', 'Fatou', 'Jan'),
  choicesMax: 1,
  scoreRange: null,
  unranked: 'tied-last',
  ...more,
});

function Held({ terms, held }: { readonly terms: FormTerms; readonly held: { ballot: BallotContent } }) {
  const [value, setValue] = useState<BallotContent>({});
  held.ballot = value;
  return <BallotForm terms={terms} value={value} onChange={setValue} />;
}

/** Shows a form and gives the ballot that it holds. */
function fill(terms: FormTerms): () => BallotContent {
  const held = { ballot: {} };
  render(<Held terms={terms} held={held} />);
  return () => held.ballot;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(() => setLang('en'));

describe('an order of preference', () => {
  const START = [['1'], ['2', '3'], ['4']];

  it('takes what is tapped last, and out what is tapped again', () => {
    expect(tapped(START, '5')).toEqual([['1'], ['2', '3'], ['4'], ['5']]);
    expect(tapped(START, '1')).toEqual([['2', '3'], ['4']]);
    expect(tapped(START, '2')).toEqual([['1'], ['3'], ['4']]);
  });

  it('moves one step at a time: out of a shared place first, then past the next, and not beyond an end', () => {
    expect(moved(START, '3', -1)).toEqual([['1'], ['3'], ['2'], ['4']]);
    expect(moved(START, '2', 1)).toEqual([['1'], ['3'], ['2'], ['4']]);
    expect(moved(START, '4', -1)).toEqual([['1'], ['4'], ['2', '3']]);
    expect(moved(START, '1', -1)).toBe(START);
    expect(moved(START, '4', 1)).toBe(START);
  });

  it('joins the place above and parts from it, and counts who shares one', () => {
    expect(joined(START, '4')).toEqual([['1'], ['2', '3', '4']]);
    expect(joined(START, '3')).toEqual([['1'], ['2'], ['3'], ['4']]);
    expect(joined(START, '1')).toBe(START);
    expect(['1', '2', '3', '4'].map((id) => rankOf(START, id))).toEqual([1, 2, 2, 4]);
  });

  it('puts what was dragged before the group that it was dropped on', () => {
    expect(placed(START, '4', 0)).toEqual([['4'], ['1'], ['2', '3']]);
    expect(placed(START, '1', 1)).toEqual([['2', '3'], ['1'], ['4']]);
    expect(placed(START, '2', 3)).toEqual([['1'], ['3'], ['4'], ['2']]);
  });

  it('is made by tapping, and by keys without losing the focus', () => {
    const ballot = fill(termsOf('stv'));
    for (const name of [/^Fatou/, /^Amina/, /^Jan/]) press(name);
    expect(ballot()).toEqual({ ranking: [['3'], ['1'], ['4']] });
    const fatou = screen.getByRole('button', { name: /1 ?Fatou/ });
    fatou.focus();
    fireEvent.keyDown(fatou, { key: 'ArrowDown' });
    expect(ballot()).toEqual({ ranking: [['1'], ['3'], ['4']] });
    expect(document.activeElement?.textContent).toContain('Fatou');
    press('Move down: Fatou');
    expect(ballot()).toEqual({ ranking: [['1'], ['4'], ['3']] });
    expect(screen.getByRole('status').textContent).toBe('Fatou: place 3.');
    press(/2 ?Jan/);
    expect(ballot()).toEqual({ ranking: [['1'], ['3']] });
  });

  it.each([
    ['stv', false],
    ['irv', false],
    ['schulze', true],
    ['ranked-pairs', true],
    ['borda', true],
  ] as const)('under %s has equal places: %s', (method, ties) => {
    const ballot = fill(termsOf(method));
    press(/^Fatou/);
    press(/^Amina/);
    expect(screen.queryAllByRole('button', { name: /^Level with/ })).toHaveLength(ties ? 1 : 0);
    if (!ties) return;
    press('Level with the one above: Amina');
    expect(ballot()).toEqual({ ranking: [['3', '1']] });
  });
});

describe('choosing', () => {
  it('one takes the place of another', () => {
    const ballot = fill(termsOf('plurality'));
    fireEvent.click(screen.getByRole('radio', { name: 'Rui' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Jan' }));
    expect(ballot()).toEqual({ choices: ['4'] });
  });

  it('up to two takes no third, and is in the order of the poll', () => {
    const ballot = fill(termsOf('plurality', { choicesMax: 2 }));
    for (const name of ['Jan', 'Amina', 'Rui']) fireEvent.click(screen.getByRole('checkbox', { name }));
    expect(ballot()).toEqual({ choices: ['1', '4'] });
    expect(screen.getByRole('status').textContent).toContain('2 of 2');
  });

  it('by approval takes all that is ticked', () => {
    const ballot = fill(termsOf('approval'));
    for (const name of ['Jan', 'Amina', 'Rui', 'Jan'])
      fireEvent.click(screen.getByRole('checkbox', { name }));
    expect(ballot()).toEqual({ approved: ['1', '2'] });
  });

  it('among two hundred finds by words, accents or not, and keeps what is out of sight', () => {
    const names = Array.from({ length: 199 }, (_, at) => `Measure ${at + 1}`);
    const ballot = fill(termsOf('plurality', { choicesMax: 3, options: optionsOf('Médina', ...names) }));
    fireEvent.click(screen.getByLabelText('Measure 7'));
    fireEvent.change(screen.getByLabelText('Search 200 options'), { target: { value: 'medina' } });
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Médina' }));
    expect(ballot()).toEqual({ choices: ['1', '8'] });
  });
});

describe('scores', () => {
  it('of a few steps are picked, and taken back', () => {
    const ballot = fill(termsOf('score', { scoreRange: [0, 5] }));
    const scale = within(screen.getByRole('group', { name: 'Rui' }));
    fireEvent.click(scale.getByRole('radio', { name: '0' }));
    fireEvent.click(within(screen.getByRole('group', { name: 'Jan' })).getByRole('radio', { name: '5' }));
    expect(ballot()).toEqual({ scores: { 2: 0, 4: 5 } });
    press('No score: Rui');
    expect(ballot()).toEqual({ scores: { 4: 5 } });
  });

  it('of many steps are typed or stepped, and stay within their range', () => {
    const ballot = fill(termsOf('score', { scoreRange: [-2, 20] }));
    const typed = screen.getByRole('spinbutton', { name: 'Score: Rui' });
    fireEvent.change(typed, { target: { value: '99' } });
    expect(ballot()).toEqual({ scores: { 2: 20 } });
    press('Lower: Rui');
    press('Higher: Jan');
    expect(ballot()).toEqual({ scores: { 2: 19, 4: -2 } });
    fireEvent.change(typed, { target: { value: '' } });
    expect(ballot()).toEqual({ scores: { 4: -2 } });
  });
});

describe('the votes that one person holds', () => {
  const voteOf = (voterId: string, as: OwnVote['as'], more: Partial<OwnVote> = {}): OwnVote => ({
    voterId,
    name: voterId,
    city: null,
    weight: '1',
    as,
    cast: false,
    ballot: null,
    mayCast: true,
    mayConfirm: false,
    ...more,
  });
  const pollOf = (terms: Partial<FormTerms> & { method: Method }, own: OwnVote[], more = {}) =>
    ({
      id: 'poll',
      roundId: 'round',
      state: 'open',
      version: 2,
      definitionHash: 'hash',
      turnout: { cast: 0, entitled: 3 },
      terms: { ...termsOf(terms.method), secrecy: 'named', changeable: false, confirmed: false, ...terms },
      own,
      ...more,
    }) as unknown as PollView;

  interface Sent {
    readonly voterId: string;
    readonly ballot: BallotContent;
    readonly code: string;
  }
  function show(poll: PollView) {
    const sent: Sent[] = [];
    const line = {
      subscribe: () => () => undefined,
      state: () => 'connected',
      ask: async (_: string, { voterId, ballot, code }: Sent) => {
        sent.push({ voterId, ballot, code });
        const castAt = '2014-06-13T10:00:00Z';
        return { voterId, recorded: true, ballot: { ballot, code, castAt, confirmed: true } };
      },
    } as unknown as Realtime;
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
    const page = (shown: PollView) => (
      <QueryClientProvider client={client}>
        <RealtimeContext value={line}>
          <VotePanel poll={shown} participantId="me" />
        </RealtimeContext>
      </QueryClientProvider>
    );
    const { rerender } = render(page(poll));
    return { sent, again: (next: PollView) => rerender(page(next)) };
  }

  beforeEach(() => localStorage.clear());
  afterEach(() => act(() => setLang('en')));

  it('are sent only after a look at what is sent', async () => {
    const { sent } = show(pollOf({ method: 'irv' }, [voteOf('me', 'self')]));
    press(/^Fatou/);
    press('Check the ballot');
    expect(screen.getByText(/Fatou/)).toBeTruthy();
    expect(sent).toEqual([]);
    press('Send this vote');
    expect(await screen.findByText('Your vote is recorded.')).toBeTruthy();
    expect(sent.map(({ ballot }) => ballot)).toEqual([{ ranking: [['3']] }]);
  });

  it('may be blank, and need two presses to be', async () => {
    const { sent } = show(pollOf({ method: 'score', scoreRange: [0, 5] }, [voteOf('me', 'self')]));
    press('Vote blank');
    expect(sent).toEqual([]);
    press('Send the blank vote');
    await screen.findByText('Your vote is recorded.');
    expect(sent.map(({ ballot }) => ballot)).toEqual([{ blank: true }]);
  });

  it('keep what is chosen while the poll is fetched anew, counted down, or read in another language', async () => {
    const own = [voteOf('me', 'self')];
    const { again } = show(pollOf({ method: 'schulze' }, own));
    press(/^Fatou/);
    press(/^Amina/);
    again(pollOf({ method: 'schulze' }, [...own], { version: 3, state: 'closing' }));
    await act(() => setLang('ar'));
    const ranked = screen.getAllByRole('list')[0] as HTMLElement;
    expect(within(ranked).getAllByRole('listitem')).toHaveLength(2);
    expect(within(ranked).getAllByRole('listitem')[0]?.textContent).toContain('Fatou ع');
  });

  it('begin anew in a further round', () => {
    const own = [voteOf('me', 'self')];
    const { again } = show(pollOf({ method: 'plurality' }, own));
    fireEvent.click(screen.getByRole('radio', { name: 'Rui' }));
    again(pollOf({ method: 'plurality' }, own, { roundId: 'next', version: 5 }));
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
  });

  it('are apart from each other, one after the other, and may differ', async () => {
    const own = [voteOf('me', 'self'), voteOf('Marta', 'proxy')];
    const { sent, again } = show(pollOf({ method: 'plurality' }, own));
    const part = (name: RegExp) =>
      within(screen.getByRole('heading', { name }).closest('section') as HTMLElement);
    fireEvent.click(part(/Your own/).getByRole('radio', { name: 'Rui' }));
    expect(part(/Marta/).queryAllByRole('radio')).toEqual([]);
    fireEvent.click(part(/Marta/).getByRole('button', { name: /Vote for .*Marta/ }));
    fireEvent.click(part(/Marta/).getByRole('radio', { name: 'Jan' }));
    fireEvent.click(part(/Marta/).getByRole('button', { name: 'Check the ballot' }));
    fireEvent.click(part(/Marta/).getByRole('button', { name: 'Send this vote' }));
    await part(/Marta/).findByText('Your vote is recorded.');
    const ballot = { ballot: { choices: ['4'] }, code: 'C', castAt: '2014-06-13T10:00:00Z', confirmed: true };
    again(
      pollOf({ method: 'plurality' }, [
        voteOf('me', 'self'),
        voteOf('Marta', 'proxy', { cast: true, mayCast: false, ballot }),
      ]),
    );
    expect(part(/Your own/).getByRole<HTMLInputElement>('radio', { name: 'Rui' }).checked).toBe(true);
    expect(sent).toEqual([expect.objectContaining({ voterId: 'Marta', ballot: { choices: ['4'] } })]);
  });

  it('may be changed where the server says so, beginning with what stands', () => {
    const ballot = { ballot: { choices: ['2'] }, code: 'C', castAt: '2014-06-13T10:00:00Z', confirmed: true };
    const cast = voteOf('me', 'self', { cast: true, ballot });
    const { again } = show(pollOf({ method: 'plurality' }, [{ ...cast, mayCast: false }]));
    expect(screen.queryByRole('button', { name: 'Change my vote' })).toBeNull();
    again(pollOf({ method: 'plurality' }, [cast]));
    press('Change my vote');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Rui' }).checked).toBe(true);
    expect(screen.getByText('What stands until a change is confirmed:')).toBeTruthy();
  });

  it('of a city are confirmed by a second person, who sees what they confirm', () => {
    const ballot = {
      ballot: { choices: ['2'] },
      code: 'C',
      castAt: '2014-06-13T10:00:00Z',
      confirmed: false,
    };
    const cast = voteOf('fez', 'city', { cast: true, mayCast: false, ballot });
    const { again } = show(pollOf({ method: 'plurality', confirmed: true } as never, [cast]));
    expect(screen.queryByRole('button', { name: 'Confirm this vote' })).toBeNull();
    again(pollOf({ method: 'plurality', confirmed: true } as never, [{ ...cast, mayConfirm: true }]));
    expect(screen.getByRole('button', { name: 'Confirm this vote' })).toBeTruthy();
    expect(screen.getByText('Rui')).toBeTruthy();
  });
});
