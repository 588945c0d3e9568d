import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type {
  ClauseAmendmentView,
  WriteClauseChange,
} from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { post } from '../../../lib/api.js';
import { useToast } from '../../../ui/toast.js';
import { useRefreshed } from './queries.js';

export interface Moving {
  readonly move: 'submit' | 'withdraw' | 'accept' | 'reject';
  readonly reason?: string;
  /** To accept it with other words. */
  readonly changes?: readonly WriteClauseChange[];
}

/** Moves an amendment on, from the version that is on screen; where it moved already, shows where it stands. */
export function useMoveClauseAmendment({ id, version }: ClauseAmendmentView, done?: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = useRefreshed();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ move, ...given }: Moving) =>
      post<ClauseAmendmentView>(`/clause-amendments/${id}/${move}`, { version, ...given }),
    onSuccess: (moved, { move }) => {
      client.setQueryData(['clause-amendment', id], moved);
      refresh();
      toast(t(`amending.done-${move}`));
      done?.();
    },
    onError: refresh,
  });
}
