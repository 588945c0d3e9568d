import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { type AskProps, useMovePoll } from './move-poll.js';

/** Ends a round without a result, with the reason that everyone reads. */
export function AnnulDialog({ poll, onClose }: AskProps) {
  const { t } = useTranslation();
  const annul = useMovePoll(poll, 'annul', onClose);
  return (
    <ReasonDialog
      title={t('chair.annul-title')}
      text={t('chair.annul-text')}
      label={t('chair.annul-reason')}
      action={t('chair.annul')}
      look="danger"
      isPending={annul.isPending}
      error={annul.error}
      onClose={onClose}
      onReason={(reason) => annul.mutate({ reason })}
    />
  );
}
