import { useTranslation } from 'react-i18next';
import { setLang, useLang } from '../i18n/i18n.js';
import { AUTONYM, LANGS, type Lang, rememberLang } from '../i18n/locale.js';
import { patch } from '../lib/api.js';
import { useMe } from '../lib/me.js';

/** Changes the language at once, for this browser and, of whoever is signed in, for their mail. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { lang } = useLang();
  const signedIn = Boolean(useMe().data?.account);
  const choose = (wished: Lang) => {
    rememberLang(wished);
    void setLang(wished);
    // The page speaks it already; that the account does not know yet harms nobody.
    if (signedIn) patch('/me', { locale: wished }).catch(() => undefined);
  };
  return (
    <select
      className="language-switch"
      aria-label={t('app.language')}
      value={lang}
      onChange={(event) => choose(event.target.value as Lang)}
    >
      {LANGS.map((each) => (
        <option key={each} value={each} lang={each}>
          {AUTONYM[each]}
        </option>
      ))}
    </select>
  );
}
