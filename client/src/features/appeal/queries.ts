import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppealSummary, AppealView, Fate, FateView } from '../../../../src/appeal/appeal.contract.js';
import { get } from '../../lib/api.js';
import { codeOf } from '../../lib/api-error.js';
import { usePages } from '../../lib/lists.js';
import { OF } from '../../lib/query-client.js';

/** How often a job under way is asked about, should its hints not arrive. */
const JOB_MS = 2_000;

/** The appeals of a forum that the reader may see, the latest first. */
export function useAppeals(slug: string) {
  return useQuery({
    queryKey: ['appeal', OF, slug],
    queryFn: async ({ signal }) =>
      (await get<{ items: readonly AppealSummary[] }>(`/forums/${slug}/appeals`, undefined, signal)).items,
  });
}

export function useAppeal(id: string) {
  return useQuery({
    queryKey: ['appeal', id],
    queryFn: ({ signal }) => get<AppealView>(`/appeals/${id}`, undefined, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'compiling' || state.data?.state === 'publishing' ? JOB_MS : false,
  });
}

/** What became of each contribution; `confirmed` is `true`, `false` or left out. */
export function useFates(id: string, filters: { readonly fate?: Fate; readonly confirmed?: string }) {
  return usePages<FateView>(['appeal', id, 'fates'], `/appeals/${id}/fates`, { ...filters, limit: 60 });
}

/** An edit is answered with the whole appeal, which is shown as it came; what else shows it is asked for anew. */
export function useEdit<Input = void>(
  id: string,
  write: (input: Input) => Promise<AppealView>,
  done?: (appeal: AppealView) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (appeal) => {
      client.setQueryData(['appeal', id], appeal);
      void client.invalidateQueries({ queryKey: ['appeal', id, 'fates'] });
      void client.invalidateQueries({ queryKey: ['appeal', OF] });
      done?.(appeal);
    },
    onError: (error) => {
      if (/\.(changed|state|missing|in-work|decided)$/.test(codeOf(error)))
        void client.invalidateQueries({ queryKey: ['appeal', id] });
    },
  });
}
