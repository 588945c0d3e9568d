import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/field.js';
import { Form, useFieldProblems } from '../../ui/form.js';
import { useMoveProposal } from './move-proposal.js';

interface ReasonProps {
  readonly proposal: ProposalView;
  readonly move: 'return' | 'withdraw';
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Sends a proposal back, which needs a reason, or withdraws it, which needs none. */
export function ReasonDialog({ proposal, move, isOpen, onClose }: ReasonProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const act = useMoveProposal(proposal, onClose);
  const problem = useFieldProblems(act.error);
  const needed = move === 'return';
  return (
    <Dialog title={t(`proposal.${move}-title`)} isOpen={isOpen} onClose={onClose}>
      <p>{t(`proposal.${move}-text`)}</p>
      <Form
        submit={t(`proposal.${move}`)}
        look={needed ? 'primary' : 'danger'}
        isPending={act.isPending}
        error={act.error}
        isDisabled={needed && !reason.trim()}
        onSubmit={() => act.mutate({ move, reason: needed ? reason.trim() : undefined })}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        {needed && (
          <TextArea
            label={t('proposal.reason')}
            rows={3}
            value={reason}
            onChange={setReason}
            problem={problem('reason')}
            maxLength={1000}
          />
        )}
      </Form>
    </Dialog>
  );
}
