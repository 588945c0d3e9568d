import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../lib/me.js';
import { Icon } from '../ui/icon.js';
import { AccountMenu } from './account-menu.js';
import { LanguageSwitch } from './language-switch.js';

export interface HeaderProps {
  readonly place?: { readonly title: string; readonly to: string };
  /** What stands between the language and the account. */
  readonly bell?: ReactNode;
  readonly links: readonly { readonly to: string; readonly label: string }[];
}

export function SiteHeader({ place, bell, links }: HeaderProps) {
  const { t } = useTranslation();
  const account = useMe().data?.account;
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Link to="/" className="brand" aria-label={place ? t('app.home') : undefined}>
          <span className="brand-star" aria-hidden="true">
            <Icon name="now" />
          </span>
          {!place && <span className="brand-name">{t('app.name')}</span>}
        </Link>
        {place && (
          <Link to={place.to} className="place">
            {place.title}
          </Link>
        )}
        <LanguageSwitch />
        {bell}
        <AccountMenu account={account ?? null} links={links} />
      </div>
      <div className="zellige" aria-hidden="true" />
    </header>
  );
}
