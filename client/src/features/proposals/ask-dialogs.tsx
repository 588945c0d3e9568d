import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { Confirm } from '../../ui/confirm.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useMoveProposal } from './move-proposal.js';

interface AskProps {
  readonly proposal: ProposalView;
  readonly onClose: () => void;
}

/** Sends a proposal back to its author, with the reason. */
export function ReturnDialog({ proposal, onClose }: AskProps) {
  const { t } = useTranslation();
  const act = useMoveProposal(proposal, onClose);
  return (
    <ReasonDialog
      title={t('proposal.return-title')}
      text={t('proposal.return-text')}
      label={t('proposal.reason')}
      action={t('proposal.return')}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onReason={(reason) => act.mutate({ move: 'return', reason })}
    />
  );
}

/** Takes a proposal back, which needs no reason. */
export function WithdrawDialog({ proposal, onClose }: AskProps) {
  const { t } = useTranslation();
  const act = useMoveProposal(proposal, onClose);
  return (
    <Confirm
      title={t('proposal.withdraw-title')}
      isOpen
      onClose={onClose}
      onConfirm={() => act.mutate({ move: 'withdraw' })}
      action={t('proposal.withdraw')}
      isPending={act.isPending}
      error={act.error}
    >
      <p>{t('proposal.withdraw-text')}</p>
    </Confirm>
  );
}
