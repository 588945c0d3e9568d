import { useTranslation } from 'react-i18next';
import type { AppealView } from '../../../../../src/appeal/appeal.contract.js';
import { isolated } from '../../../../../src/kernel/localized.js';
import { usePick } from '../../../ui/lang-text.js';
import { numbersOf } from '../sections.js';

/** So much of a clause tells it from others in a list. */
const SHOWN = 60;

export interface NamedClause {
  readonly id: string;
  /** Its number, or what it is. */
  readonly name: string;
  /** The same with its first words. */
  readonly label: string;
  /** Whether it says something: what only joins clauses does not. */
  readonly counts: boolean;
}

/** Every clause by its number, or as a recital, in the order of the text. */
export function useNamedClauses(appeal: Pick<AppealView, 'clauses'>): readonly NamedClause[] {
  const { t } = useTranslation();
  const pick = usePick();
  const numbers = numbersOf(appeal);
  return appeal.clauses.map((clause) => {
    const number = numbers.get(clause.id) ?? null;
    const recital = clause.kind === 'preambular';
    const name =
      number === null ? t(recital ? 'adoption.recital' : 'clauses.formula') : t('clauses.number', { number });
    const words = pick(clause.texts);
    return {
      id: clause.id,
      name,
      label: `${name} · ${isolated(words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words)}`,
      counts: number !== null || recital,
    };
  });
}

/** Those that say something, with their first words: for lists that one is chosen from. */
export function useClauseNames(appeal: Pick<AppealView, 'clauses'>): { id: string; label: string }[] {
  return useNamedClauses(appeal)
    .filter(({ counts }) => counts)
    .map(({ id, label }) => ({ id, label }));
}
