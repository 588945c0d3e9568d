import { canonicalJson } from '../kernel/canonical-json.js';
import { sha256 } from '../kernel/hash-chain.js';
import type { Paragraph } from '../text/rich-text.contract.js';
import type { ProposalTextRow, TranslatedFrom } from './proposal-text.entity.js';
import type { ProposalText, WriteTranslation } from './proposals.contract.js';

type Words = Pick<ProposalTextRow, 'title' | 'summary' | 'paragraphs'>;

/** SHA-256 over the canonical JSON of a text: what voters had before them, and what a translation was made from. */
export function hashText({ title, summary, paragraphs }: Words): string {
  return sha256(
    canonicalJson({ title, summary, paragraphs: paragraphs.map(({ kind, html }) => ({ kind, html })) }),
  );
}

const hashHead = ({ title, summary }: Words): string => sha256(canonicalJson({ title, summary }));

/** What a translation of this text is made from. */
export function translatedFrom(source: Words): TranslatedFrom {
  return {
    head: hashHead(source),
    paragraphs: Object.fromEntries(source.paragraphs.map(({ id, html }) => [id, sha256(html)])),
  };
}

/**
 * What a translation is made from after it was written anew: of the parts that were changed or looked at, the source
 * as it is; of all others, what it was before.
 */
export function translatedAnew(
  source: Words,
  before: ProposalTextRow | null,
  now: Words,
  checked: WriteTranslation['checked'] = {},
): TranslatedFrom {
  const current = translatedFrom(source);
  const known = before?.translatedFrom;
  if (!before || !known) return current;
  const headSame = before.title === now.title && before.summary === now.summary && !checked.head;
  const htmlBefore = new Map(before.paragraphs.map(({ id, html }) => [id, html]));
  const paragraphs = now.paragraphs.flatMap(({ id, html }) => {
    const same = htmlBefore.get(id) === html && !checked.paragraphs?.includes(id);
    const from = (same && known.paragraphs[id]) || current.paragraphs[id];
    return from ? [[id, from] as const] : [];
  });
  return { head: headSame ? known.head : current.head, paragraphs: Object.fromEntries(paragraphs) };
}

/** Which parts of a translation lag behind the source: changed since, or not there yet. Nothing of the source does. */
export function staleParts(source: Words | undefined, text: ProposalTextRow): ProposalText['stale'] {
  if (!source || source === text) return { head: false, paragraphs: [] };
  const current = translatedFrom(source);
  const from = text.translatedFrom ?? current;
  const there = new Set(text.paragraphs.map(({ id }) => id));
  return {
    head: from.head !== current.head,
    paragraphs: source.paragraphs
      .map(({ id }) => id)
      .filter((id) => !there.has(id) || from.paragraphs[id] !== current.paragraphs[id]),
  };
}

/** The paragraphs of a translation in the order of those that they translate; what translates nothing goes. */
export function inOrderOf(source: readonly Paragraph[], paragraphs: readonly Paragraph[]): Paragraph[] {
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  return source.flatMap(({ id, kind }) => {
    const found = byId.get(id);
    return found ? [{ ...found, kind }] : [];
  });
}
