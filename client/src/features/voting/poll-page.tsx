import './voting.css';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { useMe } from '../../lib/me.js';
import { Badge } from '../../ui/badge.js';
import { Loading } from '../../ui/feedback.js';
import { usePick } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { Page } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { useProposal } from '../proposals/queries.js';
import { ClosingTime } from './closing-time.js';
import { EarlierRounds } from './earlier-rounds.js';
import { PollDetails } from './poll-details.js';
import { PollStanding } from './poll-standing.js';
import { usePoll } from './queries.js';
import { RollCall } from './roll-call.js';
import { isRunning } from './running.js';
import { Turnout } from './turnout.js';
import { VotePanel } from './vote-panel.js';

const ChairControls = lazily(() => import('./chair-controls.js'), 'chairing', 'forms');
const ReceiptCheck = lazily(() => import('./receipt-check.js'));
const Result = lazily(() => import('./result.js'), 'results');

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
  const participantId = me?.seats.find((each) => each.forumSlug === slug)?.participantId ?? null;
  const running = isRunning(poll);
  const { vote: _, ...chairing } = poll.abilities;
  return (
    <Page
      title={pick(poll.question)}
      above={
        <>
          <span>{t('poll.vote')}</span>
          <Badge kind="poll" state={poll.state} />
          {poll.round > 1 && <span>{t('poll.round', { number: poll.round })}</span>}
          {poll.subject && <Subject slug={slug} subject={poll.subject} />}
        </>
      }
    >
      {running && <ClosingTime poll={poll} />}
      <PollStanding poll={poll} />
      {poll.result && (
        <Suspense fallback={<Loading />}>
          <Result poll={poll} result={poll.result} />
        </Suspense>
      )}
      {me ? (
        <VotePanel key={participantId} poll={poll} participantId={participantId} />
      ) : (
        <Loading lines={1} />
      )}
      {running && (
        <div className="stack stack-tight">
          <Turnout turnout={poll.turnout} />
          <p className="hint">{t(`poll.secrecy.${poll.terms.live ? 'live' : poll.terms.secrecy}`)}</p>
        </div>
      )}
      {Object.values(chairing).some(Boolean) && (
        <Suspense>
          <ChairControls poll={poll} />
        </Suspense>
      )}
      {poll.definitionHash && <RollCall key={poll.roundId} poll={poll} />}
      {poll.state === 'published' && (
        <Suspense>
          <ReceiptCheck key={`${poll.roundId} ${participantId}`} poll={poll} participantId={participantId} />
        </Suspense>
      )}
      <EarlierRounds poll={poll} />
      <PollDetails poll={poll} />
    </Page>
  );
}

function Subject(props: { readonly slug: string; readonly subject: NonNullable<PollView['subject']> }) {
  const { slug, subject } = props;
  if (subject.kind === 'amendment') return <OnAmendment slug={slug} id={subject.id} />;
  if (subject.kind === 'clause-amendment') return <OnClauseAmendment slug={slug} id={subject.id} />;
  if (subject.kind !== 'proposal') return <OnAppeal slug={slug} />;
  return <OnProposal slug={slug} id={subject.id} />;
}

function OnAmendment({ slug, id }: { readonly slug: string; readonly id: string }) {
  const { t } = useTranslation();
  return <Link to={`/f/${slug}/amendments/${id}`}>{t('poll.go-to-amendment')}</Link>;
}

function OnClauseAmendment({ slug, id }: { readonly slug: string; readonly id: string }) {
  const { t } = useTranslation();
  return <Link to={`/f/${slug}/appeal?view=amendments#amendment-${id}`}>{t('poll.go-to-amendment')}</Link>;
}

function OnAppeal({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  return <Link to={`/f/${slug}/appeal`}>{t('poll.go-to-appeal')}</Link>;
}

function OnProposal({ slug, id }: { readonly slug: string; readonly id: string }) {
  const { t } = useTranslation();
  const proposal = useProposal(id).data;
  return (
    <Link to={`/f/${slug}/proposals/${id}`}>
      {proposal ? t('poll.on-proposal', { number: proposal.number }) : t('poll.go-to-proposal')}
    </Link>
  );
}
