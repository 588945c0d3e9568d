/** What file systems refuse, or read as something else than a name. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|%]+/gu;
const LONGEST = 100;

/**
 * The header `Content-Disposition` for a file that is to be saved (RFC 6266): the name in UTF-8, and for who does not
 * read that, what of it is ASCII, or `fallback`. The ending is kept whatever the name is.
 */
export function attachment(name: string, ending: string, fallback: string): string {
  const fit = fitting(name) || fallback;
  const plain = fit
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .,'-]+|[ .,'-]+$/g, '');
  const ascii = /[a-z]/i.test(plain) ? plain : fallback;
  return `attachment; filename="${ascii}.${ending}"; filename*=UTF-8''${encoded(`${fit}.${ending}`)}`;
}

/** The name without signs that no file system takes, not hidden, and not too long. */
export function fitting(name: string): string {
  const line = name.toWellFormed().normalize('NFC').replace(UNFIT, ' ').replace(/\s+/g, ' ');
  return [...line]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '');
}

/** `attr-char` of RFC 5987: what `encodeURIComponent` leaves and that does not allow is encoded too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
