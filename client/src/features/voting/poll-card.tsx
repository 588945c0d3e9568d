import './voting.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PollView } from '../../../../src/voting/voting.contract.js';
import { Badge } from '../../ui/badge.js';
import { LangText } from '../../ui/lang-text.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { Time } from '../../ui/time.js';
import { verdictKey } from './result.js';

/** A poll among others: its question, and how far it is or what came of it. */
export function PollCard({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  return (
    <div className="card card-link">
      <p className="meta">
        <Badge kind="poll" state={poll.state} />
        {poll.result && (
          <span className={`badge ${poll.result.adopted ? 'badge-good' : 'badge-bad'}`}>
            {t(verdictKey(poll.result))}
          </span>
        )}
        {poll.closedAt && <Time at={poll.closedAt} />}
      </p>
      <h3>
        <Link to={`/f/${slug}/polls/${poll.id}`}>
          <LangText text={poll.question} />
        </Link>
      </h3>
      {poll.state === 'open' && (
        <ProgressBar
          label={t('poll.turnout')}
          value={poll.turnout.cast}
          max={poll.turnout.entitled}
          words={t('poll.turnout-words', poll.turnout)}
        />
      )}
    </div>
  );
}
