import type { ParticipantRole, TwinningKind } from '../../../forum/forum.contract.js';
import type { Lang, Localized } from '../../../kernel/localized.js';
import type { SessionKind } from '../../../program/program.contract.js';
import type { Rule } from '../../../voting/polls.contract.js';

/** What the sample is written in. Keys (`fez`, `teresa`, `water`) bind its parts and never leave it. */
export interface SampleCity {
  readonly key: string;
  readonly name: Localized;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Weight of each delegate; a city without one sends no delegation. */
  readonly weight: string;
}

export interface SampleTwinning {
  readonly cities: readonly [string, string];
  readonly kind: TwinningKind;
  readonly agreedOn: string | null;
}

export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  readonly locale: Lang;
  readonly role: ParticipantRole;
  readonly city?: string;
  readonly head?: boolean;
}

export interface SampleSession {
  readonly key: string;
  readonly kind: SessionKind;
  readonly title: Localized;
  readonly place: string;
  /** Hours from the beginning of the sitting that is under way at the first start: below 0 it has ended. */
  readonly starts: number;
  readonly hours: number;
}

export interface SampleTopic {
  readonly key: string;
  readonly name: Localized;
}

/** Paragraphs of a text, in the three languages. */
export type Paragraphs = Readonly<Record<Lang, readonly string[]>>;

export interface SampleProposal {
  readonly key: string;
  readonly topic: string;
  readonly author: string;
  /** The language it was written in; the other two are translations. */
  readonly lang: Lang;
  readonly title: Localized;
  readonly body: Paragraphs;
  /** How far it got. `on-the-table` and `voted` have a poll, the one ready to be opened, the other closed. */
  readonly state: 'draft' | 'submitted' | 'returned' | 'admitted' | 'on-the-table' | 'voted';
  readonly endorsers: readonly string[];
  /** Why it was returned. */
  readonly reason?: string;
  readonly rule?: Rule;
  /** How the hall voted; every delegate in none of the lists votes yes. */
  readonly votes?: {
    readonly no: readonly string[];
    readonly abstain: readonly string[];
    readonly absent: readonly string[];
  };
}

export interface SamplePost {
  readonly author: string;
  readonly lang: Lang;
  readonly paragraphs: readonly string[];
  /** Which post of the thread it answers, counted from 0; left out, it answers the thread. */
  readonly to?: number;
}

export interface SampleThread {
  readonly topic: string;
  readonly title: string;
  /** The first is the thread's own. */
  readonly posts: readonly [SamplePost, ...SamplePost[]];
}
