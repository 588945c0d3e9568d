import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Paragraph, ParagraphKind } from '../../../src/text/rich-text.contract.js';
import { directionOf } from '../i18n/locale.js';
import { RichWords } from './rich-text.js';

interface Group {
  readonly kind: ParagraphKind;
  readonly from: number;
  readonly paragraphs: Paragraph[];
}

/** Items that follow each other are one list, quoted paragraphs one quotation; each other paragraph is by itself. */
export function groupsOf(paragraphs: readonly Paragraph[]): Group[] {
  const groups: Group[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const last = groups.at(-1);
    if (last?.kind === paragraph.kind && paragraph.kind !== 'text') last.paragraphs.push(paragraph);
    else groups.push({ kind: paragraph.kind, from: at + 1, paragraphs: [paragraph] });
  }
  return groups;
}

/**
 * A text in paragraphs, each with its number, which is a link that keeps meaning it when the text changes. `note`
 * says what is to be known of a paragraph.
 */
export function Paragraphs(props: {
  readonly paragraphs: readonly Paragraph[];
  readonly lang: string;
  readonly note?: (paragraph: Paragraph) => string | null;
}) {
  const { lang, note } = props;
  return (
    <div className="rich-text paragraphs" lang={lang} dir={directionOf(lang)}>
      {groupsOf(props.paragraphs).map(({ kind, from, paragraphs }) => {
        const Item = kind === 'bullet' || kind === 'number' ? 'li' : 'p';
        const items = paragraphs.map((paragraph, at) => (
          <One
            key={paragraph.id}
            as={Item}
            paragraph={paragraph}
            number={from + at}
            note={note?.(paragraph)}
          />
        ));
        if (kind === 'bullet') return <ul key={from}>{items}</ul>;
        if (kind === 'number') return <ol key={from}>{items}</ol>;
        return kind === 'quote' ? <blockquote key={from}>{items}</blockquote> : items;
      })}
    </div>
  );
}

function One(props: {
  readonly as: 'li' | 'p';
  readonly paragraph: Paragraph;
  readonly number: number;
  readonly note: string | null | undefined;
}) {
  const { t } = useTranslation();
  const { pathname, search, hash } = useLocation();
  const { as: Item, paragraph, number, note } = props;
  const marked = hash === `#${paragraph.id}`;
  return (
    <Item id={paragraph.id} className="paragraph" data-marked={marked || undefined}>
      {/* An address like any other: it can be copied, and the browser itself goes there. */}
      {/* biome-ignore lint/a11y/useAnchorContent: named by its label; the number is drawn, and no part of the text */}
      <a
        className="paragraph-number"
        href={`${pathname}${search}#${paragraph.id}`}
        aria-label={t('text.paragraph', { number })}
        data-number={t('number', { value: number })}
      />
      <RichWords html={paragraph.html} />
      {note && <span className="stale-mark">{note}</span>}
    </Item>
  );
}
