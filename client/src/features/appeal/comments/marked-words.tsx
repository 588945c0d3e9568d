import { useTranslation } from 'react-i18next';
import type { CommentMark } from '../../../../../src/appeal/comments/comments.contract.js';
import { directionOf, type Lang } from '../../../i18n/locale.js';

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A text in pieces, those marked that a comment is about; where comments overlap the piece is one. */
export function piecesOf(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    // The text may have gone on since the comments were placed in it.
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)];
    if (from >= to) continue;
    const last = pieces.at(-1);
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    if (from === at && last?.marked)
      pieces.splice(-1, 1, { text: last.text + text.slice(from, to), marked: true });
    else pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** A clause's words in one language, with what open comments are about marked: underlined, and said aloud. */
export function MarkedWords(props: {
  readonly clauseId: string;
  readonly lang: Lang;
  readonly text: string;
  readonly marks: readonly CommentMark[];
}) {
  const { t } = useTranslation();
  const { clauseId, lang, text, marks } = props;
  const spans = marks.flatMap(({ place, textLang, state }) =>
    state === 'open' && textLang === lang && place && place.start !== null && place.end !== null
      ? [{ start: place.start, end: place.end }]
      : [],
  );
  let at = 0;
  return (
    <p className="clause-words" lang={lang} dir={directionOf(lang)} data-clause={clauseId}>
      {piecesOf(text, spans).map((piece) => {
        const key = at;
        at += piece.text.length;
        if (!piece.marked) return piece.text;
        return (
          // What is said before and behind is no part of the text: it is drawn, and is in no selection.
          <mark
            key={key}
            className="commented"
            data-before={t('clauses.mark-start')}
            data-behind={t('clauses.mark-end')}
          >
            {piece.text}
          </mark>
        );
      })}
    </p>
  );
}
