import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../lib/api-error.js';
import { ButtonLink } from './button.js';
import { Empty, ErrorState, Loaded, type QueryLike } from './feedback.js';
import { Page } from './page.js';

/**
 * A page about one thing that has to be fetched first. The thing brings its own heading; where it cannot be
 * shown, the page has one that says so.
 */
export function PageOf<T>({
  query,
  children,
}: {
  readonly query: QueryLike<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined || (!query.error && query.fetchStatus !== 'paused'))
    return <Loaded query={query}>{children}</Loaded>;
  if (!query.error) return <Page title={t('state.offline-page')}>{null}</Page>;
  if (codeOf(query.error) !== 'object.missing')
    return (
      <Page title={t('state.error')}>
        <ErrorState untitled error={query.error} retry={() => void query.refetch()} />
      </Page>
    );
  return (
    <Page title={t('state.missing')}>
      <Empty title={t('state.missing-hint')} action={<ButtonLink to="/">{t('app.home')}</ButtonLink>} />
    </Page>
  );
}
