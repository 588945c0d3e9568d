import './amending.css';
import { type RefObject, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AMENDMENT_LIMITS,
  type Conflict,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { Paragraph, WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { Button } from '../../../ui/button.js';
import { ParagraphDifferences } from '../../../ui/differences.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Loading } from '../../../ui/feedback.js';
import { TextArea } from '../../../ui/field.js';
import { lazily } from '../../../ui/lazily.js';
import { withWords } from './changes.js';
import { ConflictCard } from './conflict-card.js';
import { placeOf } from './moved-note.js';
import { changedCount, type Suggested } from './suggested.js';

const ParagraphsEditor = lazily(() => import('../../../ui/editor/paragraphs-editor.js'), 'writing');

interface Props {
  readonly lang: string;
  readonly value: Suggested;
  readonly onChange: (part: Partial<Suggested>) => void;
  readonly editor: RefObject<Writing | null>;
  readonly problem: (field: string) => string | null;
  readonly reasonLabel?: string;
  readonly isReasonRequired?: boolean;
}

/** The proposal's own text to be written otherwise, what that changes by words, and why. */
export function SuggestFields(props: Props) {
  const { t } = useTranslation();
  const { lang, value, onChange, editor, problem, isReasonRequired = true } = props;
  return (
    <>
      <Unsettled {...props} />
      <div className="suggesting">
        <Suspense fallback={<Loading lines={3} />}>
          <ParagraphsEditor
            label={t('amending.text')}
            lang={lang}
            paragraphs={value.paragraphs}
            onChange={(paragraphs) => onChange({ paragraphs })}
            problem={problem('paragraphs')}
            writing={editor}
          />
        </Suspense>
        <LiveChanges base={value.base} paragraphs={value.paragraphs} lang={lang} />
      </div>
      <TextArea
        label={props.reasonLabel ?? t('amending.reason')}
        rows={3}
        value={value.reason}
        onChange={(reason) => onChange({ reason })}
        problem={problem('reason')}
        maxLength={AMENDMENT_LIMITS.reason}
        isRequired={isReasonRequired}
        hint={isReasonRequired ? t('amending.reason-hint') : undefined}
      />
    </>
  );
}

/** What the text that is typed changes, found anew as it is typed. On a phone it is folded away. */
export function LiveChanges(props: {
  readonly base: readonly Paragraph[];
  readonly paragraphs: readonly WrittenParagraph[];
  readonly lang: string;
}) {
  const { t } = useTranslation();
  const [wide] = useState(() => window.matchMedia?.('(min-width: 60rem)').matches ?? true);
  const { base, lang } = props;
  const paragraphs = useDeferredValue(props.paragraphs);
  const count = changedCount({ base, paragraphs });
  return (
    <details className="live-changes" open={wide}>
      <summary>{count === 0 ? t('amending.changes-none') : t('amending.changes', { count })}</summary>
      {count > 0 && (
        <ParagraphDifferences before={base} after={withWords(paragraphs)} lang={lang} onlyChanges />
      )}
    </details>
  );
}

/** Changes that do not fit the text that stands now: put into it, or left out, one by one. */
function Unsettled({ lang, value, onChange, editor }: Props) {
  const { t } = useTranslation();
  const settle = (conflict: Conflict) => onChange({ left: value.left.filter((each) => each !== conflict) });
  const put = (conflict: Conflict) => {
    const { change } = conflict;
    const texts = value.base;
    const after = change.kind === 'insert' ? change.after : placeOf(texts, change.paragraphId);
    if (change.now) editor.current?.put(change.now, after);
    settle(conflict);
  };
  if (value.left.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="unsettled">
      <h2 id="unsettled">{t('conflict.title', { count: value.left.length })}</h2>
      <p className="muted">{t('conflict.text')}</p>
      {value.left.map((conflict) => (
        <ConflictCard
          key={`${conflict.change.kind} ${conflict.change.paragraphId}`}
          conflict={conflict}
          lang={lang}
        >
          <div className="actions">
            {conflict.change.now && <Button onPress={() => put(conflict)}>{t('conflict.put')}</Button>}
            <Button look="quiet" onPress={() => settle(conflict)}>
              {t(conflict.change.now ? 'conflict.leave' : 'conflict.seen')}
            </Button>
          </div>
        </ConflictCard>
      ))}
    </section>
  );
}
