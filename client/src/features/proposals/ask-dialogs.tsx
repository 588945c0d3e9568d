import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { Confirm } from '../../ui/confirm.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useMoveProposal } from './move-proposal.js';

export interface AskProps {
  readonly proposal: ProposalView;
  readonly onClose: () => void;
}

/** A step that others will ask about, with the reason that they will read. */
export function ReasonedMove({
  proposal,
  onClose,
  move,
}: AskProps & { readonly move: 'return' | 'lapse' | 'unmerge' }) {
  const { t } = useTranslation();
  const act = useMoveProposal(proposal, onClose);
  return (
    <ReasonDialog
      title={t(`handling.${move}-title`)}
      text={t(`handling.${move}-text`)}
      label={t('handling.reason')}
      action={t(`handling.${move}`)}
      look={move === 'lapse' ? 'danger' : 'primary'}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onReason={(reason) => act.mutate({ move, reason })}
    />
  );
}

/** Takes a proposal back, which needs no reason. */
export function WithdrawDialog({ proposal, onClose }: AskProps) {
  const { t } = useTranslation();
  const act = useMoveProposal(proposal, onClose);
  return (
    <Confirm
      title={t('handling.withdraw-title')}
      isOpen
      onClose={onClose}
      onConfirm={() => act.mutate({ move: 'withdraw' })}
      action={t('handling.withdraw')}
      isPending={act.isPending}
      error={act.error}
    >
      <p>{t('handling.withdraw-text')}</p>
    </Confirm>
  );
}
