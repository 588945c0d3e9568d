import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ThreadSummed, ThreadView } from '../../../../src/discussion/discussion.contract.js';
import { directionOf } from '../../i18n/locale.js';
import { get } from '../../lib/api.js';
import { Author } from '../../ui/author.js';
import { LangMark } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';

/** A long discussion in some of its own sentences, each with whose it is and the way to where it stands. */
export default function ThreadSummary(props: {
  readonly thread: ThreadView;
  readonly onSeek: (postId: string) => void;
}) {
  const { t } = useTranslation();
  const { thread, onSeek } = props;
  const quotes = useThreadSummary(thread).data?.quotes ?? [];
  if (quotes.length === 0) return null;
  return (
    <Section title={t('summary.title')}>
      <p className="hint">{t('summary.what')}</p>
      <ul className="rows thread-summary">
        {quotes.map(({ quote, postId, lang, author }) => (
          <li key={postId} className="thread-quote">
            <blockquote lang={lang} dir={directionOf(lang)}>
              {quote}
            </blockquote>
            <p className="meta">
              <Author author={author} imported={thread.imported} />
              <LangMark lang={lang} />
              <Link to={`#post-${postId}`} replace onClick={() => onSeek(postId)}>
                {t('summary.to-post')}
                <span className="visually-hidden">: {quote.slice(0, 40)}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The thread in its own sentences; asked for where there is one. */
function useThreadSummary({ id }: Pick<ThreadView, 'id'>) {
  return useQuery({
    queryKey: ['thread', id, 'summary'],
    queryFn: ({ signal }) => get<ThreadSummed>(`/threads/${id}/summary`, undefined, signal),
  });
}
