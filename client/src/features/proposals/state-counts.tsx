import { useTranslation } from 'react-i18next';
import {
  PROPOSAL_STATES,
  type ProposalFilter,
  type ProposalState,
} from '../../../../src/proposals/proposals.contract.js';
import { useCounts } from './list-queries.js';

/** How many there are in each state, of those that the rest of the filter lets through; the way to one state alone. */
export function StateCounts(props: {
  readonly slug: string;
  readonly filter: ProposalFilter;
  readonly onChange: (state: ProposalState | undefined) => void;
}) {
  const { t } = useTranslation();
  const { slug, filter, onChange } = props;
  const counts = useCounts(slug, filter).data;
  const shown = PROPOSAL_STATES.filter((state) => counts?.[state] || state === filter.state);
  const all = counts && PROPOSAL_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <fieldset className="state-counts">
      <legend className="visually-hidden">{t('proposals.state')}</legend>
      {[undefined, ...shown].map((state) => (
        <button
          key={state ?? 'all'}
          type="button"
          className="state-count"
          aria-pressed={filter.state === state}
          onClick={() => onChange(state)}
        >
          <span>{state ? t(`proposal.state.${state}`) : t('proposals.all-states')}</span>{' '}
          <span className="state-number">{t('number', { value: (state ? counts?.[state] : all) ?? 0 })}</span>
        </button>
      ))}
    </fieldset>
  );
}
