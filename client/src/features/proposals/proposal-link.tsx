import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalReference } from '../../../../src/proposals/proposals.contract.js';
import { Badge } from '../../ui/badge.js';
import { Written } from '../../ui/lang-text.js';

/** Another proposal, named in a line. */
export function ProposalLink(props: { readonly slug: string; readonly reference: ProposalReference }) {
  const { t } = useTranslation();
  const { id, number, state, title, titleLang } = props.reference;
  return (
    <span className="proposal-link">
      <span className="muted">{t('proposal.number', { number })}</span>{' '}
      <Link to={`/f/${props.slug}/proposals/${id}`}>
        <Written lang={titleLang}>{title}</Written>
      </Link>{' '}
      <Badge kind="proposal" state={state} />
    </span>
  );
}
