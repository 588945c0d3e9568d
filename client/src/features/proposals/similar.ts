import { useQuery } from '@tanstack/react-query';
import type { SimilarProposal } from '../../../../src/proposals/proposals.contract.js';
import { get } from '../../lib/api.js';

/** What wants much the same, the nearest first. */
export function useSimilar(id: string) {
  return useQuery({
    queryKey: ['proposal', id, 'similar'],
    queryFn: ({ signal }) => get<SimilarProposal[]>(`/proposals/${id}/similar`, undefined, signal),
  });
}
