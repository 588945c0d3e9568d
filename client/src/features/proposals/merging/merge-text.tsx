import { useTranslation } from 'react-i18next';
import type { MergeParagraph, MergePiece } from '../../../../../src/proposals/merging/merging.contract.js';
import { directionOf } from '../../../i18n/locale.js';
import { RichWords } from '../../../ui/rich-text.js';

type Numbers = (ids: readonly string[]) => number[];

/** Paragraphs with what goes and what comes: by colour, by line, in words, and with the number of whose it is. */
export function MergeText(props: {
  readonly paragraphs: readonly MergeParagraph[];
  readonly lang: string;
  readonly numbers: Numbers;
}) {
  const { lang, numbers } = props;
  return (
    <div className="merge-text" lang={lang} dir={directionOf(lang)}>
      {props.paragraphs.map(({ id, kind, fate, html, pieces }) => (
        <p key={`${fate} ${id}`} className={`merge-paragraph merge-${fate} merge-kind-${kind}`}>
          {pieces.length === 0 ? (
            <RichWords html={html} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
            pieces.map((piece, at) => <Piece key={at} piece={piece} numbers={numbers} />)
          )}
        </p>
      ))}
    </div>
  );
}

function Piece({
  piece: { op, html, amendmentIds },
  numbers,
}: {
  readonly piece: MergePiece;
  readonly numbers: Numbers;
}) {
  const { t } = useTranslation();
  if (op === 'keep') return <RichWords html={html} />;
  const Mark = op === 'insert' ? 'ins' : 'del';
  return (
    <Mark className={op === 'insert' ? 'put-in' : 'taken-out'}>
      <span className="visually-hidden said">{`${t(op === 'insert' ? 'compare.put-in' : 'compare.taken-out')} `}</span>
      <RichWords html={html} />
      {op === 'insert' && numbers(amendmentIds).map((number) => <NumberMark key={number} number={number} />)}
      <span className="visually-hidden said">{` ${t('compare.end')} `}</span>
    </Mark>
  );
}

/** The number of an amendment, in the colour that it has on this page. */
export function NumberMark({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  return (
    <span className="merge-number" data-hue={number % 6}>
      <span className="visually-hidden">{`${t('merging.amendment', { number })} `}</span>
      <span aria-hidden="true">{t('number', { value: number })}</span>
    </span>
  );
}
