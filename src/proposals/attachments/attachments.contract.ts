import type { AuthorView } from '../../forum/forum.contract.js';
import { FILE_KINDS, type FileKind } from '../../platform/files/file-kinds.contract.js';

export const ATTACHMENT_LIMITS = {
  /** Of one proposal. */
  files: 10,
  /** Of one file: 10 MiB. */
  bytes: 10 * 1024 * 1024,
  /** Of all that one person has attached in a forum: 200 MiB. */
  bytesOfPerson: 200 * 1024 * 1024,
} as const;

/** The endings that a dialog offers; what a file is, the server sees by its content. */
export const ATTACHMENT_ENDINGS: readonly string[] = [...(Object.keys(FILE_KINDS) as FileKind[]), 'jpeg'];

export const ATTACHMENT_ERRORS = {
  'attachment.type': 'invalid',
  'attachment.too-many': 'conflict',
  'attachment.no-room': 'conflict',
} as const;

/** A file that belongs to a proposal. */
export interface AttachmentView {
  readonly id: string;
  /** With the ending of what it is. */
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, in lower-case hex. */
  readonly sha256: string;
  readonly by: AuthorView | null;
  readonly at: string;
}
