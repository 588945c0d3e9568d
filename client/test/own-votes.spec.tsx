import './text-encoder.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { BallotContent, OwnVote } from '../../src/voting/ballots.contract.js';
import type { Method } from '../../src/voting/counting/counting.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { FormTerms } from '../src/features/voting/ballot/content.js';
import { VotePanel } from '../src/features/voting/vote-panel.js';
import { needTexts, setLang } from '../src/i18n/i18n.js';
import type { Realtime } from '../src/lib/realtime.js';
import { RealtimeContext } from '../src/lib/realtime-context.js';
import { termsOf } from './ballot-terms.js';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(async () => {
  await setLang('en');
  await needTexts(['voting', 'forms']);
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
