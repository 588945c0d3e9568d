import { useLang } from '../../../i18n/i18n.js';

/** "2, 3 and 5", as the language says it. */
export function useNumbers(): (numbers: readonly number[]) => string {
  const { locale } = useLang();
  return (numbers) => {
    const figure = new Intl.NumberFormat(locale);
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      numbers.map((number) => figure.format(number)),
    );
  };
}
