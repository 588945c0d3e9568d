/**
 * The passages of a contribution's HTML, one a paragraph or item, as plain text: what a quote is taken from.
 * A quote must stand in the contribution to the letter, so nothing is joined across paragraphs, and white space
 * is as the server keeps it: line breaks stay, runs of spaces are one.
 */
export function passagesOf(html: string): readonly string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const breaks of body.querySelectorAll('br')) breaks.replaceWith('\n');
  const blocks = [...body.querySelectorAll('p, li')];
  const texts = (blocks.length > 0 ? blocks : [body]).map((block) =>
    (block.textContent ?? '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim(),
  );
  return [...new Set(texts.filter(Boolean))];
}
