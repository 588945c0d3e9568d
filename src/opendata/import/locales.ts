const LOCALE = /\/([a-z]{2,3})(?:-[A-Za-z0-9]+)?$/;
/** Parts of names that look like a locale and are none. */
const NO_LOCALE = new Set(['id', 'url']);

/** A column that holds a name in one locale: `title/fr` is `title` in `fr`, `title` has none. */
export interface LocaleColumn {
  readonly column: string;
  readonly name: string;
  readonly locale: string | null;
}

export function localeColumn(column: string): LocaleColumn {
  const locale = LOCALE.exec(column)?.[1];
  if (locale === undefined || NO_LOCALE.has(locale)) return { column, name: column, locale: null };
  return { column, name: column.replace(LOCALE, ''), locale };
}

/** Every column that holds the name, in whichever locale. */
export function localesOf(columns: readonly string[], name: string): LocaleColumn[] {
  return columns.map(localeColumn).filter((found) => found.name === name);
}
