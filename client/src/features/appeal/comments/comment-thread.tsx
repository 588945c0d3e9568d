import './comments.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentThreadView, CommentView } from '../../../../../src/appeal/comments/comments.contract.js';
import { isolated } from '../../../../../src/kernel/localized.js';
import { directionOf } from '../../../i18n/locale.js';
import { del, post } from '../../../lib/api.js';
import { toText } from '../../../lib/plain-text.js';
import { Author } from '../../../ui/author.js';
import { Button } from '../../../ui/button.js';
import { Confirm } from '../../../ui/confirm.js';
import { Refusal } from '../../../ui/feedback.js';
import { LangMark } from '../../../ui/lang-text.js';
import { RichText } from '../../../ui/rich-text.js';
import { Time, useTimeText } from '../../../ui/time.js';
import { useCommentWrite } from './queries.js';
import { EditForm, ReplyForm } from './said-form.js';

interface ThreadProps {
  readonly thread: CommentThreadView;
  /** Where it belongs, where the list does not say that by itself. */
  readonly where?: ReactNode;
}

/** A comment, what it is about, the answers to it, and what can be done with it. */
export function CommentThread({ thread, where }: ThreadProps) {
  const { t } = useTranslation();
  const [replying, setReplying] = useState(false);
  const { abilities, id, version } = thread;
  const settle = useCommentWrite((name: 'resolve' | 'reopen') =>
    post<CommentThreadView>(`/comments/${id}/${name}`, { version }),
  );
  const name = thread.author?.name;
  const press = (which: 'resolve' | 'reopen') => (
    <Button
      look="quiet"
      isPending={settle.isPending}
      aria-label={`${t(`comments.${which}`)}: ${beginningOf(thread)}`}
      onPress={() => settle.mutate(which)}
    >
      {t(`comments.${which}`)}
    </Button>
  );
  return (
    <article className="comment">
      {where}
      <About thread={thread} />
      <Said comment={thread} />
      {thread.resolved && <Resolved resolved={thread.resolved} />}
      {settle.error && <Refusal error={settle.error} />}
      {thread.replies.length > 0 && (
        <ol className="rows comment-replies">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Said comment={reply} />
            </li>
          ))}
        </ol>
      )}
      {!replying && (abilities.reply || abilities.resolve || abilities.reopen) && (
        <div className="comment-actions">
          {abilities.reply && (
            <Button
              look="quiet"
              aria-label={name ? t('comments.reply-to', { name: isolated(name) }) : undefined}
              onPress={() => setReplying(true)}
            >
              {t('comments.reply')}
            </Button>
          )}
          {abilities.resolve && press('resolve')}
          {abilities.reopen && press('reopen')}
        </div>
      )}
      {replying && <ReplyForm id={id} onDone={() => setReplying(false)} />}
    </article>
  );
}

/** The words that it is about; of a comment that lost its clause how that began, as far as is known. */
function About({ thread: { onPassage, quote, textLang, state } }: { readonly thread: CommentThreadView }) {
  const { t } = useTranslation();
  const lost = state === 'attention';
  if (!onPassage && !lost) return <p className="hint">{t('comments.whole')}</p>;
  return (
    <div className="comment-about">
      {lost && <p className="hint">{t(quote ? 'comments.was-on' : 'comments.gone')}</p>}
      {quote && (
        <blockquote lang={textLang} dir={directionOf(textLang)}>
          {quote}
        </blockquote>
      )}
    </div>
  );
}

function Resolved({
  resolved: { by, at },
}: {
  readonly resolved: NonNullable<CommentThreadView['resolved']>;
}) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const date = timeText(at, 'date');
  return (
    <p className="meta">
      <span>
        {by ? t('comments.resolved-by', { name: isolated(by.name), date }) : t('comments.resolved', { date })}
      </span>
    </p>
  );
}

/** Who said what when. One's own words can be changed and taken away. */
function Said({ comment }: { readonly comment: CommentView | CommentThreadView }) {
  const { t } = useTranslation();
  const timeText = useTimeText();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const remove = useCommentWrite(
    () => del(`/comments/${comment.id}`),
    () => setOpen(null),
  );
  const { abilities, lang, editedAt } = comment;
  if (comment.deleted) return <p className="muted">{t('comments.deleted')}</p>;
  const words = beginningOf(comment);
  return (
    <div className="comment-said">
      <p className="meta">
        <Author author={comment.author} />
        <Time at={comment.createdAt} />
        {editedAt && <span>{t('time.edited', { when: timeText(editedAt, 'ago') })}</span>}
        <LangMark lang={lang} />
      </p>
      {open === 'edit' ? (
        <EditForm comment={comment} onDone={() => setOpen(null)} />
      ) : (
        <div className="comment-body">
          <RichText html={comment.body} lang={lang} />
        </div>
      )}
      {open !== 'edit' && abilities.edit && (
        <div className="comment-actions">
          <Button look="quiet" aria-label={`${t('do.edit')}: ${words}`} onPress={() => setOpen('edit')}>
            {t('do.edit')}
          </Button>
          <Button look="quiet" aria-label={`${t('do.delete')}: ${words}`} onPress={() => setOpen('delete')}>
            {t('do.delete')}
          </Button>
        </div>
      )}
      <Confirm
        title={t('comments.delete-sure')}
        isOpen={open === 'delete'}
        onClose={() => setOpen(null)}
        onConfirm={() => remove.mutate()}
        action={t('do.delete')}
        isPending={remove.isPending}
        error={remove.error}
      >
        <p>{t('comments.delete-text')}</p>
      </Confirm>
    </div>
  );
}

/** How it begins, to tell a button from those of others. */
const beginningOf = ({ body }: Pick<CommentView, 'body'>): string => isolated(toText(body).slice(0, 40));
