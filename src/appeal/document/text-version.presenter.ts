import type { AuthorView } from '../../forum/forum.contract.js';
import type { PartlyLocalized } from '../../kernel/localized.js';
import type { DocumentVersion } from './document-version.entity.js';
import type { TextVersion, TextVersionSummary } from './versions.contract.js';

type Authors = ReadonlyMap<string, AuthorView>;

export function presentVersionSummary(
  version: Omit<DocumentVersion, 'clauses'>,
  authors: Authors,
): TextVersionSummary {
  return {
    number: version.number,
    name: version.name,
    restored: version.restored,
    author: authors.get(version.participantId ?? '') ?? null,
    at: version.madeAt.toISOString(),
  };
}

export function presentTextVersion(version: DocumentVersion, authors: Authors): TextVersion {
  return {
    ...presentVersionSummary(version, authors),
    clauses: version.clauses.map(({ id, kind, topicId, texts }) => ({
      id,
      kind,
      topicId,
      texts: texts as PartlyLocalized,
    })),
  };
}
