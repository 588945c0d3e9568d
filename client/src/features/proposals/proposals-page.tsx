import './proposals.css';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { PROPOSAL_STATES, type ProposalState } from '../../../../src/proposals/proposals.contract.js';
import { useMe } from '../../lib/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { SearchBox } from '../../ui/search-box.js';
import { Select } from '../../ui/select.js';
import { useForum } from '../forum/queries.js';
import { TopicSelect } from '../forum/topic-select.js';
import { ProposalCard } from './proposal-card.js';
import { useProposals } from './queries.js';

/** All proposals that one may see, filtered by what stands in the address: a filtered list can be sent on. */
export default function ProposalsPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const forum = useForum(slug).data;
  const me = useMe().data;
  const state = PROPOSAL_STATES.find((each) => each === search.get('state'));
  const filters = {
    q: search.get('q') ?? undefined,
    topic: search.get('topic') ?? undefined,
    state,
    mine: search.get('mine') === 'true' || undefined,
  };
  const list = useProposals(slug, filters);
  const filtered = Object.values(filters).some(Boolean);
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const write = forum?.abilities.contribute && (
    <ButtonLink look="primary" to={`/f/${slug}/proposals/new`}>
      {t('proposals.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.proposals')} width="wide" actions={write}>
      <search className="filters">
        <SearchBox value={filters.q ?? ''} onSearch={(q) => set('q', q)} label={t('proposals.search')} />
        <TopicSelect
          all
          topics={forum?.topics ?? []}
          value={filters.topic ?? ''}
          onChange={(topic) => set('topic', topic)}
        />
        <Select<ProposalState | ''>
          label={t('proposals.state')}
          value={state ?? ''}
          onChange={(wanted) => set('state', wanted)}
          options={[
            { id: '', label: t('proposals.all-states') },
            ...PROPOSAL_STATES.map((id) => ({ id, label: t(`proposal.state.${id}`) })),
          ]}
        />
        {me?.account && (
          <Checkbox isSelected={Boolean(filters.mine)} onChange={(on) => set('mine', on ? 'true' : '')}>
            {t('proposals.mine')}
          </Checkbox>
        )}
      </search>
      <Loaded query={{ ...list, data: list.items }}>
        {(items) =>
          items.length > 0 ? (
            <ul className="rows cards" aria-busy={list.isPlaceholderData}>
              {items.map((proposal) => (
                <li key={proposal.id}>
                  <ProposalCard slug={slug} proposal={proposal} topics={forum?.topics ?? []} />
                </li>
              ))}
            </ul>
          ) : filtered ? (
            <Empty title={t('list.nothing-found')} />
          ) : (
            <Empty title={t('proposals.empty')} action={write}>
              {t('proposals.empty-text')}
            </Empty>
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </Page>
  );
}
