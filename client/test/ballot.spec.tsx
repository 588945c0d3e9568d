import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { BallotAnswer, BallotContent, OwnVote } from '../../src/voting/ballots.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { type PendingBallot, recallReceipt } from '../src/features/voting/ballot/kept.js';
import { useBallot } from '../src/features/voting/ballot.js';
import { ApiError } from '../src/lib/api-error.js';
import type { Realtime } from '../src/lib/realtime.js';
import { RealtimeContext } from '../src/lib/realtime-context.js';

const YES: BallotContent = { choice: 'yes' };
const NO: BallotContent = { choice: 'no' };
const VOTE: OwnVote = {
  voterId: 'me',
  name: 'Amina',
  city: null,
  weight: '1',
  as: 'self',
  cast: false,
  ballot: null,
  mayCast: true,
  mayConfirm: false,
};
const STORED = 'nidaa.ballot.poll.me.me';
const PLACE = { pollId: 'poll', roundId: 'round', voterId: 'me', participantId: 'me' };
const OFFLINE = new ApiError('client.offline', 0);

function pollWith(terms: object, own: readonly OwnVote[] = [VOTE], roundId = 'round'): PollView {
  return {
    id: 'poll',
    roundId,
    state: 'open',
    version: 2,
    definitionHash: 'hash',
    terms: { secrecy: 'named', ...terms },
    own,
  } as unknown as PollView;
}
const NAMED = pollWith({ changeable: true });
const SECRET = pollWith({ secrecy: 'secret' });

interface Sent {
  readonly roundId: string;
  readonly voterId: string;
  readonly ballot: BallotContent;
  readonly code: string;
  readonly key: string;
}
type Reply = (sent: Sent) => BallotAnswer | ApiError;

/** As the server holds a ballot in a poll that is not secret. */
const recorded: Reply = ({ voterId, ballot, code }) => ({
  voterId,
  recorded: true,
  ballot: { ballot, code, castAt: '2014-06-13T10:00:00Z', confirmed: true },
});
const recordedInSecret: Reply = ({ voterId }) => ({ voterId, recorded: true, ballot: null });

/** A line that answers in turn; the last answer stays. An error is a refusal or a cut. */
function lineThat(...replies: (Reply | ApiError)[]) {
  const sent: Sent[] = [];
  const listeners = new Set<() => void>();
  const state = { line: 'connected' };
  const line = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state.line,
    ask: async (_: string, request: Sent) => {
      const reply = replies[Math.min(sent.length, replies.length - 1)] as Reply | ApiError;
      sent.push(request);
      const answer = reply instanceof ApiError ? reply : reply(request);
      if (answer instanceof ApiError) throw answer;
      return answer;
    },
  };
  const turn = (to: string) => {
    state.line = to;
    for (const listener of listeners) listener();
  };
  return { sent, turn, line: line as unknown as Realtime };
}

function show(line: Realtime, poll = NAMED, vote = VOTE, participantId = 'me') {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['poll', 'poll'], poll);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <RealtimeContext value={line}>{children}</RealtimeContext>
    </QueryClientProvider>
  );
  const hook = renderHook(() => useBallot(poll, vote, participantId), { wrapper });
  goHome.push(() => {
    client.setQueryData(['me'], { account: null, seats: [] });
    hook.result.current.again();
  });
  return { client, ...hook };
}

/** Ends what is still being sent when a test is over. */
const goHome: (() => void)[] = [];
afterEach(() => act(() => goHome.splice(0).forEach((go) => void go())));

const stored = () => JSON.parse(localStorage.getItem(STORED) ?? 'null') as PendingBallot | null;
const keep = (pending: Partial<PendingBallot>) =>
  localStorage.setItem(
    STORED,
    JSON.stringify({
      roundId: 'round',
      voterId: 'me',
      ballot: NO,
      code: 'C',
      key: 'k',
      over: null,
      ...pending,
    }),
  );

