import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Load = () => Promise<{ default: ComponentType }>;

/**
 * A page whose file comes when it is first needed. Asked for without a connection, it waits for one: the reader
 * sees that it is loading and that the line is down, and nothing has to be pressed.
 */
export function lazyPage(load: Load): LazyExoticComponent<ComponentType> {
  return lazy(() =>
    load().catch(async (error: unknown) => {
      if (navigator.onLine) throw error;
      await backOnline();
      return load();
    }),
  );
}

function backOnline(): Promise<unknown> {
  return new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
}
