import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SessionView } from '../../../../src/program/program.contract.js';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { BASES, type Base, type CreatePoll, type PollView } from '../../../../src/voting/voting.contract.js';
import { post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Empty, Loaded, Notice } from '../../ui/feedback.js';
import { Form } from '../../ui/form.js';
import { usePick } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';
import { useSessions } from '../program/queries.js';
import { useRuleText } from '../voting/rule-text.js';
import { QUORUMS, type RuleChoice, ruleOf } from './rule-choice.js';

interface PutToVoteProps {
  readonly slug: string;
  readonly proposal: ProposalView;
  readonly onClose: () => void;
}

/** Prepares a poll on a proposal: in which session, by which rule. It is opened on its own page, in front of all. */
export function PutToVote({ slug, proposal, onClose }: PutToVoteProps) {
  const { t } = useTranslation();
  const sessions = useSessions(slug);
  return (
    <Dialog title={t('proposal.put-to-vote')} isOpen onClose={onClose}>
      <Loaded query={sessions} lines={2}>
        {(all) => {
          const usable = all
            .filter((session) => session.state !== 'ended')
            .sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running'));
          return usable.length > 0 ? (
            <PollForm slug={slug} proposal={proposal} sessions={usable} onClose={onClose} />
          ) : (
            <Empty
              title={t('proposal.no-session')}
              action={<ButtonLink to={`/f/${slug}/program`}>{t('nav.program')}</ButtonLink>}
            />
          );
        }}
      </Loaded>
    </Dialog>
  );
}

function PollForm({
  slug,
  proposal,
  sessions,
  onClose,
}: PutToVoteProps & { readonly sessions: readonly SessionView[] }) {
  const { t } = useTranslation();
  const pick = usePick();
  const ruleText = useRuleText();
  const [sessionId, setSession] = useState(sessions[0]?.id ?? '');
  const [choice, setChoice] = useState<RuleChoice>({ majority: 'simple', base: 'votes', quorum: 'none' });
  const prepare = usePreparePoll(slug);
  const rule = ruleOf(choice);
  const set = (part: Partial<RuleChoice>) => setChoice((before) => ({ ...before, ...part }));
  return (
    <Form
      submit={t('proposal.prepare-vote')}
      isPending={prepare.isPending}
      error={prepare.error}
      onSubmit={() => prepare.mutate({ sessionId, subject: { kind: 'proposal', id: proposal.id }, rule })}
      actions={
        <Button look="quiet" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      }
    >
      <Select
        label={t('proposal.vote-session')}
        value={sessionId}
        onChange={setSession}
        options={sessions.map(({ id, title, state }) => ({
          id,
          label: `${pick(title)} (${t(`session.state.${state}`)})`,
        }))}
      />
      <Select<RuleChoice['majority']>
        label={t('proposal.vote-majority')}
        value={choice.majority}
        onChange={(majority) => set({ majority })}
        options={(['simple', 'absolute', 'two-thirds', 'three-fifths'] as const).map((id) => ({
          id,
          label: t(`proposal.majority.${id}`),
        }))}
      />
      {choice.majority !== 'simple' && (
        <Select<Base>
          label={t('proposal.vote-base')}
          value={choice.base}
          onChange={(base) => set({ base })}
          options={BASES.map((id) => ({ id, label: t(`proposal.base.${id}`) }))}
        />
      )}
      <Select<RuleChoice['quorum']>
        label={t('proposal.vote-quorum')}
        value={choice.quorum}
        onChange={(quorum) => set({ quorum })}
        options={QUORUMS.map((id) => ({ id, label: t(`proposal.quorum.${id}`) }))}
      />
      <Notice>{ruleText(rule)}</Notice>
    </Form>
  );
}

function usePreparePoll(slug: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (request: CreatePoll) => post<PollView>(`/forums/${slug}/polls`, request),
    onSuccess: (poll) => {
      client.setQueryData(['poll', poll.id], poll);
      void client.invalidateQueries({ queryKey: ['poll', OF] });
      void client.invalidateQueries({ queryKey: ['proposal'] });
      void navigate(`/f/${slug}/polls/${poll.id}`);
    },
    onError: () => void client.invalidateQueries({ queryKey: ['proposal'] }),
  });
}
