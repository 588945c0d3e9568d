import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { type AskProps, useMovePoll } from './move-poll.js';

/** Asks before a move that needs nothing but the word for it, and says what it does. */
export function ConfirmMove({
  poll,
  move,
  onClose,
}: AskProps & { readonly move: 'close' | 'publish' | 'repeat' }) {
  const { t } = useTranslation();
  const go = useMovePoll(poll, move, onClose);
  return (
    <Dialog role="alertdialog" title={t(`chair.${move}-title`)} isOpen onClose={onClose}>
      {move === 'close' ? (
        <>
          <p>{t('chair.close-text', { ...poll.turnout })}</p>
          <p>{t(poll.terms.publication === 'at-close' ? 'chair.close-publishes' : 'chair.close-keeps')}</p>
        </>
      ) : (
        <p>{t(`chair.${move}-text`)}</p>
      )}
      <Refusal error={go.error} />
      <div className="actions">
        <Button look="primary" isPending={go.isPending} onPress={() => go.mutate({})}>
          {t(`chair.${move}`)}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
