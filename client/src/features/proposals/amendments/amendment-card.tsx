import './amending.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { Author } from '../../../ui/author.js';
import { AmendmentBadge } from './amendment-badge.js';
import { shortened, useGist } from './gist.js';

const REASON_WORDS = 24;

/** One amendment among others: whose it is, how far it is, what it does and why. */
export function AmendmentCard(props: {
  readonly slug: string;
  readonly amendment: AmendmentView;
  /** Number of the one that it changes, where it changes another. */
  readonly amends?: number | undefined;
  readonly level?: 3 | 4;
}) {
  const { t } = useTranslation();
  const gist = useGist();
  const { slug, amendment, amends, level = 3 } = props;
  const { number, state, author, reason, conflicts } = amendment;
  const Heading = `h${level}` as const;
  return (
    <div className="card card-link">
      <p className="meta">
        <AmendmentBadge state={state} />
        {conflicts.length > 0 && <span className="badge badge-waiting">{t('amending.needs-author')}</span>}
        {amends !== undefined && <span>{t('amending.amends', { number: amends })}</span>}
        <Author author={author} />
      </p>
      <Heading className="card-title">
        <Link to={`/f/${slug}/amendments/${amendment.id}`}>{t('amending.name', { number })}</Link>
      </Heading>
      <p dir="auto">{gist(amendment)}</p>
      <p className="muted" dir="auto">
        {shortened(reason, REASON_WORDS)}
      </p>
    </div>
  );
}
