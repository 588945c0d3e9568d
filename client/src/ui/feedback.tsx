import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeText } from '../i18n/i18n.js';
import { ApiError, codeOf } from '../lib/api-error.js';
import { Button } from './button.js';
import { Khatam } from './khatam.js';

/** Nothing here yet: says what could be here and offers the way to it. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="blank">
      <Khatam />
      <p className="blank-title">{title}</p>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  );
}

/** The outline of what is coming. `lines` is how many rows of it. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have no other name
        <span key={n} className="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}

/** What could not be shown, why, and a way to try again. `untitled` under a heading that says the first. */
export function ErrorState({
  error,
  retry,
  untitled = false,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly untitled?: boolean;
}) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div className="blank" role="alert">
      {!untitled && <p className="blank-title">{t('state.error')}</p>}
      <p>{codeText('error', codeOf(error))}</p>
      {requestId && <p className="hint">{t('state.request', { id: requestId })}</p>}
      {retry && <Button onPress={retry}>{t('state.retry')}</Button>}
    </div>
  );
}

/** One sentence about what went wrong with the last attempt, beside the button that made it. */
export function Refusal({ error }: { readonly error: unknown }) {
  const codeText = useCodeText();
  return (
    <div role="alert" className={error ? 'notice notice-problem' : undefined}>
      {error ? codeText('error', codeOf(error)) : null}
    </div>
  );
}

export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'problem' | 'waiting';
  readonly children: ReactNode;
}) {
  return <div className={`notice notice-${tone}`}>{children}</div>;
}

export interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly fetchStatus: string;
  readonly refetch: () => unknown;
}

/** Shows what a query found, or its loading, offline or error state. Data that is there stays, even if a refetch fails. */
export function Loaded<T>({
  query,
  lines,
  children,
}: {
  readonly query: QueryLike<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (query.fetchStatus === 'paused') return <Empty title={t('state.offline-page')} />;
  return <Loading lines={lines} />;
}
