import './writing/writing.css';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CreateProposal, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useLang } from '../../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang } from '../../i18n/locale.js';
import { post } from '../../lib/api.js';
import { useDraft } from '../../lib/drafts.js';
import { ButtonLink } from '../../ui/button.js';
import { forWire } from '../../ui/editor/local-ids.js';
import type { Writing } from '../../ui/editor/paragraphs-editor.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { useForum } from '../forum/queries.js';
import { TopicSelect } from '../forum/topic-select.js';
import { useShowProposal } from './queries.js';
import { CitiesField } from './writing/cities-field.js';
import { SimilarProposals } from './writing/similar-proposals.js';
import { BodyField, HeadFields } from './writing/text-fields.js';
import { isEnough, line, NOTHING, type Written } from './writing/written.js';

type NewProposal = Written & { readonly lang: Lang };

/** Writing a proposal. It begins as a draft that only its author sees; its own page submits it. */
export default function NewProposalPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const { lang } = useLang();
  const navigate = useNavigate();
  const show = useShowProposal();
  const topics = useForum(slug).data?.topics ?? [];
  const editor = useRef<Writing>(null);
  const initial = useMemo<NewProposal>(() => ({ ...NOTHING, lang }), [lang]);
  const draft = useDraft<NewProposal>(`proposal.new.${slug}`, initial);
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
  const discard = () => {
    draft.forget();
    editor.current?.replace([]);
  };
  return (
    <Page title={t('proposals.new')}>
      <Form
        submit={t('proposal.save-draft')}
        isPending={create.isPending}
        error={create.error}
        isDisabled={!isEnough(value)}
        onSubmit={() => create.mutate(requestOf(value))}
        actions={
          <ButtonLink look="quiet" to={`/f/${slug}/proposals`}>
            {t('do.back')}
          </ButtonLink>
        }
      >
        <DraftNote restored={draft.restored} discard={discard} />
        <Select<Lang>
          label={t('form.language')}
          value={value.lang}
          onChange={(wanted) => change({ lang: wanted })}
          options={LANGS.map((id) => ({ id, label: AUTONYM[id] }))}
        />
        <HeadFields lang={value.lang} value={value} onChange={change} problem={problem} />
        <SimilarProposals slug={slug} title={value.title} summary={value.summary} lang={value.lang} />
        <BodyField
          lang={value.lang}
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
        <p className="hint">{t('proposal.save-draft-hint')}</p>
      </Form>
    </Page>
  );
}

const requestOf = (value: NewProposal): CreateProposal => ({
  lang: value.lang,
  title: line(value.title),
  summary: line(value.summary),
  paragraphs: forWire(value.paragraphs),
  ...(value.topicId && { topicId: value.topicId }),
  cityIds: value.cityIds,
});
