/** A paragraph of a plain text and the blank lines behind it. */
export interface Piece {
  readonly text: string;
  readonly gap: string;
}

/** A plain text in paragraphs: `lead` and all pieces, one after another, are the text to the code unit. */
export interface PlainText {
  /** Blank lines before the first paragraph. */
  readonly lead: string;
  readonly pieces: readonly Piece[];
}

const LEAD = /^(?:[^\S\r\n]*(?:\r\n|\n|\r(?!\n)))+/;
const BLANK_LINES = /(?:\r\n|\n|\r(?!\n))(?:[^\S\r\n]*(?:\r\n|\n|\r(?!\n)))+/g;

/** Cuts a plain text at its blank lines. Nothing is stripped; line ends behind the last paragraph are its gap. */
export function plainPieces(text: string): PlainText {
  const visible = text.trimEnd().length;
  if (visible === 0) return { lead: text, pieces: [] };
  const lead = LEAD.exec(text)?.[0] ?? '';
  const firstBreak = text.slice(visible).search(/[\r\n]/);
  const end = firstBreak < 0 ? text.length : visible + firstBreak;
  const pieces: Piece[] = [];
  let from = lead.length;
  const body = text.slice(0, end);
  BLANK_LINES.lastIndex = from;
  for (let match = BLANK_LINES.exec(body); match; match = BLANK_LINES.exec(body)) {
    pieces.push({ text: body.slice(from, match.index), gap: match[0] });
    from = match.index + match[0].length;
  }
  pieces.push({ text: body.slice(from), gap: text.slice(end) });
  return { lead, pieces };
}
