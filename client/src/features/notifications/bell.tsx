import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UNREAD_LIMIT } from '../../../../src/notifications/notifications.contract.js';
import { useSeat } from '../../lib/me.js';
import { Icon } from '../../ui/icon.js';
import { useUnread } from './queries.js';

/** The way to what one was told, and how much of it is new. */
export function Bell({ slug }: { readonly slug: string }) {
  const { t } = useTranslation();
  const seat = useSeat(slug);
  const count = useUnread(slug, seat !== null).data?.unread ?? 0;
  if (!seat) return null;
  return (
    <Link
      to={`/f/${slug}/notifications`}
      className="header-button"
      aria-label={count > 0 ? t('nav.unread', { count }) : t('nav.notifications')}
    >
      <Icon name="bell" />
      {count > 0 && (
        <span className="unread" aria-hidden="true">
          {t('number', { value: Math.min(count, UNREAD_LIMIT - 1) })}
          {count >= UNREAD_LIMIT && '+'}
        </span>
      )}
    </Link>
  );
}
