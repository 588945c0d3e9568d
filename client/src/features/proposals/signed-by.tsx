import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CityView } from '../../../../src/forum/forum.contract.js';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { useAllPages } from '../../lib/all-pages.js';
import { OF } from '../../lib/query-client.js';
import { Author } from '../../ui/author.js';
import { LangText } from '../../ui/lang-text.js';
import { Time } from '../../ui/time.js';
import { useDelegations } from '../forum/manage/queries.js';

interface Props {
  readonly slug: string;
  readonly proposal: ProposalView;
}

/** Who wrote it, and when; each name leads to all that this person signed. */
export function SignedBy({ slug, proposal }: Props) {
  const { t } = useTranslation();
  const { author, coAuthors, imported, createdAt, cityIds } = proposal;
  return (
    <div className="stack stack-tight">
      <p className="meta">
        {[author, ...coAuthors].map((each) =>
          each ? (
            <Link key={each.id} className="author-link" to={`/f/${slug}/proposals?author=${each.id}`}>
              <Author author={each} />
            </Link>
          ) : (
            <Author key="unknown" author={null} imported={imported} />
          ),
        )}
        <Time at={createdAt} show="date" />
      </p>
      {cityIds.length > 0 && (
        <p className="meta">
          <span>{t('reading.cities')}</span>
          <ConcernedCities slug={slug} ids={cityIds} />
        </p>
      )}
    </div>
  );
}

/** Most cities that a proposal is about have a delegation here, whose names are few; the rest are looked for among all. */
function ConcernedCities({ slug, ids }: { readonly slug: string; readonly ids: readonly string[] }) {
  const delegations = useDelegations(slug);
  const near = (delegations.data ?? []).map(({ city }) => city);
  const lacking = delegations.isSuccess && ids.some((id) => !near.some((city) => city.id === id));
  const all = useAllPages<CityView>(['city', OF, 'all'], '/cities', {}, lacking);
  const known = [...near, ...(all.data ?? [])];
  return ids.map((id) => {
    const city = known.find((each) => each.id === id);
    return (
      city && (
        <Link key={id} to={`/f/${slug}/proposals?city=${id}`}>
          <LangText text={city.name} mark={false} />
        </Link>
      )
    );
  });
}
