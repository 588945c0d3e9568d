import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { needTexts, type Part } from '../i18n/i18n.js';

/**
 * A page, or a part of one, whose file comes when it is first needed, with the parts of the texts that it speaks
 * (`client/test/texts-needed.spec.ts` tells which are missing). Asked for without a connection, it waits for one:
 * the reader sees that it is loading and that the line is down, and nothing has to be pressed.
 */
export function lazily<Props>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  ...parts: readonly Part[]
): LazyExoticComponent<ComponentType<Props>> {
  const loadAll = async () => {
    const [page] = await Promise.all([load(), needTexts(parts)]);
    return page;
  };
  return lazy(() =>
    loadAll().catch(async (error: unknown) => {
      if (navigator.onLine) throw error;
      await backOnline();
      return loadAll();
    }),
  );
}

function backOnline(): Promise<unknown> {
  return new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
}
