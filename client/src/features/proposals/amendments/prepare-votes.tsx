import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  AmendmentsView,
  PreparedPolls,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { get, post } from '../../../lib/api.js';
import { OF } from '../../../lib/query-client.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/feedback.js';
import { Section } from '../../../ui/page.js';
import { useToast } from '../../../ui/toast.js';
import { type AskedTerms, TermsForm } from '../../voting/terms-form.js';
import { toVote } from './order.js';

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
  const refresh = () => {
    for (const kind of ['poll', 'proposal', 'session']) void client.invalidateQueries({ queryKey: [kind] });
  };
  const prepare = useMutation({
    mutationFn: async ({ asked }: { readonly asked: AskedTerms; readonly forget: () => void }) => {
      await post<PreparedPolls>(`/proposals/${proposalId}/amendments/polls`, asked);
      return get<AmendmentsView>(`/proposals/${proposalId}/amendments`);
    },
    onSuccess: (answer, { forget }) => {
      client.setQueryData(['amendment', OF, proposalId], answer);
      refresh();
      forget();
      toast(t('votes.done'));
      onDone(answer);
    },
    onError: () => void client.invalidateQueries({ queryKey: ['amendment', OF, proposalId] }),
  });
  return (
    <TermsForm
      slug={slug}
      draft={`amendment.votes.${proposalId}`}
      submit={t('votes.prepare', { count: toVote(list).length })}
      hint={t('votes.hint')}
      isPending={prepare.isPending}
      error={prepare.error}
      onSubmit={(asked, forget) => prepare.mutate({ asked, forget })}
      onClose={onClose}
    />
  );
}
