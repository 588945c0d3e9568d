import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Me } from '../../../src/identity/identity.contract.js';
import { useCodeText } from '../i18n/i18n.js';
import { post } from '../lib/api.js';
import { codeOf } from '../lib/api-error.js';
import { useIdentityChanged } from '../lib/me.js';
import { Icon } from '../ui/icon.js';
import { useToast } from '../ui/toast.js';
import { chosenTheme, setTheme, THEMES } from './theme.js';

const ID = 'account-menu';

/**
 * Account, further pages and appearance. The browser's own popover: it closes with Escape or a click beside it,
 * gives the focus back, and costs the first load nothing.
 */
export function AccountMenu({
  account,
  links,
}: {
  readonly account: Me['account'];
  readonly links: readonly { readonly to: string; readonly label: string }[];
}) {
  const { t } = useTranslation();
  const close = () => document.getElementById(ID)?.hidePopover();
  return (
    <>
      <button type="button" className="header-button" popoverTarget={ID} aria-label={t('app.account')}>
        <Icon name="person" />
      </button>
      <div id={ID} popover="auto" className="account-menu">
        {account && (
          <p className="account-menu-name">
            <bdi>{account.name}</bdi>
          </p>
        )}
        <ul className="rows">
          {links.map((link) => (
            <li key={link.to}>
              <Link to={link.to} onClick={close}>
                {link.label}
              </Link>
            </li>
          ))}
          <li>
            <Link to={account ? '/account' : '/sign-in'} onClick={close}>
              {t(account ? 'app.account' : 'app.sign-in')}
            </Link>
          </li>
          {account && (
            <li>
              <SignOut done={close} />
            </li>
          )}
        </ul>
        <ThemeSwitch />
      </div>
    </>
  );
}

function SignOut({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const identityChanged = useIdentityChanged();
  const navigate = useNavigate();
  const toast = useToast();
  const codeText = useCodeText();
  const signOut = async () => {
    try {
      await post('/sign-out');
      done();
      await navigate('/');
      identityChanged(null);
    } catch (error) {
      toast(codeText('error', codeOf(error)));
    }
  };
  return (
    <button type="button" onClick={() => void signOut()}>
      {t('app.sign-out')}
    </button>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const [theme, setShown] = useState(chosenTheme);
  return (
    <fieldset className="theme-switch">
      <legend>{t('app.theme')}</legend>
      {THEMES.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="theme"
            value={each}
            checked={theme === each}
            onChange={() => {
              setShown(each);
              setTheme(each);
            }}
          />
          {t(`app.theme.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
