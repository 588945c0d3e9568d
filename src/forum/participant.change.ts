import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { FORUM_ERRORS, type ParticipantRole, type UpdateParticipant } from './forum.contract.js';

interface Seat {
  readonly role: ParticipantRole;
  readonly delegationId: string | null;
  readonly head: boolean;
  readonly deputy: boolean;
  readonly suspendedAt: Date | null;
}

/**
 * What a seat becomes by a change. Who leaves the delegates or changes the delegation is its head or deputy no more, unless the
 * change says so. Refuses `delegate.needs-delegation`, and `request.invalid` for a head or deputy who is no delegate.
 */
export function changedSeat(seat: Seat, change: UpdateParticipant, now: Date): Seat {
  const role = change.role ?? seat.role;
  const delegationId = change.delegationId ?? seat.delegationId;
  if (role === 'delegate' && delegationId === null) throw refuse(FORUM_ERRORS, 'delegate.needs-delegation');
  for (const field of ['head', 'deputy'] as const)
    if (change[field] && role !== 'delegate')
      throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [{ field, rule: 'isDelegate' }] });
  const stays = role === 'delegate' && delegationId === seat.delegationId;
  return {
    role,
    delegationId,
    head: change.head ?? (stays && seat.head),
    deputy: change.deputy ?? (stays && seat.deputy),
    suspendedAt: suspension(seat.suspendedAt, change.suspended, now),
  };
}

/** An active organiser: a forum never has none. */
export const leads = ({ role, suspendedAt }: Pick<Seat, 'role' | 'suspendedAt'>): boolean =>
  role === 'organiser' && suspendedAt === null;

function suspension(since: Date | null, wanted: boolean | undefined, now: Date): Date | null {
  if (typeof wanted !== 'boolean') return since;
  return wanted ? (since ?? now) : null;
}
