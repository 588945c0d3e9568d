import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon } from '../ui/icon.js';

/** The five rooms of a forum at the thumb's reach; at the side where there is room, with the quieter two. */
const ROOMS = ['now', 'discussion', 'proposals', 'program', 'appeal'] as const;

export function ForumNav({ slug, manage }: { readonly slug: string; readonly manage: boolean }) {
  const { t } = useTranslation();
  const quiet = manage ? (['cities', 'manage'] as const) : (['cities'] as const);
  return (
    <nav className="forum-nav" aria-label={t('app.nav')}>
      <ul className="rows">
        {[...ROOMS, ...quiet].map((room) => (
          <li key={room} className={room === 'cities' || room === 'manage' ? 'forum-nav-quiet' : undefined}>
            <NavLink to={room === 'now' ? `/f/${slug}` : `/f/${slug}/${room}`} end={room === 'now'}>
              <Icon name={room} />
              <span>{t(`nav.${room}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
