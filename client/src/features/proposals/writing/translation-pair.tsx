import { type ReactNode, type Ref, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalText } from '../../../../../src/proposals/proposals.contract.js';
import type { Paragraph, WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { htmlOf } from '../../../../../src/text/rich-text.js';
import { directionOf } from '../../../i18n/locale.js';
import { Button } from '../../../ui/button.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Loading } from '../../../ui/feedback.js';
import { lazily } from '../../../ui/lazily.js';
import { RichText } from '../../../ui/rich-text.js';

const ParagraphsEditor = lazily(() => import('../../../ui/editor/paragraphs-editor.js'), 'writing');

/** A part of the source with its translation: beside it, or on a phone below. */
export function TranslationPair(props: {
  readonly source: ReactNode;
  /** What the part is called. */
  readonly name: string;
  readonly missing?: boolean;
  readonly stale: boolean;
  readonly checked: boolean;
  readonly onCheck: () => void;
  readonly field?: {
    readonly lang: string;
    readonly paragraph: WrittenParagraph;
    readonly onChange: (html: string) => void;
    readonly writing: Ref<Writing>;
  };
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { field, stale, checked } = props;
  const mark = props.missing ? t('translate.missing') : stale && !checked ? t('translate.stale') : null;
  return (
    <section className="pair" aria-label={props.name}>
      <div className="pair-source">{props.source}</div>
      <div className="pair-text">
        {props.children}
        {field && (
          <Suspense fallback={<Loading lines={1} />}>
            <ParagraphsEditor
              single
              label={props.name}
              lang={field.lang}
              paragraphs={[field.paragraph]}
              onChange={([paragraph]) => field.onChange(paragraph?.html ?? '')}
              writing={field.writing}
            />
          </Suspense>
        )}
        {mark && <p className={`pair-mark${props.missing ? '' : ' pair-mark-stale'}`}>{mark}</p>}
        {stale && !props.missing && !checked && (
          <Button aria-label={t('translate.check-part', { part: props.name })} onPress={props.onCheck}>
            {t('translate.check')}
          </Button>
        )}
        {checked && <p className="pair-mark">{t('translate.checked')}</p>}
      </div>
    </section>
  );
}

export function SourceHead({ text }: { readonly text: ProposalText }) {
  return (
    <div lang={text.lang} dir={directionOf(text.lang)}>
      <p className="card-title">
        <strong>{text.title}</strong>
      </p>
      {text.summary && <p>{text.summary}</p>}
    </div>
  );
}

export function SourceParagraph({
  paragraph,
  lang,
}: {
  readonly paragraph: Paragraph;
  readonly lang: string;
}) {
  return <RichText html={htmlOf([paragraph])} lang={lang} />;
}
