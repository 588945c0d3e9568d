import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLine } from '../lib/realtime-context.js';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that what is on screen may be old, for as long as it may be. */
export function LineNotice() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const line = useLine();
  const text = !online ? t('state.offline') : line === 'lost' ? t('state.line-lost') : null;
  return (
    <div role="status" className={text ? 'line-notice notice notice-waiting' : undefined}>
      {text}
    </div>
  );
}
