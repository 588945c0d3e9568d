import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { isolated } from '../../../../src/kernel/localized.js';
import type { OwnVote } from '../../../../src/voting/ballots.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/feedback.js';
import { OwnVotePart, useVoterName } from './own-vote.js';
import { isRunning } from './running.js';

interface PanelProps {
  readonly poll: PollView;
  /** The reader's own place in the forum; null for those who have none. */
  readonly participantId: string | null;
}

/** The reader's own part in a poll: each vote that they hold in it, one after the other; or why there is none. */
export function VotePanel({ poll, participantId }: PanelProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const waiting = poll.own.filter((vote) => vote.mayCast && !vote.cast);
  const turn = waiting.find(({ voterId }) => voterId === asked) ?? waiting[0];
  if (!participantId || poll.own.length === 0) return isRunning(poll) ? <Bystander poll={poll} /> : null;
  const screen = isRunning(poll) && waiting.length > 0;
  return (
    <div className="vote-panel" data-screen={screen || undefined}>
      {poll.own.map((vote) => (
        <Named
          key={`${poll.roundId} ${vote.voterId}`}
          vote={vote}
          named={poll.own.length > 1 || vote.as !== 'self'}
        >
          <OwnVotePart
            poll={poll}
            vote={vote}
            participantId={participantId}
            waits={waiting.includes(vote) && vote !== turn}
            onTurn={() => setAsked(vote.voterId)}
          />
        </Named>
      ))}
    </div>
  );
}

/** A vote among several, or for somebody else, has its name. */
function Named(props: { readonly vote: OwnVote; readonly named: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const name = useVoterName(props.vote);
  if (!props.named) return <div className="own-vote">{props.children}</div>;
  return (
    <section className="own-vote own-vote-named">
      <h2 className="own-vote-name">{t(`ballot.as.${props.vote.as}`, { name: isolated(name) })}</h2>
      {props.children}
    </section>
  );
}

/** An open vote seen by somebody who has none in it. */
function Bystander({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const me = useMe().data;
  if (!me || poll.own.length > 0) return null;
  if (me.account) return <Notice>{t('poll.not-on-roll')}</Notice>;
  return (
    <Notice>
      <span>{t('poll.anonymous')}</span>
      <div className="actions">
        <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{t('app.sign-in')}</ButtonLink>
      </div>
    </Notice>
  );
}
