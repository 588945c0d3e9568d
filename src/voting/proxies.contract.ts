export const PROXY_STATES = ['offered', 'accepted', 'declined', 'revoked'] as const;

export type ProxyState = (typeof PROXY_STATES)[number];

/** One participant asks another to vote for them in the polls that allow it, until it is revoked. */
export interface ProxyView {
  readonly id: string;
  readonly principal: { readonly id: string; readonly name: string };
  readonly holder: { readonly id: string; readonly name: string };
  readonly state: ProxyState;
  readonly version: number;
  readonly abilities: { readonly accept: boolean; readonly decline: boolean; readonly revoke: boolean };
}

export interface OfferProxy {
  readonly holderId: string;
}

/** How many proxies one person may hold. */
export const PROXIES_MAX = 2;
