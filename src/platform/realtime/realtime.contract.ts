import type { FieldProblem } from '../../kernel/errors.js';

/** Tells that an object changed; whoever shows it asks for it anew. Delivered at least once, never with content. */
export interface Hint {
  /** The event's type, such as `post.added`. */
  readonly type: string;
  /** The kind and id of the object to refetch, such as `thread`. */
  readonly kind: string;
  readonly id: string;
  readonly forumId: string | null;
}

/** What every socket may hear; rooms add their own broadcasts in their contracts. */
export interface ServerMessages {
  hint: (hint: Hint) => void;
  /** The sign-in behind this socket was revoked; the connection is cut after this. */
  'signed-out': () => void;
}

/** Every message is acknowledged with one of these. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: string;
        readonly fields?: readonly FieldProblem[];
        readonly requestId: string;
      };
    };

export interface RealtimeMessages {
  /** Begins to hear the hints of a forum (by slug) and the state of its polls. Readers without account may. */
  'forum.watch': { request: { slug: string }; answer: { forumId: string } };
  'forum.unwatch': { request: { slug: string }; answer: { forumId: string } };
}
