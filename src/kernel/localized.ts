/** The three languages in which everything on screen exists. */
export const LANGS = ['ar', 'fr', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A text that the organisers keep in all three languages: names, titles, template sentences. */
export type Localized = Readonly<Record<Lang, string>>;

/** A text that exists in at least one language; the rest may still be missing. */
export type PartlyLocalized = Readonly<Partial<Record<Lang, string>>>;

export const DIRECTION: Readonly<Record<Lang, 'rtl' | 'ltr'>> = { ar: 'rtl', fr: 'ltr', en: 'ltr' };

export function isLang(value: unknown): value is Lang {
  return (LANGS as readonly unknown[]).includes(value);
}

/**
 * The text in the wished language, else in the first of ar, fr, en that has one.
 * Says which language it found, since the reader must be told (`lang` and `dir` of the element).
 */
export function pick(text: PartlyLocalized, wished: Lang): { lang: Lang; text: string } | null {
  for (const lang of [wished, ...LANGS]) {
    const found = text[lang];
    if (found) return { lang, text: found };
  }
  return null;
}

/** The best of the three languages for an `Accept-Language` header; French where nothing fits. */
export function fromAcceptLanguage(header: string | undefined): Lang {
  const wished = (header ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { lang: tag.slice(0, 2).toLowerCase(), q: q ? Number(q) : 1, index };
    })
    .filter(({ lang, q }) => isLang(lang) && q > 0)
    .sort((a, b) => b.q - a.q || a.index - b.index);
  return (wished[0]?.lang as Lang | undefined) ?? 'fr';
}

/** A name of any direction among words of another: neither moves the other about (Unicode's annex 9). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
