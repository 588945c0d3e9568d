import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ThreadSummary } from '../../../../src/discussion/discussion.contract.js';
import type { TopicView } from '../../../../src/forum/forum.contract.js';
import { Author } from '../../ui/author.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { Written } from '../../ui/lang-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { SearchBox } from '../../ui/search-box.js';
import { useTimeText } from '../../ui/time.js';
import { useForum } from '../forum/queries.js';
import { TopicName } from '../forum/topic-name.js';
import { TopicSelect } from '../forum/topic-select.js';
import { useThreads } from './queries.js';

/** All discussions, those that moved last first; search and topic stand in the address. */
export default function ThreadsPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const forum = useForum(slug).data;
  const filters = { q: search.get('q') ?? undefined, topic: search.get('topic') ?? undefined };
  const list = useThreads(slug, filters);
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const open = forum?.abilities.contribute && (
    <ButtonLink look="primary" to={`/f/${slug}/discussion/new`}>
      {t('threads.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.discussion')} width="wide" actions={open}>
      <search className="filters">
        <SearchBox label={t('threads.search')} value={filters.q ?? ''} onSearch={(q) => set('q', q)} />
        <TopicSelect
          all
          topics={forum?.topics ?? []}
          value={filters.topic ?? ''}
          onChange={(topic) => set('topic', topic)}
        />
      </search>
      <Loaded query={{ ...list, data: list.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows cards" aria-busy={list.isPlaceholderData}>
              {items.map((thread) => (
                <li key={thread.id}>
                  <ThreadCard slug={slug} thread={thread} topics={forum?.topics ?? []} />
                </li>
              ))}
            </ul>
          ) : filters.q || filters.topic ? (
            <Empty title={t('list.nothing-found')} />
          ) : (
            <Empty title={t('threads.empty')} action={open}>
              {t('threads.empty-text')}
            </Empty>
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </Page>
  );
}

function ThreadCard(props: {
  readonly slug: string;
  readonly thread: ThreadSummary;
  readonly topics: readonly TopicView[];
}) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const { slug, thread, topics } = props;
  return (
    <div className="card card-link">
      <h2 className="card-title">
        <Link to={`/f/${slug}/discussion/${thread.id}`}>
          <Written lang={thread.lang}>{thread.title}</Written>
        </Link>
      </h2>
      <p className="meta">
        <Author author={thread.author} imported={thread.imported} />
        <TopicName topics={topics} id={thread.topicId} />
        <span>{t('thread.posts', { count: thread.posts })}</span>
        <span>{t('thread.active', { when: timeText(thread.activeAt, 'ago') })}</span>
      </p>
    </div>
  );
}
