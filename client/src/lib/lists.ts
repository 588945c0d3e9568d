import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../../../src/kernel/pagination.js';
import { get } from './api.js';

type Filters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * A list with cursors, page by page. `key` follows lib/query-client.ts; filters become its last member.
 * `placeholder` keeps the old rows on screen while a changed filter is being answered.
 */
export function usePages<T>(key: readonly unknown[], path: string, filters: Filters = {}) {
  const query = useInfiniteQuery({
    queryKey: [...key, filters],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { ...filters, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (previous: InfiniteData<Page<T>, string | null> | undefined) => previous,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return { ...query, items };
}
