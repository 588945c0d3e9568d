import type { ProxyState } from './proxies.contract.js';
import type { VOTING_EVENTS } from './voting.contract.js';

interface Move {
  readonly from: readonly ProxyState[];
  readonly to: ProxyState;
  readonly who: readonly ('principal' | 'holder')[];
  readonly event: keyof typeof VOTING_EVENTS;
}

/** How a proxy moves. What is revoked or declined stays so; another may be offered. Rolls that are frozen do not change. */
export const PROXY_MOVES = {
  accept: { from: ['offered'], to: 'accepted', who: ['holder'], event: 'proxy.accepted' },
  decline: { from: ['offered'], to: 'declined', who: ['holder'], event: 'proxy.declined' },
  revoke: {
    from: ['offered', 'accepted'],
    to: 'revoked',
    who: ['principal', 'holder'],
    event: 'proxy.revoked',
  },
} as const satisfies Record<string, Move>;

export type ProxyMove = keyof typeof PROXY_MOVES;

interface Parties {
  readonly state: ProxyState;
  readonly principalId: string;
  readonly holderId: string;
}

export function canMoveProxy({ state }: Parties, move: ProxyMove): boolean {
  return (PROXY_MOVES[move].from as readonly ProxyState[]).includes(state);
}

/** Whether the participant is one of those who make this move. */
export function movesProxy(
  { principalId, holderId }: Parties,
  move: ProxyMove,
  participantId: string,
): boolean {
  const ids = { principal: principalId, holder: holderId };
  return PROXY_MOVES[move].who.some((who) => ids[who] === participantId);
}
