import type { SourceUse } from './appeal.contract.js';
import type { Texts } from './compile/draft.js';
import { sameWords } from './compile/polish.js';

interface Quoted {
  readonly lang: string;
  readonly quote: string;
  readonly use: SourceUse;
}

/** Whether the words of a quote stand in the clause, in their order: the claim of `verbatim` and `condensed`. */
export function standsIn({ lang, quote }: Quoted, texts: Texts): boolean {
  const text = texts[lang];
  const words = sameWords(quote);
  return text !== undefined && words !== '' && ` ${sameWords(text)} `.includes(` ${words} `);
}

/** What a source is to a clause: an edit that takes away the quoted words leaves it as what inspired them. */
export function useOf(source: Quoted, texts: Texts): SourceUse {
  return source.use === 'inspired' || standsIn(source, texts) ? source.use : 'inspired';
}
