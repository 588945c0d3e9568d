const NAMED: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    laquo: '«',
    raquo: '»',
    hellip: '…',
  },
  ...{
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    middot: '·',
    deg: '°',
  },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', acirc: 'â', ccedil: 'ç', icirc: 'î' },
  ...{
    iuml: 'ï',
    ocirc: 'ô',
    ugrave: 'ù',
    ucirc: 'û',
    uuml: 'ü',
    oelig: 'œ',
    aelig: 'æ',
    euro: '€',
    ntilde: 'ñ',
  },
  ...{
    Eacute: 'É',
    Egrave: 'È',
    Agrave: 'À',
    Ccedil: 'Ç',
    aacute: 'á',
    iacute: 'í',
    oacute: 'ó',
    uacute: 'ú',
  },
};
const UNSEEN = /<(script|style|template|title|head)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
/** Control signs, direction overrides, byte order marks: nothing that a reader sees, much that misleads one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWANTED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BLOCK =
  /<\/?(?:p|div|h[1-6]|ul|ol|dl|blockquote|pre|table|section|article|figure|figcaption|hr|header|footer)\b[^>]*>/gi;

/**
 * The text of an HTML fragment: blocks part paragraphs (a blank line), list items and `<br>` part lines,
 * a list item begins with "- ". Anything that is not markup is kept to the letter, in composed form.
 */
export function plainText(html: string): string {
  const marked = html
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<\/tr\s*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(BLOCK, '\n\n')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  return tidy(decode(marked));
}

/** One kind of line break, no white space at the ends of lines, at most one blank line between paragraphs. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNWANTED, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
    .trim();
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const exists = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return exists ? String.fromCodePoint(point) : '\ufffd';
  });
}
