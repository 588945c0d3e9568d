import { useTranslation } from 'react-i18next';
import type { FormProps } from './content.js';
import { useOptionFilter } from './option-filter.js';
import { ScoreScale } from './score-scale.js';
import { ScoreStepper } from './score-stepper.js';

/** As many steps as fit beside each other on the narrowest phone, each as wide as a finger. */
const SCALE_MOST = 6;

/** A score for each option; one that gets none adds nothing to it. */
export function ScoreForm({ terms, value, onChange }: FormProps) {
  const { t } = useTranslation();
  const { shown, box } = useOptionFilter(terms.options);
  const [lowest, highest] = terms.scoreRange ?? [0, 5];
  const scores = value.scores ?? {};
  const give = (id: string, score: number | null) => {
    const { [id]: _, ...others } = scores;
    onChange({ scores: score === null ? others : { ...others, [id]: score } });
  };
  const Scores = highest - lowest < SCALE_MOST ? ScoreScale : ScoreStepper;
  return (
    <div className="options">
      <p className="options-legend">{t('ballot.score', { lowest, highest })}</p>
      {box}
      <div className="options-list">
        {shown.map((option) => (
          <Scores
            key={option.id}
            option={option}
            range={[lowest, highest]}
            score={scores[option.id] ?? null}
            onChange={(score) => give(option.id, score)}
          />
        ))}
      </div>
      <p role="status" className="hint">
        {t('ballot.scored-count', { count: Object.keys(scores).length })}
      </p>
    </div>
  );
}
