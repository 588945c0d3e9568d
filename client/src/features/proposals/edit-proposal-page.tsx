import './proposals.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type {
  ProposalView,
  UpdateProposal,
  WriteTranslation,
} from '../../../../src/proposals/proposals.contract.js';
import { htmlOf, paragraphsOf } from '../../../../src/text/rich-text.js';
import { patch, put } from '../../lib/api.js';
import { codeOf } from '../../lib/api-error.js';
import { useDraft } from '../../lib/drafts.js';
import { toHtml, toText } from '../../lib/plain-text.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty } from '../../ui/feedback.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { useLanguageName } from '../../ui/lang-text.js';
import { Page } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { useForum } from '../forum/queries.js';
import { TopicSelect } from '../forum/topic-select.js';
import ProposalBody from './proposal-body.js';
import { useProposal, useShowProposal } from './queries.js';
import { TextFields } from './text-fields.js';

/** Editing the text as it was written, or, with `?lang=`, writing its translation beside it. */
export default function EditProposalPage() {
  const { id = '', slug = '' } = useParams();
  const [search] = useSearchParams();
  const proposal = useProposal(id);
  return (
    <PageOf query={proposal}>
      {(found) => {
        const lang = search.get('lang') ?? found.lang;
        return <Editor key={lang} slug={slug} proposal={found} lang={lang} />;
      }}
    </PageOf>
  );
}

interface EditorProps {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly lang: string;
}

function Editor({ slug, proposal, lang }: EditorProps) {
  const { t } = useTranslation();
  const name = useLanguageName();
  const translating = lang !== proposal.lang;
  const allowed = translating ? proposal.abilities.translate : proposal.abilities.edit;
  const title = translating ? t('proposal.translation-into', { language: name(lang) }) : t('proposal.edit');
  return (
    <Page title={title} above={<span>{t('proposal.number', { number: proposal.number })}</span>} width="wide">
      {allowed ? (
        <div className={translating ? 'columns' : undefined}>
          {translating && (
            <div className="card">
              <ProposalBody proposal={proposal} withTitle />
            </div>
          )}
          <EditForm slug={slug} proposal={proposal} lang={lang} />
        </div>
      ) : (
        <Empty
          title={t('proposal.not-editable')}
          action={<ButtonLink to={`/f/${slug}/proposals/${proposal.id}`}>{t('do.back')}</ButtonLink>}
        />
      )}
    </Page>
  );
}

function EditForm({ slug, proposal, lang }: EditorProps) {
  const { t } = useTranslation();
  const topics = useForum(slug).data?.topics ?? [];
  const translating = lang !== proposal.lang;
  // What one begins with stays what one began with, even if the proposal changes meanwhile.
  const [begun] = useState(proposal);
  const initial = useMemo(() => formOf(begun, lang), [begun, lang]);
  const draft = useDraft(`proposal.${proposal.id}.${lang}`, initial);
  const save = useSave(slug, proposal, lang, draft.forget);
  const problem = useFieldProblems(save.error);
  const { value, change } = draft;
  const back = `/f/${slug}/proposals/${proposal.id}`;
  return (
    <Form
      submit={t('do.save')}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!value.title.trim() || !value.body.trim()}
      onSubmit={() => save.mutate(value)}
      actions={
        <ButtonLink look="quiet" to={back}>
          {t('do.cancel')}
        </ButtonLink>
      }
    >
      <DraftNote restored={draft.restored} discard={draft.forget} />
      <TextFields lang={lang} value={value} onChange={change} problem={problem} />
      {!translating && (
        <TopicSelect
          topics={topics}
          value={value.topicId}
          onChange={(topicId) => change({ topicId })}
          problem={problem('topicId')}
        />
      )}
      {codeOf(save.error) === 'object.changed' && (
        <details className="card" open>
          <summary>{t('proposal.current')}</summary>
          <ProposalBody proposal={proposal} withTitle />
        </details>
      )}
    </Form>
  );
}

interface ProposalForm {
  readonly title: string;
  readonly body: string;
  readonly topicId: string;
}

function formOf(proposal: ProposalView, lang: string): ProposalForm {
  const text = proposal.texts.find((each) => each.lang === lang);
  return {
    title: text?.title ?? '',
    body: text ? toText(htmlOf(text.paragraphs)) : '',
    topicId: proposal.topicId ?? '',
  };
}

function useSave(slug: string, proposal: ProposalView, lang: string, forget: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const show = useShowProposal();
  const path = `/proposals/${proposal.id}`;
  return useMutation({
    mutationFn: (form: ProposalForm) => {
      const text = {
        title: form.title.trim(),
        paragraphs: paragraphsOf(toHtml(form.body)),
        version: proposal.version,
      };
      return lang === proposal.lang
        ? patch<ProposalView>(path, { ...text, topicId: form.topicId || null } satisfies UpdateProposal)
        : put<ProposalView>(`${path}/texts/${lang}`, text satisfies WriteTranslation);
    },
    onSuccess: (saved) => {
      forget();
      show(saved);
      void navigate(`/f/${slug}/proposals/${proposal.id}`, { replace: true });
    },
    onError: () => void client.invalidateQueries({ queryKey: ['proposal', proposal.id] }),
  });
}
