import type { Json } from '../../kernel/canonical-json.js';
import type { Event } from './event.entity.js';

/** What the hash of an event covers: everything that was known when it happened, and its place in the chain. */
export function chainEntry(event: Readonly<Event>, seq: number): Json {
  return {
    id: event.id,
    forumId: event.forumId,
    seq,
    type: event.type,
    subject: { kind: event.subjectKind, id: event.subjectId },
    actorId: event.actorId,
    payload: event.payload,
    createdAt: event.createdAt.toISOString(),
  };
}
