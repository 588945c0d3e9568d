import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';

/**
 * Every key begins with the kind of object that hints name: `[kind, id, …]` for one object,
 * `[kind, OF, slug, …]` for a list of a forum, so that a hint finds both.
 */
export const OF = 'of';

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.unknownOutcome,
      },
      // A write that is paused in silence looks like one that was made: it fails at once and says so.
      mutations: { networkMode: 'always' },
    },
  });
}
