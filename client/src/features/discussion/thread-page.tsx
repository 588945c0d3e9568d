import './discussion.css';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { PostView, ThreadView } from '../../../../src/discussion/discussion.contract.js';
import { Author } from '../../ui/author.js';
import { Loaded } from '../../ui/feedback.js';
import { LangMark } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Section } from '../../ui/page.js';
import { PageOf } from '../../ui/page-of.js';
import { Time } from '../../ui/time.js';
import { useForum } from '../forum/queries.js';
import { TopicName } from '../forum/topic-name.js';
import { Composer } from './composer.js';
import { Post } from './post.js';
import { treeOf } from './post-tree.js';
import { usePosts, useThread } from './queries.js';
import { ThreadSummary } from './thread-summary.js';

const ReadOnly = lazily(() => import('./read-only.js'), 'discussion');

/** One discussion with everything said in it. What others say appears without a reload. */
export default function ThreadPage() {
  const { slug = '', threadId = '' } = useParams();
  return <PageOf query={useThread(threadId)}>{(thread) => <Thread slug={slug} thread={thread} />}</PageOf>;
}

function Thread({ slug, thread }: { readonly slug: string; readonly thread: ThreadView }) {
  const { t } = useTranslation();
  const topics = useForum(slug).data?.topics ?? [];
  const posts = usePosts(thread.id);
  // An address may name a post; whoever comes by it is taken there, as to what they say themselves.
  const named = useLocation().hash.match(/^#post-(.+)/)?.[1] ?? null;
  const [sought, setSought] = useState(named);
  const { items, hasNextPage, isFetching, fetchNextPage } = posts;
  const arrived = sought !== null && items?.some((post) => post.id === sought);

  // Whoever just said something is taken to it, on whichever page it came to stand.
  useEffect(() => {
    if (sought === null) return;
    if (!arrived && hasNextPage && !isFetching) void fetchNextPage();
    if (!arrived) return;
    document.getElementById(`post-${sought}`)?.focus();
    setSought(null);
  }, [sought, arrived, hasNextPage, isFetching, fetchNextPage]);

  return (
    <Page
      title={thread.title}
      titleLang={thread.lang}
      above={
        <>
          <TopicName topics={topics} id={thread.topicId} />
          <span>{t('thread.posts', { count: thread.posts })}</span>
        </>
      }
    >
      <p className="meta">
        <Author author={thread.author} imported={thread.imported} />
        <Time at={thread.createdAt} />
        <LangMark lang={thread.lang} />
      </p>
      <ThreadSummary thread={thread} onSeek={setSought} />
      <Loaded query={{ ...posts, data: items }}>{(all) => <Posts posts={all} onSaid={setSought} />}</Loaded>
      <MoreButton list={posts} />
      {thread.abilities.reply ? (
        <Section title={t('post.say')}>
          <Composer threadId={thread.id} onSaid={setSought} />
        </Section>
      ) : (
        <Suspense>
          <ReadOnly slug={slug} />
        </Suspense>
      )}
    </Page>
  );
}

function Posts({
  posts,
  onSaid,
}: {
  readonly posts: readonly PostView[];
  readonly onSaid: (id: string) => void;
}) {
  const roots = useMemo(() => treeOf(posts), [posts]);
  return (
    <ol className="rows posts">
      {roots.map((node) => (
        <Post key={node.post.id} node={node} depth={0} onSaid={onSaid} />
      ))}
    </ol>
  );
}
