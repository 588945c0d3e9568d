import { type Ref, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isLang } from '../../../../../src/kernel/localized.js';
import { PROPOSAL_LIMITS } from '../../../../../src/proposals/proposals.contract.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Loading } from '../../../ui/feedback.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { lazily } from '../../../ui/lazily.js';
import type { Written } from './written.js';

const ParagraphsEditor = lazily(() => import('../../../ui/editor/paragraphs-editor.js'), 'writing');

const EditorMentioner = lazily(() => import('../../discussion/mentions/editor-mentioner.js'), 'mentioning');

interface HeadProps {
  readonly lang: string;
  readonly value: Written;
  readonly onChange: (part: Partial<Written>) => void;
  readonly problem: (field: string) => string | null;
}

/** Title and summary in one language. */
export function HeadFields({ lang, value, onChange, problem }: HeadProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('proposal.title')}
        lang={lang}
        value={value.title}
        onChange={(title) => onChange({ title })}
        problem={problem('title')}
        maxLength={PROPOSAL_LIMITS.title}
      />
      <TextArea
        label={t('proposal.summary')}
        lang={lang}
        rows={2}
        value={value.summary}
        onChange={(summary) => onChange({ summary })}
        problem={problem('summary')}
        maxLength={PROPOSAL_LIMITS.summary}
        isRequired={false}
      />
    </>
  );
}

/** The text itself, in which an @ offers people and delegations. What it begins with is read once; later only through `writing`. */
export function BodyField({
  slug,
  writing,
  ...props
}: Omit<HeadProps, 'problem'> & {
  readonly slug: string;
  readonly problem: string | null;
  readonly writing: Ref<Writing>;
}) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<Loading lines={2} />}>
      <ParagraphsEditor
        key={props.lang}
        label={t('proposal.text')}
        lang={props.lang}
        paragraphs={props.value.paragraphs}
        onChange={(paragraphs) => props.onChange({ paragraphs })}
        problem={props.problem}
        writing={writing}
        over={(view, state) => (
          <Suspense>
            <EditorMentioner
              slug={slug}
              lang={isLang(props.lang) ? props.lang : 'en'}
              view={view}
              state={state}
            />
          </Suspense>
        )}
      />
    </Suspense>
  );
}
