import type { AuthorView } from '../../forum/forum.contract.js';
import type { AttachedFile } from './attached-files.js';
import type { AttachmentView } from './attachments.contract.js';

export function presentAttachment(
  { id, name, mediaType, size, sha256, participantId, addedAt }: AttachedFile,
  named: (id: string | null) => AuthorView | null,
): AttachmentView {
  return {
    id,
    name,
    mediaType,
    size: Number(size),
    sha256,
    by: named(participantId),
    at: addedAt.toISOString(),
  };
}
