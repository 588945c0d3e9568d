import './suggestions.css';
import { useTranslation } from 'react-i18next';
import type { SuggestionView } from '../../../../src/appeal/appeal.contract.js';
import { Empty } from '../../ui/feedback.js';
import { Section } from '../../ui/page.js';
import { numbersOf } from './sections.js';
import { SuggestionCard } from './suggestion-card.js';
import type { WorkshopPart } from './workshop.js';

/** What the last compile would do to clauses that people have worked on: each is decided by itself. */
export default function SuggestionsPanel({ forum, appeal }: WorkshopPart) {
  const { t } = useTranslation();
  const numbers = numbersOf(appeal);
  if (appeal.suggestions.length === 0) return <Empty title={t('suggestions.none')} />;
  return (
    <Section title={t('appeal.suggestions')}>
      <p className="muted">{t('suggestions.what')}</p>
      <ul className="rows cards">
        {appeal.suggestions.map((suggestion: SuggestionView) => (
          <SuggestionCard
            key={suggestion.id}
            forum={forum}
            appeal={appeal}
            suggestion={suggestion}
            number={numbers.get(suggestion.clauseId) ?? null}
          />
        ))}
      </ul>
    </Section>
  );
}
