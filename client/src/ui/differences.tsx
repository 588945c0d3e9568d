import './differences.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { effort } from '../../../src/text/matching.js';
import type { Paragraph, WrittenParagraph } from '../../../src/text/rich-text.contract.js';
import { directionOf } from '../i18n/locale.js';
import { type ComparedRow, type Piece, type Placed, piecesOf, rowsOf } from '../lib/compared.js';
import { Runs } from './runs.js';

/** Both states in one text, or only what was (`before`) or is (`after`) with what differs in it marked. */
export type Side = 'both' | 'before' | 'after';

/**
 * What was changed in one paragraph, word by word; null on the side where there is none. Stands in an element that
 * has the language and direction of the text. Pages that show it need the texts of the part `comparing`.
 */
export function Differences(props: {
  readonly before: WrittenParagraph | null;
  readonly after: WrittenParagraph | null;
  readonly side?: Side;
}) {
  const { before, after, side = 'both' } = props;
  const pieces = useMemo(() => piecesOf(before, after), [before, after]);
  return <Pieces pieces={pieces} side={side} />;
}

function Pieces({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: Side }) {
  const unseen = side === 'before' ? 'insert' : side === 'after' ? 'delete' : null;
  return pieces.map((piece, at) =>
    piece.op === unseen ? null : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
      <OnePiece key={at} piece={piece} side={side} />
    ),
  );
}

/** Each is isolated, so that words of another direction that follow each other do not change places. */
function OnePiece({ piece: { op, runs, was }, side }: { readonly piece: Piece; readonly side: Side }) {
  const { t } = useTranslation();
  if (op === 'delete')
    return (
      <del className="taken-out">
        <Said>{`${t('compare.taken-out')} `}</Said>
        <Visible runs={runs} />
        <Said>{` ${t('compare.end')} `}</Said>
      </del>
    );
  if (op === 'insert')
    return (
      <ins className="put-in">
        <Said>{`${t('compare.put-in')} `}</Said>
        <Visible runs={runs} />
        <Said>{` ${t('compare.end')} `}</Said>
      </ins>
    );
  if (!was) return <Runs runs={runs} />;
  return (
    <span className="looks-new" title={t('compare.looks-new')}>
      <Said>{`${t('compare.looks-new')}: `}</Said>
      <Runs runs={side === 'before' ? was : runs} />
    </span>
  );
}

/** For whoever hears the text and does not see colours and lines. */
const Said = ({ children }: { readonly children: string }) => (
  <span className="visually-hidden said">{children}</span>
);

/** A line break alone would be a change that nobody sees. */
function Visible({ runs }: { readonly runs: Piece['runs'] }) {
  const onlyBreak =
    runs.every(({ text }) => text.trim() === '') && runs.some(({ text }) => text.includes('\n'));
  return (
    <>
      {onlyBreak && <span aria-hidden="true">↵</span>}
      <Runs runs={runs} />
    </>
  );
}

/** Two states of a text, paragraph by paragraph: within each other, or side by side. */
export function ParagraphDifferences(props: {
  readonly before: readonly Paragraph[];
  readonly after: readonly Paragraph[];
  readonly lang: string;
  /** Names of the two states, where they are to stand side by side. */
  readonly sides?: readonly [before: string, after: string];
  /** Leaves out what is the same. */
  readonly onlyChanges?: boolean;
}) {
  const { before, after, lang, sides, onlyChanges = false } = props;
  const rows = useMemo(() => withPieces(rowsOf(before, after)), [before, after]);
  const shown = onlyChanges ? rows.filter(({ row }) => row.change !== 'same') : rows;
  return (
    <ol className={`rows compared${sides ? ' compared-sides' : ''}`}>
      {shown.map(({ row, pieces }) => (
        <Row
          key={`${row.change} ${(row.after ?? row.before)?.id}`}
          lang={lang}
          row={row}
          pieces={pieces}
          sides={sides}
        />
      ))}
    </ol>
  );
}

interface PiecedRow {
  readonly row: ComparedRow;
  readonly pieces: readonly Piece[];
}

/** One effort for the whole text: a hostile one gets coarser towards its end, and never hangs the page. */
function withPieces(rows: readonly ComparedRow[]): PiecedRow[] {
  const budget = effort();
  return rows.map((row) => ({
    row,
    pieces: row.change === 'left' ? [] : piecesOf(row.before, row.after, budget),
  }));
}

function Row({
  lang,
  row,
  pieces,
  sides,
}: PiecedRow & { readonly lang: string; readonly sides?: readonly [string, string] | undefined }) {
  const { t } = useTranslation();
  const { change, before, after } = row;
  if (change === 'left' && before && after)
    return (
      <li className="compared-row compared-left">
        <p className="compared-what">{t('compare.left', { number: before.number, place: after.number })}</p>
      </li>
    );
  return (
    <li className={`compared-row compared-${change}`}>
      {change !== 'same' && <What row={row} />}
      {sides ? (
        <div className="compared-pair">
          <Cell name={sides[0]} side="before" lang={lang} paragraph={before} pieces={pieces} />
          <Cell name={sides[1]} side="after" lang={lang} paragraph={after} pieces={pieces} />
        </div>
      ) : (
        <Text lang={lang} paragraph={(after ?? before) as Placed} pieces={pieces} side="both" />
      )}
    </li>
  );
}

/** What became of the paragraph, in words. */
function What({ row: { change, before, after } }: { readonly row: ComparedRow }) {
  const { t } = useTranslation();
  const kinds = before && after && before.kind !== after.kind;
  return (
    <p className="compared-what">
      <span>{t(`compare.${change as 'moved'}`)}</span>
      {before && change === 'moved' && <span>{t('compare.from', { number: before.number })}</span>}
      {kinds && (
        <span>
          {t('compare.kind', { from: t(`paragraph.${before.kind}`), to: t(`paragraph.${after.kind}`) })}
        </span>
      )}
    </p>
  );
}

function Cell(props: {
  readonly name: string;
  readonly side: Side;
  readonly lang: string;
  readonly paragraph: Placed | null;
  readonly pieces: readonly Piece[];
}) {
  const { name, side, lang, paragraph, pieces } = props;
  return (
    <div className={`compared-cell compared-cell-${side}`}>
      <p className="compared-side">{name}</p>
      {paragraph ? <Text lang={lang} paragraph={paragraph} pieces={pieces} side={side} /> : <None />}
    </div>
  );
}

function None() {
  const { t } = useTranslation();
  return <p className="muted">{t('compare.none')}</p>;
}

function Text(props: {
  readonly lang: string;
  readonly paragraph: Placed;
  readonly pieces: readonly Piece[];
  readonly side: Side;
}) {
  const { t } = useTranslation();
  const { lang, paragraph, pieces, side } = props;
  return (
    <div className={`compared-text paragraph-${paragraph.kind}`} lang={lang} dir={directionOf(lang)}>
      <span className="compared-number">{t('number', { value: paragraph.number })}</span>
      <p data-ordinal={paragraph.ordinal ?? undefined}>
        <Pieces pieces={pieces} side={side} />
      </p>
    </div>
  );
}
