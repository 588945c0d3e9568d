import './proposals.css';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CreateProposal, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { paragraphsOf } from '../../../../src/text/rich-text.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { useDraft } from '../../lib/drafts.js';
import { toHtml } from '../../lib/plain-text.js';
import { ButtonLink } from '../../ui/button.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { useForum } from '../forum/queries.js';
import { TopicSelect } from '../forum/topic-select.js';
import { useShowProposal } from './queries.js';
import { TextFields } from './text-fields.js';

/** Writing a proposal. It begins as a draft that only its author sees; its own page submits it. */
export default function NewProposalPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const { lang } = useLang();
  const navigate = useNavigate();
  const show = useShowProposal();
  const topics = useForum(slug).data?.topics ?? [];
  const initial = useMemo(() => ({ lang, title: '', body: '', topicId: '' }), [lang]);
  const draft = useDraft<{ lang: Lang; title: string; body: string; topicId: string }>(
    `proposal.new.${slug}`,
    initial,
  );
  const create = useMutation({
    mutationFn: (request: CreateProposal) => post<ProposalView>(`/forums/${slug}/proposals`, request),
    onSuccess: (proposal) => {
      draft.forget();
      show(proposal);
      void navigate(`/f/${slug}/proposals/${proposal.id}`, { replace: true });
    },
  });
  const problem = useFieldProblems(create.error);
  const { value, change } = draft;
  return (
    <Page title={t('proposals.new')}>
      <Form
        submit={t('proposal.save-draft')}
        isPending={create.isPending}
        error={create.error}
        isDisabled={!value.title.trim() || !value.body.trim()}
        onSubmit={() =>
          create.mutate({
            lang: value.lang,
            title: value.title.trim(),
            paragraphs: paragraphsOf(toHtml(value.body)),
            ...(value.topicId && { topicId: value.topicId }),
          })
        }
        actions={
          <ButtonLink look="quiet" to={`/f/${slug}/proposals`}>
            {t('do.cancel')}
          </ButtonLink>
        }
      >
        <DraftNote restored={draft.restored} discard={draft.forget} />
        <Select<Lang>
          label={t('form.language')}
          value={value.lang}
          onChange={(wanted) => change({ lang: wanted })}
          options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
        />
        <TextFields lang={value.lang} value={value} onChange={change} problem={problem} />
        <TopicSelect
          topics={topics}
          value={value.topicId}
          onChange={(topicId) => change({ topicId })}
          problem={problem('topicId')}
        />
        <p className="hint">{t('proposal.save-draft-hint')}</p>
      </Form>
    </Page>
  );
}
