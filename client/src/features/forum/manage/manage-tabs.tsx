import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { ForumView } from '../../../../../src/forum/forum.contract.js';

/** What is managed of a forum, and who may: organisers everything, moderators what a session needs. */
export const MANAGED = [
  { id: 'settings', needs: 'manage' },
  { id: 'topics', needs: 'manage' },
  { id: 'delegations', needs: 'manage' },
  { id: 'invitations', needs: 'manage' },
  { id: 'people', needs: 'manage' },
  { id: 'program', needs: 'moderate' },
  { id: 'polls', needs: 'moderate' },
  { id: 'mail', needs: 'manage' },
] as const;

export type Managed = (typeof MANAGED)[number]['id'];

export const mayOpen = (id: Managed, abilities: ForumView['abilities']): boolean =>
  abilities[MANAGED.find((each) => each.id === id)?.needs ?? 'manage'];

/** The way between the pages of the management. The open one is in sight on a phone too. */
export function ManageTabs({ forum }: { readonly forum: ForumView }) {
  const { t } = useTranslation();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={bar} className="manage-tabs" aria-label={t('manage.tabs')}>
      <ul className="rows">
        <li>
          <NavLink end to={`/f/${forum.slug}/manage`}>
            {t('manage.overview')}
          </NavLink>
        </li>
        {MANAGED.filter(({ id }) => mayOpen(id, forum.abilities)).map(({ id }) => (
          <li key={id}>
            <NavLink to={`/f/${forum.slug}/manage/${id}`}>{t(`manage.${id}`)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
