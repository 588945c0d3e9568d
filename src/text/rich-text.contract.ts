/** What a paragraph is. Items that follow each other are shown as one list. */
export const PARAGRAPH_KINDS = ['text', 'bullet', 'number', 'quote'] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

/** A paragraph that may not have its id yet. */
export interface WrittenParagraph {
  /** @pattern ^[0-9A-HJKMNP-TV-Z]{8}$ */
  readonly id?: string | undefined;
  readonly kind: ParagraphKind;
  /** Words with `strong`, `em`, `a` and `br` among them; never empty. */
  readonly html: string;
}

/**
 * A paragraph of a text. Its id stays when its words change, it is moved, or another is put before it: amendments,
 * comments and translations hold on to it. The same in each language of a text, and unique in it.
 */
export interface Paragraph extends WrittenParagraph {
  /** @pattern ^[0-9A-HJKMNP-TV-Z]{8}$ */
  readonly id: string;
}
