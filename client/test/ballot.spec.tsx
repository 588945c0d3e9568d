import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { BallotView, PollView } from '../../src/voting/voting.contract.js';
import { useBallot } from '../src/features/voting/ballot.js';
import { ApiError } from '../src/lib/api-error.js';
import type { Realtime } from '../src/lib/realtime.js';
import { RealtimeContext } from '../src/lib/realtime-context.js';

interface Sent {
  readonly pollId: string;
  readonly choice: string;
  readonly key: string;
}

const POLL = {
  id: 'poll',
  state: 'open',
  version: 2,
  own: { weight: '1', ballot: null },
  abilities: { open: false, close: false, annul: false, vote: true },
} as unknown as PollView;
const BALLOT: BallotView = { choice: 'yes', receipt: 'ABCD', castAt: '2014-06-13T10:00:00Z' };
const STORED = 'nidaa.ballot.poll.me';

/** A line that gives the answers in turn; the last one stays. An error is a refusal or a cut. */
function lineThat(...answers: (BallotView | ApiError)[]) {
  const sent: Sent[] = [];
  const line = {
    subscribe: () => () => undefined,
    state: () => 'connected',
    ask: async (_: string, request: Sent) => {
      const answer = answers[Math.min(sent.length, answers.length - 1)] as BallotView | ApiError;
      sent.push(request);
      if (answer instanceof ApiError) throw answer;
      return answer;
    },
  };
  return { sent, line: line as unknown as Realtime };
}

function show(line: Realtime, client = new QueryClient()) {
  client.setQueryData(['poll', 'poll'], POLL);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <RealtimeContext value={line}>{children}</RealtimeContext>
    </QueryClientProvider>
  );
  return { client, ...renderHook(() => useBallot(POLL, 'me'), { wrapper }) };
}

const stored = () =>
  JSON.parse(localStorage.getItem(STORED) ?? 'null') as { choice: string; key: string } | null;

describe('a vote on its way', () => {
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

  it('is answered with its receipt, shown at once, and nothing of it stays on the device', async () => {
    const { line, sent } = lineThat(BALLOT);
    const { result, client } = show(line);
    act(() => result.current.vote('yes'));
    await waitFor(() => expect(result.current.ballot).toEqual(BALLOT));
    expect(sent).toHaveLength(1);
    expect(stored()).toBeNull();
    expect(client.getQueryData<PollView>(['poll', 'poll'])).toMatchObject({
      own: { ballot: BALLOT },
      abilities: { vote: false },
    });
  });

  it('is kept, choice and key, until it is answered', async () => {
    const { line, sent } = lineThat(new ApiError('client.offline', 0));
    const { result, unmount } = show(line);
    act(() => result.current.vote('no'));
    await waitFor(() => expect(sentByHttp).toHaveLength(1));
    expect(stored()).toEqual({ choice: 'no', key: sent[0]?.key });
    expect(sentByHttp[0]).toBe(sent[0]?.key);
    expect(result.current.pending?.choice).toBe('no');
    unmount();

    const later = lineThat(BALLOT);
    const reopened = show(later.line);
    await waitFor(() => expect(reopened.result.current.ballot).toEqual(BALLOT));
    expect(later.sent[0]).toEqual({ pollId: 'poll', choice: 'no', key: sent[0]?.key });
    expect(stored()).toBeNull();
  });

  it('goes over HTTP with the same key where the socket gives no answer', async () => {
    httpAnswers = () =>
      Promise.resolve({ ok: true, status: 200, text: async () => JSON.stringify(BALLOT) } as Response);
    const { line, sent } = lineThat(new ApiError('client.offline', 0));
    const { result } = show(line);
    act(() => result.current.vote('yes'));
    await waitFor(() => expect(result.current.ballot).toEqual(BALLOT));
    expect(sentByHttp).toEqual([sent[0]?.key]);
  });

  it('is given up only when the server refuses it for good', async () => {
    const { line, sent } = lineThat(new ApiError('poll.not-open', 409));
    const { result } = show(line);
    act(() => result.current.vote('yes'));
    await waitFor(() => expect(result.current.refusal).toMatchObject({ code: 'poll.not-open' }));
    expect(sent).toHaveLength(1);
    expect(sentByHttp).toHaveLength(0);
    expect(result.current.pending).toBeNull();
    expect(stored()).toBeNull();
  });

  it('of one person is never found by the next on the same device', () => {
    localStorage.setItem('nidaa.ballot.poll.other', JSON.stringify({ choice: 'no', key: 'k' }));
    const { result } = show(lineThat(BALLOT).line);
    expect(result.current.pending).toBeNull();
  });
});
