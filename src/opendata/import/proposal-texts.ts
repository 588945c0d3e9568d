import { newCode } from '../../kernel/ids.js';
import { cleanParagraphs } from '../../platform/http/clean-text.js';
import { plainOfParagraphs } from '../../text/rich-text.js';
import type { ProposalItemText } from './items.js';

/** The texts of one proposal. Paragraphs at the same place in its languages get the same id: they translate each other. */
export function proposalTexts(
  texts: readonly { readonly lang: string; readonly title: string; readonly body: string }[],
): ProposalItemText[] {
  const ids: string[] = [];
  const idAt = (place: number): string => {
    ids[place] ??= newCode(8);
    return ids[place];
  };
  return texts.map(({ lang, title, body }) => {
    const paragraphs = cleanParagraphs(body).map((paragraph, place) => ({ id: idAt(place), ...paragraph }));
    return { lang, title, paragraphs, plain: plainOfParagraphs(paragraphs) };
  });
}
