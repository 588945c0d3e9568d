import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLang } from '../i18n/i18n.js';

/** Tells React Aria the language of the page, hence which way the arrows lead. Comes with what needs it. */
export function AriaLocale({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLang().locale}>{children}</I18nProvider>;
}
