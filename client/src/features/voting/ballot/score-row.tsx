import { useTranslation } from 'react-i18next';
import type { PollOption } from '../../../../../src/voting/polls.contract.js';
import { LangText, usePick } from '../../../ui/lang-text.js';

export interface ScoreProps {
  readonly option: PollOption;
  readonly range: readonly [number, number];
  readonly score: number | null;
  readonly onChange: (score: number | null) => void;
}

/** The option that a row of scores belongs to. */
export function ScoredName({ option }: Pick<ScoreProps, 'option'>) {
  return (
    <span className="score-name">
      <LangText text={option.text} />
    </span>
  );
}

/** Takes a score back. Where none is given it holds its place, so that nothing jumps under a finger. */
export function ClearScore({
  option,
  score,
  onChange,
  label,
}: Omit<ScoreProps, 'range'> & { readonly label: string }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <button
      type="button"
      className="score-clear"
      disabled={score === null}
      aria-label={t('ballot.clear-score', { name: pick(option.text) })}
      onClick={() => onChange(null)}
    >
      {label}
    </button>
  );
}
