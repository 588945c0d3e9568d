import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { type CreateInvitations, FORUM_ERRORS } from './forum.contract.js';

export type WantedInvitation = CreateInvitations['invitations'][number];

/**
 * Whether these seats can be offered in a forum with these delegations; answers which delegations would get
 * a head. Refuses a delegate without delegation, another forum's delegation, and two heads of one.
 */
export function headsWanted(
  invitations: readonly WantedInvitation[],
  delegationIds: ReadonlySet<string>,
): string[] {
  const heads: string[] = [];
  for (const [index, { role, delegationId, head }] of invitations.entries()) {
    if (role === 'delegate' && !delegationId) throw refuse(FORUM_ERRORS, 'delegate.needs-delegation');
    if (delegationId && !delegationIds.has(delegationId)) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (head && role !== 'delegate')
      throw refuse(KERNEL_ERRORS, 'request.invalid', {
        fields: [{ field: `invitations.${index}.head`, rule: 'isDelegate' }],
      });
    if (head && delegationId) heads.push(delegationId);
  }
  if (new Set(heads).size < heads.length) throw refuse(FORUM_ERRORS, 'delegation.has-head');
  return heads;
}
