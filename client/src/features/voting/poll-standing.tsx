import { useTranslation } from 'react-i18next';
import type { PollView } from '../../../../src/voting/polls.contract.js';
import { Notice } from '../../ui/feedback.js';

/** Where a poll stands that takes no ballots: what it waits for, or why it ended without a result. */
export function PollStanding({ poll }: { readonly poll: PollView }) {
  const { t } = useTranslation();
  switch (poll.state) {
    case 'draft':
    case 'announced':
      return (
        <Notice>
          <strong>{t('poll.waiting')}</strong>
          <span>{t('poll.waiting-text')}</span>
        </Notice>
      );
    case 'closed':
      return (
        <Notice tone="waiting">
          <strong>{t('poll.counted')}</strong>
          <span>{t('poll.counted-text', { ...poll.turnout })}</span>
        </Notice>
      );
    case 'annulled':
      return (
        <Notice tone="problem">
          <strong>{t('poll.annulled')}</strong>
          {poll.reason && <span dir="auto">{t('poll.annulled-reason', { reason: poll.reason })}</span>}
        </Notice>
      );
    default:
      return null;
  }
}
