import { useQuery } from '@tanstack/react-query';
import type {
  CityView,
  DelegationView,
  InvitationView,
  MailView,
  ParticipantView,
  TwinningView,
} from '../../../../../src/forum/forum.contract.js';
import type { Page } from '../../../../../src/kernel/pagination.js';
import { useAllPages } from '../../../lib/all-pages.js';
import { get } from '../../../lib/api.js';
import { usePages } from '../../../lib/lists.js';
import { OF } from '../../../lib/query-client.js';

/** The cities' seats of a forum, all of them: tens, not thousands. */
export function useDelegations(slug: string) {
  return useQuery({
    queryKey: ['delegation', OF, slug],
    queryFn: async ({ signal }) =>
      (await get<{ items: readonly DelegationView[] }>(`/forums/${slug}/delegations`, undefined, signal))
        .items,
  });
}

/** Cities whose name in any language begins like what was typed: the first page of them. */
export function useCities(q: string) {
  return useQuery({
    queryKey: ['city', OF, { q }],
    queryFn: async ({ signal }) => (await get<Page<CityView>>('/cities', { q }, signal)).items,
    placeholderData: (previous) => previous,
  });
}

export function useTwinnings() {
  return useAllPages<TwinningView>(['twinning', OF], '/twinnings');
}

export function useInvitations(slug: string, enabled = true) {
  return useAllPages<InvitationView>(['invitation', OF, slug], `/forums/${slug}/invitations`, {}, enabled);
}

export function useParticipants(slug: string, q: string) {
  return usePages<ParticipantView>(['participant', OF, slug], `/forums/${slug}/participants`, { q });
}

export function useMail(slug: string) {
  return usePages<MailView>(['mail', OF, slug], `/forums/${slug}/mail`);
}
