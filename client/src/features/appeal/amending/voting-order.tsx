import { useTranslation } from 'react-i18next';
import type { ClauseAmendmentsView } from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { Section } from '../../../ui/page.js';
import { AmendmentBadge } from '../../proposals/amendments/amendment-badge.js';
import { Consequences } from '../../proposals/amendments/consequences.js';
import { anchorOf } from './clause-amendment-card.js';

/** In which order what is open is voted on, and what follows: by rule, the same for everybody. */
export function VotingOrder({ list }: { readonly list: ClauseAmendmentsView }) {
  const { t } = useTranslation();
  const { amendmentIds, consequences } = list.order;
  if (amendmentIds.length < 2) return null;
  const amendments = list.amendments.map((each) => ({ ...each, parentId: null }));
  const byId = new Map(amendments.map((each) => [each.id, each]));
  return (
    <Section title={t('order.title')}>
      <p className="muted">{t('reviewing.order-text')}</p>
      <ol className="rows vote-order">
        {amendmentIds.map((id, at) => {
          const each = byId.get(id);
          return (
            each && (
              <li key={id} className="vote-order-row">
                <span className="vote-order-place" aria-hidden="true">
                  {t('number', { value: at + 1 })}
                </span>
                <a className="vote-order-what" href={`#${anchorOf(id)}`}>
                  {t('amending.name', { number: each.number })}
                </a>
                <AmendmentBadge state={each.state} />
              </li>
            )
          );
        })}
      </ol>
      <h3>{t('consequence.title')}</h3>
      <Consequences order={amendmentIds} of={consequences} amendments={amendments} />
    </Section>
  );
}
