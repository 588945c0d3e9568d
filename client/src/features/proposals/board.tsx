import './lists.css';
import { useTranslation } from 'react-i18next';
import {
  PROPOSAL_STATES,
  type ProposalFilter,
  type ProposalState,
} from '../../../../src/proposals/proposals.contract.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { useForum } from '../forum/queries.js';
import { useCounts } from './list-queries.js';
import { ProposalCard } from './proposal-card.js';
import { useProposals } from './queries.js';

/** How many of a state the board shows; the list has all of them. */
const SHOWN = 5;

/** Proposals by state, each state with its number and the first of its proposals; beside each other where there is room. */
export default function Board(props: {
  readonly slug: string;
  readonly filter: ProposalFilter;
  readonly onState: (state: ProposalState) => void;
}) {
  const { t } = useTranslation();
  const { slug, filter } = props;
  const counts = useCounts(slug, filter);
  return (
    <Loaded query={counts}>
      {(found) => {
        const states = PROPOSAL_STATES.filter(
          (state) => found[state] > 0 && (!filter.state || filter.state === state),
        );
        if (states.length === 0) return <Empty title={t('list.nothing-found')} />;
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <section className="board" aria-label={t('proposals.board')} tabIndex={0}>
            {states.map((state) => (
              <Column key={state} {...props} state={state} count={found[state]} />
            ))}
          </section>
        );
      }}
    </Loaded>
  );
}

function Column(props: {
  readonly slug: string;
  readonly filter: ProposalFilter;
  readonly state: ProposalState;
  readonly count: number;
  readonly onState: (state: ProposalState) => void;
}) {
  const { t } = useTranslation();
  const { slug, filter, state, count } = props;
  const topics = useForum(slug).data?.topics ?? [];
  const list = useProposals(slug, { ...filter, state, limit: SHOWN });
  return (
    <section className="board-column">
      <h2>
        {t(`proposal.state.${state}`)} <span className="state-number">{t('number', { value: count })}</span>
      </h2>
      <Loaded query={{ ...list, data: list.items }} lines={1}>
        {(items) => (
          <ul className="rows cards">
            {items.slice(0, SHOWN).map((proposal) => (
              <li key={proposal.id}>
                <ProposalCard slug={slug} proposal={proposal} topics={topics} level="h3" />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {count > SHOWN && (
        <Button look="quiet" onPress={() => props.onState(state)}>
          {t('proposals.all-of-state', { count })}
        </Button>
      )}
    </section>
  );
}
