import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MoveProposal, ProposalView } from '../../../../src/proposals/proposals.contract.js';
import { post } from '../../lib/api.js';
import { useToast } from '../../ui/toast.js';
import { useShowProposal } from './queries.js';

/** How people move a proposal; each needs an ability of the same name. */
export type Move =
  | 'submit'
  | 'admit'
  | 'return'
  | 'debate'
  | 'schedule'
  | 'unschedule'
  | 'withdraw'
  | 'lapse'
  | 'merge'
  | 'unmerge';

export interface Moving {
  readonly move: Move;
  readonly reason?: string;
  /** To schedule it. */
  readonly sessionId?: string;
  /** To merge it: the proposal that stays. */
  readonly intoId?: string;
}

/** Moves a proposal on, from the version that is on screen; where it moved already, shows where it stands. */
export function useMoveProposal(proposal: ProposalView, done?: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useShowProposal();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ move, ...given }: Moving) =>
      post<ProposalView>(`/proposals/${proposal.id}/${move}`, {
        version: proposal.version,
        ...given,
      } satisfies MoveProposal),
    onSuccess: (moved, { move }) => {
      show(moved);
      toast(t(`handling.done-${move}`));
      done?.();
    },
    onError: () => void client.invalidateQueries({ queryKey: ['proposal', proposal.id] }),
  });
}
