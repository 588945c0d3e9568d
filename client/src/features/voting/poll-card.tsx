import './voting.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { Badge } from '../../ui/badge.js';
import { LangText } from '../../ui/lang-text.js';
import { Time } from '../../ui/time.js';
import { isRunning } from './running.js';
import { Turnout } from './turnout.js';
import { verdictKey, verdictTone } from './verdict.js';

/** A poll among others: its question, and how far it is or what came of it. */
export function PollCard({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  return (
    <div className="card card-link">
      <p className="meta">
        <Badge kind="poll" state={poll.state} />
        {poll.result && (
          <span className={`badge badge-${verdictTone(poll.result)}`}>{t(verdictKey(poll.result))}</span>
        )}
        {poll.closedAt && <Time at={poll.closedAt} />}
      </p>
      <h3>
        <Link to={`/f/${slug}/polls/${poll.id}`}>
          <LangText text={poll.question} />
        </Link>
      </h3>
      {isRunning(poll) && <Turnout turnout={poll.turnout} />}
    </div>
  );
}
