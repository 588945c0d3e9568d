import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../ui/confirm.js';

/** Asks before somebody takes their name off. Comes when it is asked. */
export default function LeaveDialog(props: {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Confirm {...props} isOpen title={t('co-authors.leave-title')} action={t('co-authors.leave')}>
      <p>{t('co-authors.leave-text')}</p>
    </Confirm>
  );
}
