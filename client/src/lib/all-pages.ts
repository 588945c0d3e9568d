import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../../src/kernel/pagination.js';
import { get } from './api.js';

type Filters = Readonly<Record<string, string | undefined>>;

/**
 * A whole list, all its pages one after the other: for lists of hundreds that are counted, filtered or printed
 * as one. `key` follows lib/query-client.ts.
 */
export function useAllPages<T>(key: readonly unknown[], path: string, filters: Filters = {}, enabled = true) {
  return useQuery({
    queryKey: [...key, filters],
    queryFn: ({ signal }) => allPages<T>(path, filters, signal),
    enabled,
  });
}

async function allPages<T>(path: string, filters: Filters, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await get<Page<T>>(path, { ...filters, cursor, limit: 100 }, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}
