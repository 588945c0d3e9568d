import { useTranslation } from 'react-i18next';
import type { AmendmentsView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { consequencesIn, type Numbered, useConsequenceSentence } from './consequence-words.js';

/** What follows from each outcome, in sentences, in the order of the votes. */
export function Consequences(props: {
  readonly order: readonly string[];
  readonly of: AmendmentsView['proposed']['consequences'];
  readonly amendments: readonly Numbered[];
}) {
  const { t } = useTranslation();
  const sentence = useConsequenceSentence();
  const found = consequencesIn(props.order, props.of, props.amendments);
  if (found.length === 0) return <p className="muted">{t('consequence.none')}</p>;
  return (
    <ul className="plain-list consequences">
      {found.map((each) => (
        <li key={`${each.kind} ${each.number}`}>{sentence(each)}</li>
      ))}
    </ul>
  );
}
