import './proposals.css';
import './lists.css';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ProposalFilter } from '../../../../src/proposals/proposals.contract.js';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { lazily } from '../../ui/lazily.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Pills } from '../../ui/pills.js';
import { useForum } from '../forum/queries.js';
import { addressOf, filterOf, isNarrow } from './filter.js';
import { ProposalCard } from './proposal-card.js';
import { ProposalFilters } from './proposal-filters.js';
import { useProposals } from './queries.js';
import { SavedFilters } from './saved-filters.js';
import { StateCounts } from './state-counts.js';

const Board = lazily(() => import('./board.js'), 'proposals');

/** All proposals that one may see, filtered by what stands in the address: a filtered list can be sent on. */
export default function ProposalsPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const forum = useForum(slug).data;
  const signedIn = Boolean(useMe().data?.account);
  const filter = filterOf(search);
  const board = search.get('view') === 'board';
  const show = (next: ProposalFilter, asBoard = board) =>
    setSearch(`${addressOf(next)}${asBoard ? '&view=board' : ''}`, { replace: true });
  const write = forum?.abilities.contribute && (
    <ButtonLink look="primary" to={`/f/${slug}/proposals/new`}>
      {t('proposals.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.proposals')} width="wide" actions={write}>
      <ProposalFilters
        slug={slug}
        topics={forum?.topics ?? []}
        filter={filter}
        signedIn={signedIn}
        onChange={(part) => show({ ...filter, ...part })}
      />
      {signedIn && <SavedFilters slug={slug} filter={filter} onUse={(saved) => show(saved)} />}
      <Pills
        label={t('proposals.view')}
        options={[
          { id: false, label: t('proposals.list') },
          { id: true, label: t('proposals.board') },
        ]}
        chosen={board}
        onChoose={(asBoard) => show(filter, asBoard)}
      />
      {board ? (
        <Suspense>
          <Board slug={slug} filter={filter} onState={(state) => show({ ...filter, state }, false)} />
        </Suspense>
      ) : (
        <div className="beside-counts">
          <StateCounts slug={slug} filter={filter} onChange={(state) => show({ ...filter, state })} />
          <List slug={slug} filter={filter} write={write} />
        </div>
      )}
    </Page>
  );
}

function List(props: {
  readonly slug: string;
  readonly filter: ProposalFilter;
  readonly write: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { slug, filter, write } = props;
  const topics = useForum(slug).data?.topics ?? [];
  const list = useProposals(slug, filter);
  return (
    <div className="stack">
      <Loaded query={{ ...list, data: list.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows cards" aria-busy={list.isPlaceholderData}>
              {items.map((proposal) => (
                <li key={proposal.id}>
                  <ProposalCard slug={slug} proposal={proposal} topics={topics} />
                </li>
              ))}
            </ul>
          ) : isNarrow(filter) ? (
            <Empty title={t('list.nothing-found')} />
          ) : (
            <Empty title={t('proposals.empty')} action={write}>
              {t('proposals.empty-text')}
            </Empty>
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </div>
  );
}
