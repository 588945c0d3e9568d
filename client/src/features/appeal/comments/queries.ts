import { useQuery } from '@tanstack/react-query';
import type {
  CommentPlaces,
  CommentState,
  CommentThreadView,
} from '../../../../../src/appeal/comments/comments.contract.js';
import { get } from '../../../lib/api.js';
import { usePages } from '../../../lib/lists.js';
import { useSeat } from '../../../lib/me.js';
import { OF } from '../../../lib/query-client.js';
import { useWrite } from '../../../lib/use-write.js';

/** All comments of an appeal as marks in its text; for others than those with a seat there are none. */
export function useCommentPlaces(slug: string, appealId: string): CommentPlaces | undefined {
  return useQuery({
    queryKey: ['comment', OF, appealId, 'places'],
    queryFn: ({ signal }) => get<CommentPlaces>(`/appeals/${appealId}/comments/places`, undefined, signal),
    enabled: useSeat(slug) !== null,
  }).data;
}

/** Comments with their answers, of a state or on a clause. */
export function useComments(
  appealId: string,
  filters: { readonly state?: CommentState; readonly clause?: string },
) {
  return usePages<CommentThreadView>(['comment', OF, appealId, 'list'], `/appeals/${appealId}/comments`, {
    ...filters,
    limit: 50,
  });
}

/** One comment with its answers, by the id of any of them. */
export function useComment(id: string) {
  return useQuery({
    queryKey: ['comment', id],
    queryFn: ({ signal }) => get<CommentThreadView>(`/comments/${id}`, undefined, signal),
  });
}

/** A write that changes what is said. */
export function useCommentWrite<Input = void, Answer = CommentThreadView>(
  write: (input: Input) => Promise<Answer>,
  done?: (answer: Answer) => void,
) {
  return useWrite(write, ['comment'], done);
}
