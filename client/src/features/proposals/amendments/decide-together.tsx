import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AMENDMENT_LIMITS,
  type AmendmentsView,
  type AmendmentView,
  type DecideAmendments,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { post } from '../../../lib/api.js';
import { ApiError } from '../../../lib/api-error.js';
import { OF } from '../../../lib/query-client.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextArea } from '../../../ui/field.js';
import { Form, useFieldProblems } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';
import { useNumbers } from './numbers.js';

/** One reason for all that are chosen. Where one stands in the way none is decided, and the answer names it. */
export default function DecideTogether(props: {
  readonly proposalId: string;
  readonly move: 'accept' | 'reject';
  readonly amendments: readonly AmendmentView[];
  readonly onClose: () => void;
  readonly onDone: (answer: AmendmentsView) => void;
}) {
  const { t } = useTranslation();
  const { proposalId, move, amendments, onClose, onDone } = props;
  const client = useQueryClient();
  const toast = useToast();
  const listed = useNumbers();
  const [reason, setReason] = useState('');
  /** As they were sent: the list behind the question may move on. */
  const [sent, setSent] = useState<readonly AmendmentView[]>([]);
  const act = useMutation({
    mutationFn: (asked: DecideAmendments) =>
      post<AmendmentsView>(`/proposals/${proposalId}/amendments/decisions`, asked),
    onSuccess: (answer) => {
      client.setQueryData(['amendment', OF, proposalId], answer);
      void client.invalidateQueries({ queryKey: ['proposal', proposalId] });
      toast(t(move === 'accept' ? 'amending.done-accept-all' : 'amending.done-reject-all'));
      onDone(answer);
    },
    onError: () => void client.invalidateQueries({ queryKey: ['amendment'] }),
  });
  const problem = useFieldProblems(act.error);
  const numbers = amendments.map(({ number }) => number);
  const named = namedBy(act.error, sent);
  const decide = () => {
    setSent(amendments);
    const chosen = amendments.map(({ id, version }) => ({ id, version }));
    act.mutate({ move, reason: reason.trim(), amendments: chosen });
  };
  return (
    <Dialog
      role="alertdialog"
      title={t(move === 'accept' ? 'amending.accept-all' : 'amending.reject-all')}
      isOpen
      onClose={onClose}
    >
      <p>{t(`amending.${move}-all-text`, { count: numbers.length, names: listed(numbers) })}</p>
      <Form
        submit={t(`amending.${move}`)}
        look={move === 'reject' ? 'danger' : 'primary'}
        isPending={act.isPending}
        error={act.error}
        isDisabled={!reason.trim() || amendments.length === 0}
        onSubmit={decide}
        actions={
          <Button look="quiet" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      >
        <TextArea
          label={t('amending.decision-reason')}
          rows={3}
          value={reason}
          onChange={setReason}
          problem={problem('reason')}
          maxLength={AMENDMENT_LIMITS.reason}
        />
        {named && (
          <p role="alert" className="notice notice-problem">
            {t('amending.named', { number: named.number })}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

/** Which of those that were sent the server named. */
export function namedBy(error: unknown, sent: readonly AmendmentView[]): AmendmentView | null {
  if (!(error instanceof ApiError)) return null;
  const field = error.fields.map((each) => /^amendments\.(\d+)$/.exec(each.field)).find(Boolean);
  return sent[Number(field?.[1] ?? -1)] ?? null;
}
