import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import { clauseNumbers } from '../../../../../src/appeal/clause-numbers.js';
import { isolate } from '../../../lib/isolate.js';
import { usePick } from '../../../ui/lang-text.js';

/** So much of a clause tells it from others in a list. */
const SHOWN = 60;

/** Every clause by its number, or as a recital, and its first words: for lists that one is chosen from. */
export function useClauseNames({ clauses }: Pick<AppealView, 'clauses'>): { id: string; label: string }[] {
  const { t } = useTranslation();
  const pick = usePick();
  const numbers = clauseNumbers(clauses);
  return clauses
    .map((clause, i) => ({ clause, number: numbers[i] ?? null }))
    .filter(({ clause, number }) => number !== null || clause.kind === 'preambular')
    .map(({ clause, number }) => {
      const words = pick(clause.texts);
      const name = number === null ? t('adoption.recital') : t('clauses.number', { number });
      return {
        id: clause.id,
        label: `${name} · ${isolate(words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words)}`,
      };
    });
}
