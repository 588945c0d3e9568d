import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ProposalSummary } from '../../../../src/proposals/proposals.contract.js';
import type { CreatePoll, PollView } from '../../../../src/voting/voting.contract.js';
import { useAllPages } from '../../lib/all-pages.js';
import { post } from '../../lib/api.js';
import { OF } from '../../lib/query-client.js';
import { useWrite } from '../../lib/use-write.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/feedback.js';
import { Form } from '../../ui/form.js';
import { usePick } from '../../ui/lang-text.js';
import { Select } from '../../ui/select.js';
import { useSessions } from '../program/queries.js';
import { BEGINNING, RuleFields, ruleOf } from './rule-fields.js';

/**
 * Prepares a poll: what is voted on, in which session, by which rule. Opening it is a further step on its own
 * page, in front of everybody. From a session or from a proposal, that one is settled already.
 */
export function NewPollDialog(props: {
  readonly slug: string;
  readonly sessionId?: string;
  readonly proposalId?: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const pick = usePick();
  const navigate = useNavigate();
  const { slug } = props;
  const running = (useSessions(slug).data ?? []).filter(({ abilities }) => abilities.openPoll);
  const admitted = useAdmitted(slug, !props.proposalId);
  const [sessionId, setSessionId] = useState(props.sessionId ?? '');
  const [proposalId, setProposalId] = useState(props.proposalId ?? '');
  const [ruled, setRuled] = useState(BEGINNING);
  const inSession = sessionId || (running.length === 1 ? (running[0]?.id ?? '') : '');
  const rule = ruleOf(ruled);
  const prepare = useWrite(
    (body: CreatePoll) => post<PollView>(`/forums/${slug}/polls`, body),
    ['poll', 'proposal', 'session'],
    (poll) => void navigate(`/f/${slug}/polls/${poll.id}`),
  );
  const choose = { id: '', label: t('form.choose') };
  return (
    <Dialog title={t('polls.new')} isOpen onClose={props.onClose}>
      <Form
        submit={t('polls.prepare')}
        isPending={prepare.isPending}
        error={prepare.error}
        isDisabled={!inSession || !proposalId || !rule}
        onSubmit={() =>
          rule &&
          prepare.mutate({ sessionId: inSession, subject: { kind: 'proposal', id: proposalId }, rule })
        }
      >
        {!props.sessionId &&
          (running.length > 0 ? (
            <Select
              label={t('polls.session')}
              value={inSession}
              onChange={setSessionId}
              options={[choose, ...running.map(({ id, title }) => ({ id, label: pick(title) }))]}
            />
          ) : (
            <Notice tone="waiting">
              <p>
                {t('polls.no-session')} <Link to={`/f/${slug}/manage/program`}>{t('manage.program')}</Link>
              </p>
            </Notice>
          ))}
        {!props.proposalId &&
          (admitted.data?.length === 0 ? (
            <Notice tone="waiting">
              <p>
                {t('polls.no-proposal')} <Link to={`/f/${slug}/proposals`}>{t('nav.proposals')}</Link>
              </p>
            </Notice>
          ) : (
            <Select
              label={t('polls.proposal')}
              value={proposalId}
              onChange={setProposalId}
              options={[
                choose,
                ...(admitted.data ?? []).map(({ id, number, title }) => ({
                  id,
                  label: `${number}. ${title}`,
                })),
              ]}
            />
          ))}
        <RuleFields value={ruled} onChange={setRuled} />
        <p className="hint">{t('polls.prepare-hint')}</p>
      </Form>
    </Dialog>
  );
}

/** The proposals that may be put to the vote now. */
function useAdmitted(slug: string, enabled: boolean) {
  return useAllPages<ProposalSummary>(
    ['proposal', OF, slug, 'to-vote'],
    `/forums/${slug}/proposals`,
    { state: 'admitted' },
    enabled,
  );
}
