import type { BallotAnswer, CastBallot } from './ballots.contract.js';
import type { PublicPollState } from './polls.contract.js';

export const VOTING_ERRORS = {
  'poll.state': 'conflict',
  'poll.not-open': 'conflict',
  'poll.not-on-roll': 'forbidden',
  'poll.already-voted': 'conflict',
  'poll.represented': 'forbidden',
  'poll.roll-empty': 'conflict',
  'poll.stage-taken': 'conflict',
  'poll.subject': 'conflict',
  'poll.session': 'conflict',
  'poll.terms': 'invalid',
  'poll.present-needed': 'invalid',
  'poll.present-weights': 'conflict',
  'poll.group-missing': 'conflict',
  'poll.tell-apart': 'conflict',
  'poll.no-repeat': 'conflict',
  'ballot.invalid': 'invalid',
  'ballot.code-taken': 'conflict',
  'ballot.retry': 'unavailable',
  'ballot.changed': 'conflict',
  'ballot.confirmed': 'conflict',
  'ballot.own': 'forbidden',
  'hand.differs': 'conflict',
  'hand.too-many': 'conflict',
  'hand.weights': 'conflict',
  'rehearsal.running': 'conflict',
  'proxy.holder': 'conflict',
  'proxy.given': 'conflict',
  'proxy.limit': 'conflict',
  'proxy.state': 'conflict',
} as const;

export const VOTING_EVENTS = {
  'poll.prepared': 'poll',
  'poll.changed': 'poll',
  'poll.announced': 'poll',
  'poll.opened': 'poll',
  'poll.counting-down': 'poll',
  'poll.prolonged': 'poll',
  'poll.closed': 'poll',
  'poll.published': 'poll',
  'poll.annulled': 'poll',
  'poll.repeated': 'poll',
  'poll.entered-by-hand': 'poll',
  'poll.rehearsed': 'poll',
  'proxy.offered': 'proxy',
  'proxy.accepted': 'proxy',
  'proxy.declined': 'proxy',
  'proxy.revoked': 'proxy',
} as const;

/** What watchers of a forum hear of its polls: the public state, whole, at most four times a second. */
export interface VotingBroadcasts {
  poll: (state: PublicPollState) => void;
}

/** Socket messages of this room, each answered with an acknowledgement. */
export interface VotingMessages {
  /** Casts a ballot. A retry with the same key is answered as the first time. */
  'ballot.cast': { request: CastBallot & { roundId: string; key: string }; answer: BallotAnswer };
}
