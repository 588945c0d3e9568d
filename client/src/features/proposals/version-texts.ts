import { useQuery } from '@tanstack/react-query';
import type {
  ProposalText,
  ProposalView,
  VersionView,
} from '../../../../src/proposals/proposals.contract.js';
import { get } from '../../lib/api.js';

/** The texts of a kept version, which never change, or those that stand now. */
export function useVersion(proposal: ProposalView, choice: number | 'now') {
  const { id, texts } = proposal;
  const kept = useQuery({
    queryKey: ['proposal', id, 'version', choice],
    queryFn: ({ signal }) => get<VersionView>(`/proposals/${id}/versions/${choice}`, undefined, signal),
    enabled: choice !== 'now',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const data: readonly Omit<ProposalText, 'stale'>[] | undefined =
    choice === 'now' ? texts : kept.data?.texts;
  return { ...kept, data, traces: choice === 'now' ? [] : (kept.data?.traces ?? []) };
}
