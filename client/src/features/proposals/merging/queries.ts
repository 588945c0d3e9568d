import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChooseInMerge,
  FinishedMerge,
  FinishMerge,
  MergeView,
} from '../../../../../src/proposals/merging/merging.contract.js';
import { get, post } from '../../../lib/api.js';

const keyOf = (proposalId: string) => ['merge', proposalId] as const;

export function useMerge(proposalId: string) {
  return useQuery({
    queryKey: keyOf(proposalId),
    queryFn: ({ signal }) => get<MergeView>(`/proposals/${proposalId}/merging`, undefined, signal),
  });
}

type Act =
  | { readonly act: '' | 'give-up' }
  | { readonly act: 'choices'; readonly body: ChooseInMerge }
  | { readonly act: 'undo'; readonly body: { readonly sequence: number } };

/** One act in the merge. What comes back is shown at once; where somebody else was first, what stands now is asked for. */
export function useMergeAct(proposalId: string, done?: (view: MergeView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...given }: Act) =>
      post<MergeView>(
        ['/proposals', proposalId, 'merging', ...(act ? [act] : [])].join('/'),
        'body' in given ? given.body : {},
      ),
    onSuccess: (view) => {
      client.setQueryData(keyOf(proposalId), view);
      done?.(view);
    },
    onError: () => void client.invalidateQueries({ queryKey: keyOf(proposalId) }),
  });
}

export function useFinish(proposalId: string, done: (finished: FinishedMerge) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FinishMerge) => post<FinishedMerge>(`/proposals/${proposalId}/merging/finish`, body),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'merge' || queryKey[0] === 'proposal',
      }),
    onSuccess: done,
  });
}
