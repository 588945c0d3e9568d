import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Trace } from '../../../../../src/proposals/proposals.contract.js';
import { useAmendments } from './queries.js';

/** Which amendments made a version, each with the paragraphs that it changed. */
export default function VersionTraces(props: {
  readonly slug: string;
  readonly proposalId: string;
  readonly version: number;
  readonly traces: readonly Trace[];
}) {
  const { t } = useTranslation();
  const { slug, proposalId, version, traces } = props;
  const { data } = useAmendments(proposalId);
  const ids = [...new Set(traces.flatMap(({ amendmentIds }) => amendmentIds))];
  const known = data?.amendments.filter(({ id }) => ids.includes(id)) ?? [];
  if (known.length === 0) return null;
  return (
    <p className="meta">
      <span>{t('amending.version-from', { number: version })}</span>
      {known.map(({ id, number }) => (
        <Link key={id} to={`/f/${slug}/amendments/${id}`}>
          {t('amending.name', { number })}
        </Link>
      ))}
    </p>
  );
}
