import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from '../../../src/kernel/pagination.js';
import type { Hint } from '../../../src/platform/realtime/realtime.contract.js';
import type { OwnVote } from '../../../src/voting/ballots.contract.js';
import type { PollView, PublicPollState } from '../../../src/voting/polls.contract.js';
import { OF } from './query-client.js';
import { hearServerTime } from './server-clock.js';

/** Objects that are shown inside others: a hint for the first is one for these too. */
const SHOWN_IN: Readonly<Record<string, readonly string[]>> = {
  topic: ['forum'],
  city: ['delegation', 'twinning'],
  delegation: ['forum', 'participant', 'invitation'],
  participant: ['forum', 'delegation', 'me'],
  amendment: ['merge'],
  proposal: ['merge'],
  // Where comments stand in the text follows the text.
  appeal: ['comment'],
};

/** Lists of things under another: a hint for that one is one for the things, and for its own list of them. */
const UNDER: Readonly<Record<string, string>> = { amendment: 'proposal', 'clause-amendment': 'appeal' };

/** Whether a query may show what this hint is about. Objects under another's id, as a thread's posts, share its kind. */
export function concerns(key: QueryKey, hint: Pick<Hint, 'kind' | 'id'>): boolean {
  const [kind, second, third] = key;
  if (kind === hint.kind) return second === hint.id || second === OF;
  if (UNDER[kind as string] === hint.kind) return second !== OF || third === hint.id;
  return SHOWN_IN[hint.kind]?.includes(kind as string) ?? false;
}

/** Marks as stale all that the hints are about, in one pass; what is on screen is fetched anew. */
export function applyHints(client: QueryClient, hints: readonly Hint[]): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => hints.some((hint) => concerns(queryKey, hint)),
  });
}

/** A later state of the same attempt at a poll: more of it happened, or more people had voted. */
export function isNewer(
  state: PublicPollState,
  known: Pick<PollView, 'roundId' | 'version' | 'turnout'>,
): boolean {
  if (state.roundId !== known.roundId) return false;
  return (
    state.version > known.version ||
    (state.version === known.version && state.turnout.cast > known.turnout.cast)
  );
}

/** Puts a poll's public state into every query that shows it; a late or repeated one changes nothing. */
export function applyPollState(client: QueryClient, state: PublicPollState): void {
  hearServerTime(state.at);
  const { id, version, turnout, closesAt, at } = state;
  const merge = (poll: PollView): PollView =>
    poll.id === id && isNewer(state, poll)
      ? { ...poll, state: state.state, version, turnout, closesAt, at }
      : poll;
  const before = client.getQueryData<PollView>(['poll', id]);
  client.setQueryData<PollView>(['poll', id], (poll) => poll && merge(poll));
  client.setQueriesData<InfiniteData<Page<PollView>>>(
    { queryKey: ['poll', OF] },
    (lists) =>
      lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, items: page.items.map(merge) })) },
  );
  // Opening and closing change what each reader may do and see, and a further attempt everything: that is asked for.
  const moved = before && before.state !== state.state && isNewer(state, before);
  const repeated = before && before.roundId !== state.roundId && version > before.version;
  // A city's vote may have been cast by another who acts for it.
  const shared = before?.terms.electorate === 'cities' && isNewer(state, before) && before.own.some(waits);
  if (moved || repeated || shared) void client.invalidateQueries({ queryKey: ['poll', id] });
}

/** Not cast, or still to be confirmed by a second person. */
const waits = ({ cast, ballot }: OwnVote): boolean => !cast || ballot?.confirmed === false;
