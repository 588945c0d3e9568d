import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { ProgressBar } from '../../ui/progress-bar.js';

/** How many have voted, of how many. */
export function Turnout({ turnout }: Pick<PollView, 'turnout'>) {
  const { t } = useTranslation();
  return (
    <ProgressBar
      label={t('poll.turnout')}
      value={turnout.cast}
      max={turnout.entitled}
      words={t('poll.turnout-words', { ...turnout })}
    />
  );
}
