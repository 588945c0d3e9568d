import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLang } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, ErrorState, Loading } from '../../ui/feedback.js';
import { LangText, Written } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { useAppeals } from '../appeal/queries.js';
import { useThreads } from '../discussion/queries.js';
import { useProposals } from '../proposals/queries.js';
import { usePolls } from '../voting/queries.js';
import { verdictKey } from '../voting/verdict.js';
import { type News, newest } from './newest.js';

const SHOWN = 8;

/** What happened last, of all kinds: decisions, proposals, discussions, published appeals. */
export function NewsFeed({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const polls = usePolls(slug, { state: 'published' });
  const proposals = useProposals(slug, { limit: SHOWN });
  const threads = useThreads(slug, { limit: SHOWN });
  const appeals = useAppeals(slug);
  const lists = [polls, proposals, threads, { ...appeals, items: appeals.data }];
  const items = newest(SHOWN, polls.items, proposals.items, threads.items, appeals.data);
  const failed = lists.find((list) => list.error && !list.items);
  return (
    <Section
      title={t('now.news')}
      link={
        <ButtonLink look="quiet" to={`/f/${slug}/discussion`}>
          {t('nav.discussion')}
        </ButtonLink>
      }
    >
      {items.length > 0 ? (
        <ul className="rows news">
          {items.map((item) => (
            <NewsRow key={item.id} slug={slug} item={item} />
          ))}
        </ul>
      ) : failed ? (
        <ErrorState error={failed.error} retry={() => lists.forEach((list) => void list.refetch())} />
      ) : lists.every((list) => list.items) ? (
        <Empty title={t('now.no-news')}>{t('now.no-news-text')}</Empty>
      ) : (
        <Loading />
      )}
    </Section>
  );
}

function NewsRow({ slug, item }: { readonly slug: string; readonly item: News }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  return (
    <li className="news-row">
      <p className="meta">
        <span>{t(`now.kind-${item.kind}`)}</span>
        <Time at={item.at} />
        {item.kind === 'proposal' && <Badge kind="proposal" state={item.proposal.state} />}
        {item.kind === 'poll' && item.poll.result && <span>{t(verdictKey(item.poll.result))}</span>}
        {item.kind === 'thread' && <span>{t('thread.posts', { count: item.thread.posts })}</span>}
        {item.kind === 'appeal' && <Badge kind="appeal" state={item.appeal.state} />}
      </p>
      {item.kind === 'appeal' ? (
        <a href={`${item.path}?lang=${lang}`}>
          <LangText text={item.appeal.title} />
        </a>
      ) : (
        <Link to={`/f/${slug}/${item.path}`}>
          {item.kind === 'poll' ? (
            <LangText text={item.poll.question} />
          ) : item.kind === 'proposal' ? (
            <Written lang={item.proposal.titleLang}>{item.proposal.title}</Written>
          ) : (
            <Written lang={item.thread.lang}>{item.thread.title}</Written>
          )}
        </Link>
      )}
    </li>
  );
}
