import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../ui/confirm.js';
import { ReasonDialog } from '../../../ui/reason-dialog.js';

export type AskedOfAmendment = 'withdraw' | 'accept' | 'reject';

/** What is asked before an amendment, to a proposal or to the appeal, is decided or taken back; `text` says what follows. */
export function DecisionQuestion(props: {
  readonly asked: AskedOfAmendment;
  readonly number: number;
  readonly text: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  /** With a reason, but where the author takes it back. */
  readonly onMove: (move: { readonly move: AskedOfAmendment; readonly reason?: string }) => void;
}) {
  const { t } = useTranslation();
  const { asked, number, text, onMove, ...state } = props;
  if (asked === 'withdraw')
    return (
      <Confirm
        title={t('amending.withdraw-title', { number })}
        isOpen
        onConfirm={() => onMove({ move: asked })}
        action={t('amending.withdraw')}
        {...state}
      >
        <p>{text}</p>
      </Confirm>
    );
  return (
    <ReasonDialog
      title={t(`amending.${asked}-title`, { number })}
      text={text}
      label={t('amending.decision-reason')}
      action={t(`amending.${asked}`)}
      look={asked === 'reject' ? 'danger' : 'primary'}
      onReason={(reason) => onMove({ move: asked, reason })}
      {...state}
    />
  );
}
