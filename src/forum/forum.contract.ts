import type { Lang, Localized } from '../kernel/localized.js';

export const PARTICIPANT_ROLES = ['organiser', 'moderator', 'delegate', 'observer'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export const TWINNING_KINDS = ['twinning', 'friendship', 'partnership'] as const;
export type TwinningKind = (typeof TWINNING_KINDS)[number];

export const FORUM_ERRORS = {
  'forum.slug-taken': 'conflict',
  'forum.dates': 'invalid',
  'topic.in-use': 'conflict',
  'city.known': 'conflict',
  'twinning.known': 'conflict',
  'delegation.known': 'conflict',
  'delegation.in-use': 'conflict',
  'delegation.has-head': 'conflict',
  'delegate.needs-delegation': 'invalid',
  'participant.last-organiser': 'conflict',
  'invitation.invalid': 'missing',
  'invitation.used': 'conflict',
  'participant.known': 'conflict',
  'file.type': 'invalid',
} as const;

export interface ForumSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: Localized;
  readonly theme: Localized;
  readonly place: Localized;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sample: boolean;
  /** Address of the emblem picture, or null. */
  readonly emblem: string | null;
}

/** The regions of the world, after the United Nations' standard M49. */
export const REGIONS = ['africa', 'americas', 'asia', 'europe', 'oceania'] as const;
export type Region = (typeof REGIONS)[number];

/** So many delegations, of cities in so many regions of the world, admit a proposal by endorsing it. */
export interface Admission {
  readonly delegations: number;
  readonly regions: number;
}

export interface ForumView extends ForumSummary {
  readonly version: number;
  /** Null where moderators admit proposals. */
  readonly admission: Admission | null;
  readonly hostCity: CityView | null;
  readonly topics: readonly TopicView[];
  readonly counts: { readonly delegations: number; readonly participants: number };
  readonly abilities: {
    readonly manage: boolean;
    readonly moderate: boolean;
    readonly contribute: boolean;
    readonly compile: boolean;
  };
}

export interface TopicView {
  readonly id: string;
  readonly position: number;
  readonly name: Localized;
}

export interface CityView {
  readonly id: string;
  readonly name: Localized;
  /** ISO 3166-1 alpha-2, or null where whoever entered the city left it open. */
  readonly country: string | null;
  readonly latitude: number;
  readonly longitude: number;
}

export interface TwinningView {
  readonly id: string;
  readonly cities: readonly [CityView, CityView];
  readonly kind: TwinningKind;
  /** A year, a month or a day: `2013`, `2013-06`, `2013-06-12`. */
  readonly agreedOn: string | null;
}

export interface DelegationView {
  readonly id: string;
  readonly city: CityView;
  /** An exact number: `"1"`, `"3/2"`. */
  readonly weight: string;
  readonly participants: number;
  readonly head: string | null;
}

export interface ParticipantView {
  readonly id: string;
  readonly name: string;
  readonly role: ParticipantRole;
  readonly delegationId: string | null;
  readonly cityName: Localized | null;
  readonly head: boolean;
  /** Votes for the delegation where cities vote, as its head does. */
  readonly deputy: boolean;
  readonly suspended: boolean;
}

/** How a participant is named next to what they wrote. */
export interface AuthorView {
  readonly id: string;
  readonly name: string;
  readonly cityName: Localized | null;
}

export interface InvitationView {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly delegationId: string | null;
  readonly cityName: Localized | null;
  readonly head: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly state: 'open' | 'used' | 'revoked' | 'expired';
  readonly expiresAt: string;
  /** The code in groups (`ABCDE-FGHJK`) and the address behind the QR code; null unless the invitation is open. */
  readonly code: string | null;
  readonly link: string | null;
}

/** What a holder of a code is shown before joining. */
export interface InvitationPreview {
  readonly forum: Pick<ForumSummary, 'slug' | 'title' | 'theme' | 'emblem'>;
  readonly role: ParticipantRole;
  readonly cityName: Localized | null;
  readonly name: string | null;
}

export interface CreateForum {
  readonly slug: string;
  readonly title: Localized;
  readonly theme: Localized;
  readonly place: Localized;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hostCityId?: string;
}
export interface UpdateForum extends Partial<Omit<CreateForum, 'slug'>> {
  readonly version: number;
  /** Null: moderators admit proposals, and endorsements do not. */
  readonly admission?: Admission | null;
}
export interface WriteTopic {
  readonly name: Localized;
}
export interface CreateCity {
  readonly name: Localized;
  readonly country?: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonamesId?: number;
}
export interface CreateTwinning {
  readonly cityIds: readonly [string, string];
  readonly kind: TwinningKind;
  readonly agreedOn?: string;
}
export interface CreateDelegation {
  readonly cityId: string;
  readonly weight?: string;
}
export interface UpdateDelegation {
  readonly weight: string;
}
export interface UpdateParticipant {
  readonly role?: ParticipantRole;
  readonly delegationId?: string;
  readonly head?: boolean;
  readonly deputy?: boolean;
  readonly suspended?: boolean;
}
export interface CreateInvitations {
  readonly invitations: readonly {
    readonly role: ParticipantRole;
    readonly delegationId?: string;
    readonly head?: boolean;
    readonly name?: string;
    /** With an address, the invitation is also sent by mail. */
    readonly email?: string;
    readonly locale?: Lang;
  }[];
}
export interface JoinForum {
  readonly code: string;
  readonly name: string;
  readonly locale: Lang;
}

/** A mail as organisers see it where no mail server is set. */
export interface MailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

/** Events of this room and the kind of object that their hint names. */
export const FORUM_EVENTS = {
  'forum.created': 'forum',
  'forum.changed': 'forum',
  'topic.added': 'topic',
  'topic.changed': 'topic',
  'topic.removed': 'topic',
  'city.added': 'city',
  'twinning.added': 'twinning',
  'delegation.added': 'delegation',
  'delegation.changed': 'delegation',
  'delegation.removed': 'delegation',
  'participant.invited': 'invitation',
  'invitation.revoked': 'invitation',
  'participant.joined': 'participant',
  'participant.changed': 'participant',
} as const;
