import type { Localized } from '../kernel/localized.js';
import type { InvitationPreview, InvitationView } from './forum.contract.js';
import type { Forum } from './forum.entity.js';
import { presentForumSummary } from './forum.presenter.js';
import type { Invitation } from './invitation.entity.js';
import { invitationState } from './invitation.states.js';
import type { InvitationCodes } from './invitation-codes.js';

export interface InvitationFacts {
  readonly invitation: Invitation;
  readonly cityName: Localized | null;
}

/** An invitation for organisers. The code is opened only while it lets somebody in. */
export function presentInvitation(
  { invitation, cityName }: InvitationFacts,
  codes: InvitationCodes,
  now: Date,
): InvitationView {
  const state = invitationState(invitation, now);
  const code = state === 'open' ? codes.open(invitation.codeSealed) : null;
  return {
    id: invitation.id,
    role: invitation.role,
    delegationId: invitation.delegationId,
    cityName,
    head: invitation.head,
    name: invitation.name,
    email: invitation.email,
    state,
    expiresAt: invitation.expiresAt.toISOString(),
    code,
    link: code && codes.link(code),
  };
}

/** What the holder of a code is shown: no address, since the code may have been found. */
export function presentPreview({ invitation, cityName }: InvitationFacts, forum: Forum): InvitationPreview {
  const { slug, title, theme, emblem } = presentForumSummary(forum);
  return {
    forum: { slug, title, theme, emblem },
    role: invitation.role,
    cityName,
    name: invitation.name,
  };
}
