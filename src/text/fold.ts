/**
 * Forms of a text in which it is compared, never shown. They rest on nothing that differs between machines:
 * lower case and NFC are fixed by Unicode's stability policy for the letters that occur here.
 */

const COMBINING = /[\u0300-\u036f]/g;
/** Tatweel, short vowels, tanween, shadda, sukun, dagger alef and Quranic marks. */
const ARABIC_MARKS = /[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const ARABIC_FORMS: Readonly<Record<string, string>> = {
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const ARABIC_VARIANTS = /[آأإٱىیکة]/g;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl' };
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Composed form; soft hyphens, zero-width signs and direction controls are gone. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '');
}

/** Arabic without tatweel and vowel signs, one form for each alef, yeh, kaf and teh marbuta. */
export function foldArabic(text: string): string {
  return text.replace(ARABIC_MARKS, '').replace(ARABIC_VARIANTS, (letter) => ARABIC_FORMS[letter] as string);
}

/** Lower case without accents, ligatures opened, typographic apostrophes made plain, Arabic folded. */
export function fold(text: string): string {
  const lower = clean(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC')
    .replace(/[œæßﬁﬂ]/g, (sign) => LIGATURES[sign] as string)
    .replace(/[’‘ʼ´`]/g, "'");
  return foldArabic(lower);
}

/** Compares by code point: the order of every list that decides something. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return aboveSurrogates(x) - aboveSurrogates(y);
  }
  return a.length - b.length;
}

/** Code units sort like code points once surrogates come after U+E000–U+FFFF. */
function aboveSurrogates(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
