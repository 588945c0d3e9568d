import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  AMENDMENT_STATES,
  type AmendmentsView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../../../../src/proposals/proposals.contract.js';
import { ButtonLink } from '../../../ui/button.js';
import { Section } from '../../../ui/page.js';
import { AmendmentCard } from './amendment-card.js';
import { useAmendments } from './queries.js';

/** The rest stand on their own page. */
const SHOWN = 12;

/** On a proposal's page: its amendments, how many stand where, and the way to make one. */
export default function AmendmentsBlock(props: { readonly slug: string; readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { slug, proposal } = props;
  const { data } = useAmendments(proposal.id);
  if (!data || (data.amendments.length === 0 && !data.abilities.propose)) return null;
  const { amendments, abilities } = data;
  const at = `/f/${slug}/proposals/${proposal.id}`;
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]));
  return (
    <Section
      title={t('amending.title')}
      link={amendments.length > 0 && <Link to={`${at}/amendments`}>{t('amending.all')}</Link>}
    >
      <Counts amendments={amendments} />
      {abilities.propose && (
        <div className="actions">
          <ButtonLink to={`${at}/amend`}>{t('amending.suggest')}</ButtonLink>
        </div>
      )}
      {amendments.length === 0 ? (
        <p className="muted">{t('amending.none')}</p>
      ) : (
        <ul className="rows cards">
          {amendments.slice(0, SHOWN).map((each) => (
            <li key={each.id}>
              <AmendmentCard slug={slug} amendment={each} amends={numbers.get(each.parentId ?? '')} />
            </li>
          ))}
        </ul>
      )}
      {amendments.length > SHOWN && (
        <Link to={`${at}/amendments`}>{t('amending.more', { count: amendments.length - SHOWN })}</Link>
      )}
    </Section>
  );
}

export function Counts({ amendments }: Pick<AmendmentsView, 'amendments'>) {
  const { t } = useTranslation();
  const counts = AMENDMENT_STATES.flatMap((state) => {
    const count = amendments.filter((each) => each.state === state).length;
    return count > 0 ? [{ state, count }] : [];
  });
  if (counts.length === 0) return null;
  return (
    <p className="meta">
      {counts.map(({ state, count }) => (
        <span key={state}>
          {t('amending.count', { state: t(`amendment.state.${state}`), number: count })}
        </span>
      ))}
    </p>
  );
}
