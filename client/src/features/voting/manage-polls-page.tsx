import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { Badge } from '../../ui/badge.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { Time } from '../../ui/time.js';
import { ManagePage } from '../forum/manage/manage-page.js';
import { usePolls } from './queries.js';
import { isRunning } from './running.js';
import { verdictKey, verdictTone } from './verdict.js';

/** All votes of the forum, for those who prepare them. Each is opened and closed on its own page. */
export default function ManagePollsPage() {
  const { t } = useTranslation();
  return (
    <ManagePage
      part="polls"
      actions={(forum) => (
        <ButtonLink look="primary" to={`/f/${forum.slug}/manage/polls/new`}>
          {t('polls.new')}
        </ButtonLink>
      )}
    >
      {(forum) => (
        <>
          <p className="muted">{t('polls.what')}</p>
          <PollList forum={forum} />
        </>
      )}
    </ManagePage>
  );
}

function PollList({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const polls = usePolls(forum.slug, {});
  return (
    <>
      <Loaded query={{ ...polls, data: polls.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows cards">
              {items.map((poll) => (
                <PollRow key={poll.id} slug={forum.slug} poll={poll} />
              ))}
            </ul>
          ) : (
            <Empty title={t('polls.empty')}>{t('polls.empty-text')}</Empty>
          )
        }
      </Loaded>
      <MoreButton list={polls} />
    </>
  );
}

function PollRow({ slug, poll }: { readonly slug: string; readonly poll: PollView }) {
  const { t } = useTranslation();
  return (
    <li className="card card-link">
      <p className="meta">
        <Badge kind="poll" state={poll.state} />
        <span>{t(`method.${poll.terms.method}`)}</span>
        <span>{t(`secrecy.${poll.terms.secrecy}`)}</span>
        {poll.openedAt && <Time at={poll.openedAt} show="moment" />}
        {isRunning(poll) && <span>{t('polls.turnout', { ...poll.turnout })}</span>}
        {poll.result && (
          <span className={`badge badge-${verdictTone(poll.result)}`}>{t(verdictKey(poll.result))}</span>
        )}
      </p>
      <h2 className="card-title">
        <Link to={`/f/${slug}/polls/${poll.id}`}>
          <LangText text={poll.question} />
        </Link>
      </h2>
    </li>
  );
}