let httpAnswers: () => Promise<Response>;
const sentByHttp: string[] = [];

beforeEach(() => {
  localStorage.clear();
  sentByHttp.length = 0;
  httpAnswers = () => Promise.reject(new TypeError('offline'));
  globalThis.fetch = ((_: string, init: RequestInit) => {
    sentByHttp.push((init.headers as Record<string, string>)['idempotency-key'] as string);
    return httpAnswers();
  }) as typeof fetch;
});

describe('a vote on its way', () => {
  it('is answered with what stands, shown at once, and nothing of it stays on the device', async () => {
    const { line, sent } = lineThat(recorded);
    const { result, client } = show(line);
    expect(result.current.cast).toBe(false);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.cast).toBe(true));
    expect(sent).toHaveLength(1);
    expect(result.current).toMatchObject({ pending: null, standing: { ballot: YES }, code: sent[0]?.code });
    expect(localStorage).toHaveLength(0);
    expect(client.getQueryData<PollView>(['poll', 'poll'])?.own[0]).toMatchObject({
      cast: true,
      ballot: { code: sent[0]?.code },
    });
  });

  it('has a code of 26 signs and a key, neither of which tells the other', async () => {
    const { line, sent } = lineThat(recorded);
    const { result } = show(line);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.cast).toBe(true));
    act(() => result.current.vote(NO));
    await waitFor(() => expect(sent).toHaveLength(2));
    for (const { code } of sent) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(new Set(sent.flatMap(({ code, key }) => [code, key])).size).toBe(4);
  });

  it('is kept whole before it is sent, and until it is answered', async () => {
    const keptAtSending: (PendingBallot | null)[] = [];
    const { line, sent } = lineThat(() => {
      keptAtSending.push(stored());
      return OFFLINE;
    });
    const { result, unmount } = show(line);
    act(() => result.current.vote(NO));
    await waitFor(() => expect(sentByHttp).toHaveLength(1));
    const { code, key } = sent[0] as Sent;
    const whole = { roundId: 'round', voterId: 'me', ballot: NO, code, key, over: null };
    expect(keptAtSending).toEqual([whole]);
    expect(stored()).toEqual(whole);
    expect(sentByHttp[0]).toBe(key);
    expect(result.current).toMatchObject({ cast: false, pending: { ballot: NO } });
    await waitFor(() => expect(result.current.troubled).toBe(true));
    unmount();

    const later = lineThat(recorded);
    const reopened = show(later.line);
    expect(reopened.result.current.cast).toBe(false);
    await waitFor(() => expect(reopened.result.current.cast).toBe(true));
    expect(later.sent[0]).toMatchObject({ ballot: NO, code, key });
    expect(stored()).toBeNull();
  });

  it('goes over HTTP with the same key where the socket gives no answer', async () => {
    const answer: BallotAnswer = { voterId: 'me', recorded: true, ballot: null };
    httpAnswers = () =>
      Promise.resolve({ ok: true, status: 200, text: async () => JSON.stringify(answer) } as Response);
    const { line, sent } = lineThat(OFFLINE);
    const { result } = show(line);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.cast).toBe(true));
    expect(sentByHttp).toEqual([sent[0]?.key]);
  });

  it('waits and comes again with the same key where the server is full, by no other door', async () => {
    const { line, sent } = lineThat(new ApiError('ballot.retry', 503), recorded);
    const { result } = show(line);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.troubled).toBe(true));
    expect(result.current.cast).toBe(false);
    act(() => result.current.again());
    await waitFor(() => expect(result.current.cast).toBe(true));
    expect(sentByHttp).toEqual([]);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('sets out again at once when the line is back', async () => {
    const { line, sent, turn } = lineThat(OFFLINE, recorded);
    const { result } = show(line);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(sentByHttp).toHaveLength(1));
    act(() => turn('lost'));
    await waitFor(() => expect(result.current.troubled).toBe(true));
    act(() => turn('connected'));
    await waitFor(() => expect(result.current.cast).toBe(true), { timeout: 400 });
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('is given up only when the server refuses it for good', async () => {
    const { line, sent } = lineThat(new ApiError('poll.not-open', 409));
    const { result } = show(line);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.refusal).toMatchObject({ code: 'poll.not-open' }));
    expect(sent).toHaveLength(1);
    expect(sentByHttp).toHaveLength(0);
    expect(result.current).toMatchObject({ cast: false, pending: null });
    expect(stored()).toBeNull();
  });

  it('stays on the device while another person is signed in there', async () => {
    const { line, sent } = lineThat(OFFLINE, recorded);
    const { result, client } = show(line);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.troubled).toBe(true));
    client.setQueryData(['me'], { account: null, seats: [{ participantId: 'other' }] });
    act(() => result.current.again());
    await act(async () => undefined);
    expect(sent).toHaveLength(1);
    expect(stored()).toMatchObject({ ballot: YES });
  });

  it('of one person, or for one voter, is never found by the next on the same device', () => {
    keep({});
    expect(show(lineThat(recorded).line, NAMED, VOTE, 'other').result.current.pending).toBeNull();
    const other = { ...VOTE, voterId: 'principal' };
    expect(show(lineThat(recorded).line, NAMED, other).result.current.pending).toBeNull();
  });

  it('of an earlier round is dropped, not sent', async () => {
    keep({ roundId: 'earlier' });
    const { line, sent } = lineThat(recorded);
    const { result } = show(line);
    await act(async () => undefined);
    expect(result.current.pending).toBeNull();
    expect([sent.length, stored()]).toEqual([0, null]);
  });
});

