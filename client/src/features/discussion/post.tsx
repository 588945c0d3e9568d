import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostView } from '../../../../src/discussion/discussion.contract.js';
import { isolated } from '../../../../src/kernel/localized.js';
import { Author } from '../../ui/author.js';
import { Button } from '../../ui/button.js';
import { LangMark } from '../../ui/lang-text.js';
import { lazily } from '../../ui/lazily.js';
import { RichText } from '../../ui/rich-text.js';
import { Time, useTimeText } from '../../ui/time.js';
import { Composer, hasDraft } from './composer.js';
import type { PostNode } from './post-tree.js';

const PostEditor = lazily(() => import('./post-editor.js'), 'discussion', 'forms');

/** From here on replies stand under each other: a phone has no room for more steps. */
const DEEPEST = 3;

interface PostProps {
  readonly node: PostNode;
  readonly depth: number;
  readonly onSaid: (id: string) => void;
}

/** One post and the replies to it. */
export const Post = memo(function Post({ node, depth, onSaid }: PostProps) {
  const { post, replies } = node;
  return (
    <li>
      <PostBody post={post} onSaid={onSaid} />
      {replies.length > 0 && (
        <ol className={depth < DEEPEST ? 'rows posts replies' : 'rows posts'}>
          {replies.map((reply) => (
            <Post key={reply.post.id} node={reply} depth={depth + 1} onSaid={onSaid} />
          ))}
        </ol>
      )}
    </li>
  );
});

function PostBody({ post, onSaid }: { readonly post: PostView; readonly onSaid: (id: string) => void }) {
  const { t } = useTranslation();
  // A reply that was begun before the page went away is open again.
  const [replying, setReplying] = useState(() => hasDraft(post.threadId, post.id));
  const [editing, setEditing] = useState(false);
  const name = post.author?.name;
  return (
    <article id={`post-${post.id}`} tabIndex={-1} className="post">
      <PostHead post={post} />
      {editing ? (
        <Suspense>
          <PostEditor post={post} done={() => setEditing(false)} />
        </Suspense>
      ) : (
        <RichText html={post.body} lang={post.lang} />
      )}
      {(post.abilities.reply || post.abilities.edit) && !editing && !replying && (
        <div className="post-actions">
          {post.abilities.reply && (
            <Button
              look="quiet"
              aria-label={name ? t('post.reply-to', { name: isolated(name) }) : undefined}
              onPress={() => setReplying(true)}
            >
              {t('post.reply')}
            </Button>
          )}
          {post.abilities.edit && (
            <Button look="quiet" onPress={() => setEditing(true)}>
              {t('post.edit')}
            </Button>
          )}
        </div>
      )}
      {replying && (
        <Composer
          threadId={post.threadId}
          parent={post}
          onSaid={(id) => {
            setReplying(false);
            onSaid(id);
          }}
          onCancel={() => setReplying(false)}
        />
      )}
    </article>
  );
}

function PostHead({ post }: { readonly post: PostView }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  return (
    <p className="meta">
      <Author author={post.author} imported={post.imported} />
      <Time at={post.createdAt} />
      {post.editedAt && <span>{t('time.edited', { when: timeText(post.editedAt, 'ago') })}</span>}
      <LangMark lang={post.lang} />
      {post.support > 0 && <span>{t('post.support', { count: post.support })}</span>}
      {post.opposition > 0 && <span>{t('post.opposition', { count: post.opposition })}</span>}
    </p>
  );
}
