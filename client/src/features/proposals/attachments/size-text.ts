const STEP = 1024;
const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** "1.2 MB" in the page's language, in steps of 1,024 as file managers count. */
export function sizeText(bytes: number, locale: string): string {
  const at = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[at] as string,
    unitDisplay: at === 0 ? 'long' : 'short',
    maximumFractionDigits: at === 2 ? 1 : 0,
  }).format(bytes / STEP ** at);
}
