import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SourceView } from '../../../../src/appeal/appeal.contract.js';

/** To where a contribution stands: a proposal's page, or a post in its discussion. */
export function ContributionLink(
  props: { readonly slug: string } & Pick<SourceView, 'contribution' | 'threadId'>,
) {
  const { t } = useTranslation();
  const { kind, id } = props.contribution;
  const path = kind === 'proposal' ? `proposals/${id}` : `discussion/${props.threadId}#post-${id}`;
  return <Link to={`/f/${props.slug}/${path}`}>{t(`contribution.kind.${kind}`)}</Link>;
}
