import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ThreadView } from '../../../../src/discussion/discussion.contract.js';
import { directionOf } from '../../i18n/locale.js';
import { Author } from '../../ui/author.js';
import { LangMark } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { useThreadSummary } from './queries.js';

/** A long discussion in some of its own sentences, each with whose it is and the way to where it stands. */
export function ThreadSummary(props: {
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
