import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ForumView } from '../../../../src/forum/forum.contract.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { LangText } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { Time } from '../../ui/time.js';
import { ManagePage } from '../forum/manage/manage-page.js';
import { NewPollDialog } from './new-poll-dialog.js';
import { usePolls } from './queries.js';

/** All votes of the forum, for those who prepare them. Each is opened and closed on its own page. */
export default function ManagePollsPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <ManagePage
      part="polls"
      actions={() => (
        <Button look="primary" onPress={() => setAdding(true)}>
          {t('polls.new')}
        </Button>
      )}
    >
      {(forum) => (
        <>
          <p className="muted">{t('polls.what')}</p>
          <PollList forum={forum} />
          {adding && <NewPollDialog slug={forum.slug} onClose={() => setAdding(false)} />}
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
                <li key={poll.id} className="card card-link">
                  <p className="meta">
                    <Badge kind="poll" state={poll.state} />
                    {poll.openedAt && <Time at={poll.openedAt} show="moment" />}
                    {poll.state === 'open' && <span>{t('polls.turnout', poll.turnout)}</span>}
                    {poll.result && (
                      <span className={`badge ${poll.result.adopted ? 'badge-good' : 'badge-bad'}`}>
                        {t(`proposal.state.${poll.result.adopted ? 'adopted' : 'rejected'}`)}
                      </span>
                    )}
                  </p>
                  <h2 className="card-title">
                    <Link to={`/f/${forum.slug}/polls/${poll.id}`}>
                      <LangText text={poll.question} />
                    </Link>
                  </h2>
                </li>
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
