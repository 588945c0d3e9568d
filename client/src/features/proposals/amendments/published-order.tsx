import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AmendmentsView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { Author } from '../../../ui/author.js';
import { Notice } from '../../../ui/feedback.js';
import { Section } from '../../../ui/page.js';
import { Time } from '../../../ui/time.js';
import { AmendmentBadge } from './amendment-badge.js';
import { Consequences } from './consequences.js';
import { openOf } from './order.js';

/** The order of voting as it was published: for everybody, with who did and when. */
export function PublishedOrder({ slug, list }: { readonly slug: string; readonly list: AmendmentsView }) {
  const { t } = useTranslation();
  const { order, amendments } = list;
  if (!order) return null;
  const byId = new Map(amendments.map((each) => [each.id, each]));
  const lacking = openOf(list).filter(({ id }) => !order.amendmentIds.includes(id));
  return (
    <Section title={t('order.published')}>
      <p className="meta">
        <Author author={order.by} />
        <Time at={order.publishedAt} show="moment" />
      </p>
      {lacking.length > 0 && <Notice tone="waiting">{t('order.lacking', { count: lacking.length })}</Notice>}
      <ol className="rows vote-order">
        {order.amendmentIds.map((id, at) => {
          const each = byId.get(id);
          return (
            each && (
              <li key={id} className="vote-order-row">
                <span className="vote-order-place" aria-hidden="true">
                  {t('number', { value: at + 1 })}
                </span>
                <Link className="vote-order-what" to={`/f/${slug}/amendments/${id}`}>
                  {t('amending.name', { number: each.number })}
                </Link>
                <AmendmentBadge state={each.state} />
              </li>
            )
          );
        })}
      </ol>
      <h3>{t('consequence.title')}</h3>
      <Consequences order={order.amendmentIds} of={order.consequences} amendments={amendments} />
    </Section>
  );
}
