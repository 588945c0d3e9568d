import { useTranslation } from 'react-i18next';
import type { AmendmentView } from '../../../../../src/proposals/amendments/amendments.contract.js';
import { Confirm } from '../../../ui/confirm.js';
import { ReasonDialog } from '../../../ui/reason-dialog.js';
import { useMoveAmendment } from './move-amendment.js';

export type AskedOfAmendment = 'withdraw' | 'accept' | 'reject';

/** What is asked before an amendment is decided or taken back. */
export default function AmendmentQuestion(props: {
  readonly asked: AskedOfAmendment;
  readonly amendment: AmendmentView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asked, amendment, onClose } = props;
  const act = useMoveAmendment(amendment, onClose);
  const { number } = amendment;
  if (asked === 'withdraw')
    return (
      <Confirm
        title={t('amending.withdraw-title', { number })}
        isOpen
        onClose={onClose}
        onConfirm={() => act.mutate({ move: 'withdraw' })}
        action={t('amending.withdraw')}
        isPending={act.isPending}
        error={act.error}
      >
        <p>{t('amending.withdraw-text')}</p>
      </Confirm>
    );
  return (
    <ReasonDialog
      title={t(`amending.${asked}-title`, { number })}
      text={t(`amending.${asked}-text`)}
      label={t('amending.decision-reason')}
      action={t(`amending.${asked}`)}
      look={asked === 'reject' ? 'danger' : 'primary'}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onReason={(reason) => act.mutate({ move: asked, reason })}
    />
  );
}
