import './voting.css';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PollView } from '../../../../src/voting/voting.contract.js';
import { address } from '../../lib/api.js';
import { useMe } from '../../lib/me.js';
import { Badge } from '../../ui/badge.js';
import { Loading, Notice } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { Page, Section } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { ProposalBody } from '../proposals/proposal-body.js';
import { useProposal } from '../proposals/queries.js';
import { usePoll } from './queries.js';
import { Result } from './result.js';
import { useRuleText } from './rule-text.js';
import { VotePanel } from './vote-panel.js';

const ChairControls = lazy(() => import('./chair-controls.js'));

/** One vote, from its announcement to its record; the same page for voters, chair and readers. */
export default function PollPage() {
  const { slug = '', id = '' } = useParams();
  const poll = usePoll(id);
  return <PageOf query={poll}>{(found) => <Poll slug={slug} poll={found} />}</PageOf>;
}

function Poll({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const me = useMe().data;
  const seat = me?.seats.find((each) => each.forumSlug === slug);
  return (
    <Page
      title={pick(poll.question)}
      above={
        <>
          <span>{t('poll.vote')}</span>
          <Badge kind="poll" state={poll.state} />
          <Subject slug={slug} poll={poll} />
        </>
      }
    >
      {poll.state === 'draft' && (
        <Notice>
          <strong>{t('poll.waiting')}</strong>
          <span>{t('poll.waiting-text')}</span>
        </Notice>
      )}
      {poll.state === 'annulled' && (
        <Notice tone="problem">
          <strong>{t('poll.annulled')}</strong>
          {poll.reason && <span dir="auto">{t('poll.annulled-reason', { reason: poll.reason })}</span>}
        </Notice>
      )}
      {poll.result && <Result poll={poll} result={poll.result} />}
      {me ? (
        <VotePanel key={seat?.participantId} poll={poll} participantId={seat?.participantId ?? null} />
      ) : (
        <Loading lines={1} />
      )}
      {poll.state === 'open' && <Turnout poll={poll} />}
      {(poll.abilities.open || poll.abilities.close || poll.abilities.annul) && (
        <Suspense>
          <ChairControls poll={poll} />
        </Suspense>
      )}
      <Details poll={poll} />
    </Page>
  );
}

function Subject({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  const proposal = useProposal(poll.subject.id).data;
  return (
    <Link to={`/f/${slug}/proposals/${poll.subject.id}`}>
      {proposal ? t('poll.on-proposal', { number: proposal.number }) : t('poll.go-to-proposal')}
    </Link>
  );
}

function Turnout({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  return (
    <div className="stack stack-tight">
      <ProgressBar
        label={t('poll.turnout')}
        value={poll.turnout.cast}
        max={poll.turnout.entitled}
        words={t('poll.turnout-words', poll.turnout)}
      />
      <p className="hint">{t('poll.no-partial')}</p>
    </div>
  );
}

/** The text, the rule, the fingerprint and the record. */
function Details({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const ruleText = useRuleText();
  const proposal = useProposal(poll.subject.id).data;
  return (
    <>
      {proposal && (
        <details className="disclosure">
          <summary>{t('poll.read-text')}</summary>
          <ProposalBody proposal={proposal} withTitle />
        </details>
      )}
      {!poll.result && (
        <Section title={t('poll.rule')}>
          <p>{ruleText(poll.rule)}</p>
        </Section>
      )}
      {poll.state === 'closed' && (
        <Section title={t('poll.record')}>
          <p className="muted">{t('poll.record-text')}</p>
          <p>
            <a href={address(`/polls/${poll.id}/record`)} target="_blank" rel="noreferrer">
              {t('poll.record-open')}
            </a>
          </p>
        </Section>
      )}
      {poll.definitionHash && (
        <details className="disclosure">
          <summary>{t('poll.proof')}</summary>
          <p className="muted">{t('poll.proof-text')}</p>
          <p className="code" dir="ltr">
            {poll.definitionHash}
          </p>
        </details>
      )}
    </>
  );
}
