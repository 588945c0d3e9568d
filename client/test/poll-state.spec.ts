import { QueryClient } from '@tanstack/react-query';
import type { PollView, PublicPollState } from '../../src/voting/polls.contract.js';
import { applyPollState } from '../src/lib/hints.js';

const POLL = {
  id: 'poll',
  roundId: 'round',
  state: 'open',
  version: 2,
  turnout: { cast: 3, entitled: 9 },
  closesAt: null,
  at: '2014-06-13T10:00:00.000Z',
  terms: { electorate: 'delegates' },
  own: [{ cast: false, ballot: null }],
} as unknown as PollView;

/** What is shown after a state was heard, and whether the poll was asked for anew. */
function shownAfter(heard: Partial<PublicPollState>, poll: object = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['poll', 'poll'], { ...POLL, ...poll });
  const { id, roundId, state, version, turnout, closesAt, at } = POLL;
  applyPollState(client, { id, roundId, state, version, turnout, closesAt, at, ...heard });
  return {
    poll: client.getQueryData<PollView>(['poll', 'poll']) as PollView,
    asked: client.getQueryState(['poll', 'poll'])?.isInvalidated,
  };
}
const cast = (count: number) => ({ cast: count, entitled: 9 });

describe('the state of a poll that is heard', () => {
  it('counts where more have voted, or the chair moved, with the time of the close', () => {
    expect(shownAfter({ turnout: cast(4) })).toMatchObject({ poll: { turnout: cast(4) }, asked: false });
    const closesAt = '2014-06-13T10:01:00.000Z';
    const at = '2014-06-13T10:00:30.000Z';
    expect(shownAfter({ version: 3, state: 'closing', closesAt, at })).toMatchObject({
      poll: { state: 'closing', version: 3, closesAt, at },
      asked: true,
    });
  });

  it('changes nothing when it comes late or twice', () => {
    for (const late of [{ turnout: cast(2) }, { version: 1, turnout: cast(8) }, {}])
      expect(shownAfter(late)).toEqual({ poll: POLL, asked: false });
  });

  it('of a further round is not laid over this one: the poll is asked for', () => {
    const next = { roundId: 'next', version: 5, state: 'open', turnout: cast(0) } as const;
    expect(shownAfter(next)).toEqual({ poll: POLL, asked: true });
    expect(shownAfter({ roundId: 'earlier', version: 1, turnout: cast(9) })).toEqual({
      poll: POLL,
      asked: false,
    });
  });

  it('of a vote by city makes those who act for one that waits ask whether another cast it', () => {
    const cities = { terms: { electorate: 'cities' } };
    expect(shownAfter({ turnout: cast(4) }, cities).asked).toBe(true);
    const own = [{ cast: true, ballot: { confirmed: true } }];
    expect(shownAfter({ turnout: cast(4) }, { ...cities, own }).asked).toBe(false);
  });
});
