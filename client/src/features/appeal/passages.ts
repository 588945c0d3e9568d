/**
 * The passages of a contribution's HTML, one a paragraph or item, as plain text: what a quote is taken from.
 * A quote must stand in the contribution to the letter, so this reads it as the server does (`plainOf`): line
 * breaks stay, runs of spaces are one, and a no-break space, as French has before its colons, is left alone.
 */
export function passagesOf(html: string): readonly string[] {
  const parted = html.replace(/<br\s*\/?>/g, '\n').replace(/<\/(p|li|blockquote)>/g, '\n\n$&');
  const { body } = new DOMParser().parseFromString(parted, 'text/html');
  const text = (body.textContent ?? '').replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n');
  const passages = text.split(/\n{2,}/).map((passage) => passage.trim());
  return [...new Set(passages.filter(Boolean))];
}
