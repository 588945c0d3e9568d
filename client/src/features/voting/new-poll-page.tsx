import './chairing.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { CreatePoll, PollView } from '../../../../src/voting/polls.contract.js';
import { post } from '../../lib/api.js';
import { useDraft } from '../../lib/drafts.js';
import { useWrite } from '../../lib/use-write.js';
import { DraftNote, Form, useFieldProblems } from '../../ui/form.js';
import { BLANK } from '../../ui/localized-fields.js';
import { ManagePage } from '../forum/manage/manage-page.js';
import { createPollOf, type NewForm } from './create-poll.js';
import { Part, PollFields, Templates } from './poll-fields.js';
import { BEGINNING } from './poll-form.js';
import { forProposals } from './poll-templates.js';
import { SubjectFields, useOpenSessions } from './subject-fields.js';

/**
 * Prepares a poll: a rule to begin with, what is voted on, every term. Opening it is a further step on its own page,
 * in front of everybody. The address may name the session and the proposal.
 */
export default function NewPollPage() {
  const { t } = useTranslation();
  return (
    <ManagePage part="polls" title={t('polls.new')}>
      {(forum) => <NewPoll slug={forum.slug} />}
    </ManagePage>
  );
}

function NewPoll({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [named] = useSearchParams();
  const proposalId = named.get('proposal') ?? '';
  const [initial] = useState<NewForm>(() => ({
    ...BEGINNING,
    sessionId: named.get('session') ?? '',
    about: 'proposal',
    proposalId,
    question: BLANK,
  }));
  const { value, change, forget, restored } = useDraft(`new-poll.${slug}.${proposalId}`, initial);
  const running = useOpenSessions(slug);
  const only = running.length === 1 ? (running[0]?.id ?? '') : '';
  const sessionId = running.some(({ id }) => id === value.sessionId) ? value.sessionId : only;
  const onProposal = value.about === 'proposal';
  const form: NewForm = { ...value, sessionId, ...(onProposal && { method: 'yes-no-abstain' as const }) };
  const body = createPollOf(form);
  const prepare = useWrite(
    (poll: CreatePoll) => post<PollView>(`/forums/${slug}/polls`, poll),
    ['poll', 'proposal', 'session'],
    (poll) => {
      forget();
      void navigate(`/f/${slug}/polls/${poll.id}`);
    },
  );
  const problem = useFieldProblems(prepare.error);
  return (
    <Form
      submit={t('polls.prepare')}
      isPending={prepare.isPending}
      error={prepare.error}
      isDisabled={!body}
      onSubmit={() => body && prepare.mutate(body)}
    >
      {restored && <DraftNote restored discard={forget} />}
      <Templates
        form={form}
        change={change}
        only={proposalId ? 'proposals' : 'all'}
        onChoose={(template) => !forProposals(template) && change({ about: 'question' })}
      />
      <Part title={t('prepare.what')}>
        <SubjectFields slug={slug} value={form} change={change} problem={problem} />
      </Part>
      <PollFields slug={slug} form={form} change={change} problem={problem} onProposal={onProposal} />
      <p className="hint">{t('polls.prepare-hint')}</p>
    </Form>
  );
}
