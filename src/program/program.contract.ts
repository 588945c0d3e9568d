import type { Localized } from '../kernel/localized.js';

export const SESSION_KINDS = ['plenary', 'workshop', 'ceremony', 'visit'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export const SESSION_STATES = ['planned', 'running', 'ended'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const PROGRAM_ERRORS = {
  'session.dates': 'invalid',
  'session.state': 'conflict',
} as const;

export interface SessionView {
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: Localized;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: SessionState;
  readonly version: number;
  readonly abilities: {
    readonly edit: boolean;
    readonly start: boolean;
    readonly end: boolean;
    readonly openPoll: boolean;
  };
}
export interface WriteSession {
  readonly kind: SessionKind;
  readonly title: Localized;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
}
export interface UpdateSession extends WriteSession {
  readonly version: number;
}

export const PROGRAM_EVENTS = {
  'session.planned': 'session',
  'session.changed': 'session',
  'session.started': 'session',
  'session.ended': 'session',
} as const;
