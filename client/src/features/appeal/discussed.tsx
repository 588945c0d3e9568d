import { useTranslation } from 'react-i18next';
import type { DiscussedQuote } from '../../../../src/appeal/appeal.contract.js';
import { directionOf } from '../../i18n/locale.js';
import { LangMark, LangText, usePick } from '../../ui/lang-text.js';
import { Section } from '../../ui/page.js';
import { ContributionLink } from './contribution-link.js';
import type { WorkshopPart } from './workshop.js';

/** What was discussed, topic by topic, in some of its own sentences: annexed to the text, and no part of it. */
export function Discussed({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const pick = usePick();
  if (appeal.discussed.length === 0) return null;
  const topicOf = new Map(forum.topics.map((topic) => [topic.id, topic]));
  return (
    <Section title={t('discussed.title')}>
      <p className="hint">{t('discussed.what')}</p>
      {appeal.discussed.map(({ topicId, quotes }) => {
        const topic = topicOf.get(topicId ?? '');
        return (
          <div key={topicId} className="stack">
            <h3>{topic ? pick(topic.name) : t('appeal.other-matters')}</h3>
            <ul className="rows stack">
              {quotes.map((quote) => (
                <Quote key={quote.contribution.id} slug={forum.slug} quote={quote} />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

function Quote(props: { readonly slug: string; readonly quote: DiscussedQuote }) {
  const { slug, quote } = props;
  return (
    <li className="source">
      <blockquote lang={quote.lang} dir={directionOf(quote.lang)}>
        {quote.quote}
      </blockquote>
      <p className="meta">
        {quote.cityName && (
          <strong>
            <LangText text={quote.cityName} mark={false} />
          </strong>
        )}
        <ContributionLink slug={slug} {...quote} />
        <LangMark lang={quote.lang} />
      </p>
    </li>
  );
}
