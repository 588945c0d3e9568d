import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BallotAnswer, OwnVote } from '../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { post } from '../../lib/api.js';
import { Button } from '../../ui/button.js';
import { Notice, Refusal } from '../../ui/feedback.js';

/** A city's vote that counts once a second person of its seat has confirmed it: how it stands, and the way to do it. */
export function Confirmation({ poll, vote }: { readonly poll: PollView; readonly vote: OwnVote }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { voterId, ballot } = vote;
  const confirm = useMutation({
    mutationFn: (code: string) =>
      post<BallotAnswer>(`/rounds/${poll.roundId}/confirmations`, { voterId, code }),
    // Confirmed, or changed meanwhile by who cast it: either way, show what is so now.
    onSettled: () => client.invalidateQueries({ queryKey: ['poll', poll.id] }),
  });
  if (!ballot || !poll.terms.confirmed || vote.as !== 'city') return null;
  if (ballot.confirmed) return <Notice tone="good">{t('ballot.confirmed')}</Notice>;
  return (
    <Notice tone="waiting">
      <span>{t(vote.mayConfirm ? 'ballot.may-confirm' : 'ballot.unconfirmed')}</span>
      <Refusal error={confirm.error} />
      {vote.mayConfirm && (
        <div className="actions">
          <Button look="primary" isPending={confirm.isPending} onPress={() => confirm.mutate(ballot.code)}>
            {t('ballot.confirm')}
          </Button>
        </div>
      )}
    </Notice>
  );
}
