import '../../voting/chairing.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  AmendmentsView,
  PreparedPolls,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { CreatePoll } from '../../../../../src/voting/polls.contract.js';
import { get, post } from '../../../lib/api.js';
import { useDraft } from '../../../lib/drafts.js';
import { OF } from '../../../lib/query-client.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/feedback.js';
import { DraftNote, Form, useFieldProblems } from '../../../ui/form.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { Part, PollFields, Templates } from '../../voting/poll-fields.js';
import { BEGINNING, type PollForm, termsOf } from '../../voting/poll-form.js';
import { SessionField, useOpenSessions } from '../../voting/subject-fields.js';
import { toVote } from './order.js';

type VotesForm = PollForm & { readonly sessionId: string };
type Asked = Pick<CreatePoll, 'sessionId' | 'terms'>;

/** One press prepares a poll on each amendment of the published order, in that order, all on the same terms. */
export default function PrepareVotes(props: {
  readonly slug: string;
  readonly proposalId: string;
  readonly list: AmendmentsView;
  readonly onDone: (answer: AmendmentsView) => void;
}) {
  const { t } = useTranslation();
  const { slug, list } = props;
  const [opened, setOpened] = useState(false);
  const open = toVote(list);
  const ordered = open.every(({ id }) => list.order?.amendmentIds.includes(id));
  return (
    <Section title={t('votes.title')}>
      {!ordered ? (
        <Notice tone="waiting">{t('votes.order-first')}</Notice>
      ) : opened ? (
        <VotesFields {...props} onClose={() => setOpened(false)} />
      ) : (
        <div className="actions">
          <Button onPress={() => setOpened(true)}>{t('votes.prepare', { count: open.length })}</Button>
          <Link to={`/f/${slug}/manage/polls`}>{t('votes.polls')}</Link>
        </div>
      )}
    </Section>
  );
}

function VotesFields(props: {
  readonly slug: string;
  readonly proposalId: string;
  readonly list: AmendmentsView;
  readonly onDone: (answer: AmendmentsView) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { slug, proposalId, list, onDone, onClose } = props;
  const client = useQueryClient();
  const toast = useToast();
  const [initial] = useState<VotesForm>({ ...BEGINNING, method: 'yes-no-abstain', sessionId: '' });
  const { value, change, forget, restored } = useDraft(`amendment.votes.${proposalId}`, initial);
  const running = useOpenSessions(slug);
  const only = running.length === 1 ? (running[0]?.id ?? '') : '';
  const sessionId = running.some(({ id }) => id === value.sessionId) ? value.sessionId : only;
  const terms = termsOf(value);
  const refresh = () => {
    for (const kind of ['poll', 'proposal', 'session']) void client.invalidateQueries({ queryKey: [kind] });
  };
  const prepare = useMutation({
    mutationFn: async (asked: Asked) => {
      await post<PreparedPolls>(`/proposals/${proposalId}/amendments/polls`, asked);
      return get<AmendmentsView>(`/proposals/${proposalId}/amendments`);
    },
    onSuccess: (answer) => {
      client.setQueryData(['amendment', OF, proposalId], answer);
      refresh();
      forget();
      toast(t('votes.done'));
      onDone(answer);
    },
    onError: () => void client.invalidateQueries({ queryKey: ['amendment', OF, proposalId] }),
  });
  const problem = useFieldProblems(prepare.error);
  return (
    <Form
      submit={t('votes.prepare', { count: toVote(list).length })}
      isPending={prepare.isPending}
      error={prepare.error}
      isDisabled={!terms || !sessionId}
      onSubmit={() => terms && prepare.mutate({ sessionId, terms })}
      actions={
        <Button look="quiet" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      }
    >
      {restored && <DraftNote restored discard={forget} />}
      <p className="hint">{t('votes.hint')}</p>
      <Templates form={value} change={change} only="proposals" />
      <Part title={t('prepare.what')}>
        <SessionField slug={slug} value={{ sessionId }} change={change} />
      </Part>
      <PollFields slug={slug} form={value} change={change} problem={problem} onProposal />
    </Form>
  );
}
