import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MoveProposal, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { post } from '../../lib/api.js';
import { useToast } from '../../ui/toast.js';
import { useShowProposal } from './queries.js';

export type Move = 'submit' | 'admit' | 'return' | 'withdraw';

/** Moves a proposal on, from the version that is on screen; where it moved already, shows where it stands. */
export function useMoveProposal(proposal: ProposalView, done?: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useShowProposal();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ move, reason }: { move: Move; reason?: string }) =>
      post<ProposalView>(`/proposals/${proposal.id}/${move}`, {
        version: proposal.version,
        reason,
      } satisfies MoveProposal),
    onSuccess: (moved, { move }) => {
      show(moved);
      toast(t(`proposal.done-${move}`));
      done?.();
    },
    onError: () => void client.invalidateQueries({ queryKey: ['proposal', proposal.id] }),
  });
}
