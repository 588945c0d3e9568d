import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClauseAmendmentsView } from '../../../../../src/appeal/amendments/clause-amendments.contract.js';
import { get } from '../../../lib/api.js';
import { OF } from '../../../lib/query-client.js';

export const listKey = (appealId: string) => ['clause-amendment', OF, appealId] as const;

/** The amendments to an appeal; asked for anew with each hint about one of them or about the appeal, whose text may move. */
export function useClauseAmendments(appealId: string) {
  return useQuery({
    queryKey: listKey(appealId),
    queryFn: ({ signal }) => get<ClauseAmendmentsView>(`/appeals/${appealId}/amendments`, undefined, signal),
  });
}

/** What shows amendments or the text that they change is asked for anew. */
export function useRefreshed(): () => void {
  const client = useQueryClient();
  return () => {
    for (const kind of ['clause-amendment', 'appeal', 'poll'])
      void client.invalidateQueries({ queryKey: [kind] });
  };
}