describe('a secret vote', () => {
  it('leaves its code and the fingerprint on the device, and not what was voted', async () => {
    const { line, sent } = lineThat(recordedInSecret);
    const { result, unmount } = show(line, SECRET);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.cast).toBe(true));
    const code = sent[0]?.code as string;
    expect(result.current).toMatchObject({ code, justCast: YES, standing: null });
    expect(recallReceipt(PLACE)).toEqual({ code, definitionHash: 'hash' });
    expect(JSON.stringify(localStorage)).not.toContain('yes');
    unmount();

    const again = show(lineThat(recordedInSecret).line, SECRET, { ...VOTE, cast: true, mayCast: false });
    expect(again.result.current).toMatchObject({ cast: true, code, justCast: null, standing: null });
  });

  it('has no receipt before it is acknowledged', async () => {
    const { line } = lineThat(OFFLINE);
    const { result } = show(line, SECRET);
    act(() => result.current.vote(YES));
    await waitFor(() => expect(result.current.troubled).toBe(true));
    expect([result.current.cast, result.current.code, recallReceipt(PLACE)]).toEqual([false, null, null]);
  });
});

describe('a vote that is changed', () => {
  const standing = { ballot: YES, code: 'OLD', castAt: '2014-06-13T10:00:00Z', confirmed: true };
  const cast = { ...VOTE, cast: true, ballot: standing };

  it('leaves the old one standing until the new one, with its own code and key, is acknowledged', async () => {
    const { line, sent } = lineThat(OFFLINE);
    const { result } = show(line, NAMED, cast);
    act(() => result.current.vote(NO));
    await waitFor(() => expect(result.current.troubled).toBe(true));
    expect(result.current).toMatchObject({ cast: true, standing, pending: { ballot: NO } });
    expect(sent[0]).toMatchObject({ over: 'OLD' });
    expect(sent[0]?.code).not.toBe('OLD');
    expect(stored()).toMatchObject({ over: 'OLD' });
  });

  it('is not changed by what was left unsent before a later vote on another device', async () => {
    keep({ over: 'OLDER' });
    const { line, sent } = lineThat(recorded);
    const { result } = show(line, NAMED, cast);
    await act(async () => undefined);
    expect(result.current).toMatchObject({ standing, pending: null });
    expect([sent.length, stored()]).toEqual([0, null]);
  });
});
