import { useTranslation } from 'react-i18next';
import { usePick } from '../../../ui/lang-text.js';
import { ClearScore, ScoredName, type ScoreProps } from './score-row.js';

/** Many scores: by minus and plus, by arrow keys, or typed. The first step gives the lowest. */
export function ScoreStepper({ option, range: [lowest, highest], score, onChange }: ScoreProps) {
  const { t } = useTranslation();
  const name = usePick()(option.text);
  const give = (next: number) => onChange(Math.min(highest, Math.max(lowest, next)));
  const type = (typed: string) => {
    if (typed === '') return onChange(null);
    const next = Number(typed);
    if (Number.isInteger(next)) give(next);
  };
  return (
    <div className="score-row">
      <ScoredName option={option} />
      <div className="score-stepper">
        <button
          type="button"
          className="score-button"
          disabled={score === lowest}
          aria-label={t('ballot.lower', { name })}
          onClick={() => give(score === null ? lowest : score - 1)}
        >
          −
        </button>
        <input
          type="number"
          inputMode="numeric"
          className="score-input"
          min={lowest}
          max={highest}
          step={1}
          aria-label={t('ballot.score-of', { name })}
          value={score ?? ''}
          onChange={(event) => type(event.target.value)}
        />
        <button
          type="button"
          className="score-button"
          disabled={score === highest}
          aria-label={t('ballot.higher', { name })}
          onClick={() => give(score === null ? lowest : score + 1)}
        >
          +
        </button>
      </div>
      <ClearScore option={option} score={score} onChange={onChange} label={t('ballot.no-score')} />
    </div>
  );
}
