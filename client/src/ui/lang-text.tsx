import { useTranslation } from 'react-i18next';
import { type PartlyLocalized, pick } from '../../../src/kernel/localized.js';
import { useLang } from '../i18n/i18n.js';
import { directionOf } from '../i18n/locale.js';

/** The name of a language code in the page's language. */
export function useLanguageName(): (code: string) => string {
  const { locale } = useLang();
  return (code) => {
    try {
      return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
}

/** Marks a text that is in another language than the page's. */
export function LangMark({ lang }: { readonly lang: string }) {
  const { lang: wished } = useLang();
  const name = useLanguageName();
  const { t } = useTranslation();
  if (lang === wished) return null;
  return (
    <span className="lang-mark" title={t('text.in-language', { language: name(lang) })}>
      <span aria-hidden="true">{lang}</span>
      <span className="visually-hidden"> ({t('text.in-language', { language: name(lang) })})</span>
    </span>
  );
}

/** A text in a known language, told to the browser with its direction, marked where it is not the page's. */
export function Written({
  lang,
  children,
  mark = true,
}: {
  readonly lang: string;
  readonly children: string;
  readonly mark?: boolean;
}) {
  return (
    <>
      <bdi lang={lang} dir={directionOf(lang)}>
        {children}
      </bdi>
      {mark && <LangMark lang={lang} />}
    </>
  );
}

/** A text that exists in several languages: the page's where there is one, else another, marked. */
export function LangText({
  text,
  mark = true,
}: {
  readonly text: PartlyLocalized | null;
  readonly mark?: boolean;
}) {
  const { lang } = useLang();
  const found = text && pick(text, lang);
  if (!found) return null;
  return (
    <Written lang={found.lang} mark={mark}>
      {found.text}
    </Written>
  );
}

/** The bare words of a localized text, for titles and labels that take no elements. */
export function usePick(): (text: PartlyLocalized | null | undefined) => string {
  const { lang } = useLang();
  return (text) => (text && pick(text, lang)?.text) ?? '';
}
