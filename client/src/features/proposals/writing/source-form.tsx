import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { givenIds } from '../../../ui/editor/local-ids.js';
import type { Writing } from '../../../ui/editor/paragraphs-editor.js';
import { Notice, Refusal } from '../../../ui/feedback.js';
import { useFieldProblems } from '../../../ui/form.js';
import { useForum } from '../../forum/queries.js';
import { TopicSelect } from '../../forum/topic-select.js';
import { AsideNote } from './aside-note.js';
import { BothTexts } from './both-texts.js';
import { CitiesField } from './cities-field.js';
import { SaveNote } from './save-note.js';
import { SimilarProposals } from './similar-proposals.js';
import { BodyField, HeadFields } from './text-fields.js';
import { useFinishing } from './use-finishing.js';
import type { Saving } from './use-saving.js';
import { useWriting } from './use-writing.js';
import { NOTHING, type Written } from './written.js';

interface SourceFormProps {
  readonly slug: string;
  /** Null until the first words of a new one are at the server. */
  readonly proposal: ProposalView | null;
  readonly lang: string;
  readonly saving: Saving;
  readonly submit: string;
  /** What stands before the text. */
  readonly head?: (writing: { readonly empty: () => void }) => ReactNode;
}

/** The text as it was written first, and what it is about. */
export function SourceForm({ slug, proposal, lang, saving, submit, head }: SourceFormProps) {
  const { t } = useTranslation();
  const topics = useForum(slug).data?.topics ?? [];
  const editor = useRef<Writing>(null);
  const writing = useWriting(proposal, {
    ...saving,
    lang,
    bySelf: true,
    onReplaced: ({ paragraphs }) => editor.current?.replace(paragraphs),
    onSaved: (answer, sent) => editor.current?.takeOver(givenIds(sent.paragraphs, textOf(answer, lang))),
  });
  const { value, change, autosave, standing } = writing;
  const problem = useFieldProblems(standing.error);
  const show = (other: Written) => {
    change(other);
    editor.current?.replace(other.paragraphs);
  };
  const finishing = useFinishing(autosave, saving.page);
  return (
    <form className="form" onSubmit={(event) => void finishing.finish(event)} noValidate>
      {head?.({ empty: () => show(NOTHING) })}
      {standing.theirs && (
        <BothTexts
          theirs={standing.theirs}
          mine={value}
          lang={lang}
          onKeepMine={() => autosave.keepMine()}
          onTakeTheirs={() => writing.setAside(autosave.takeTheirs())}
          onTakeHead={change}
          onTakeParagraph={(paragraph, after) => editor.current?.put(paragraph, after)}
        />
      )}
      {writing.replaced && !writing.aside && <Notice>{t('save.replaced')}</Notice>}
      <AsideNote
        aside={writing.aside}
        lang={lang}
        onBack={(mine) => {
          show(mine);
          writing.setAside(null);
        }}
        onDrop={() => writing.setAside(null)}
      />
      <HeadFields lang={lang} value={value} onChange={change} problem={problem} />
      <SimilarProposals
        slug={slug}
        title={value.title}
        summary={value.summary}
        lang={lang}
        id={proposal?.id}
      />
      <BodyField
        slug={slug}
        lang={lang}
        value={value}
        onChange={change}
        problem={problem('paragraphs')}
        writing={editor}
      />
      <TopicSelect
        topics={topics}
        value={value.topicId}
        onChange={(topicId) => change({ topicId })}
        problem={problem('topicId')}
      />
      <CitiesField slug={slug} value={value.cityIds} onChange={(cityIds) => change({ cityIds })} />
      <Refusal error={standing.error} />
      <div className="save-bar">
        <Button type="submit" look="primary" isPending={finishing.isPending}>
          {submit}
        </Button>
        <ButtonLink look="quiet" to={saving.page()}>
          {t('do.back')}
        </ButtonLink>
        <SaveNote standing={standing} />
      </div>
    </form>
  );
}

const textOf = (proposal: ProposalView, lang: string) =>
  proposal.texts.find((text) => text.lang === lang)?.paragraphs ?? [];
