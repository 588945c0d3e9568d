import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader's program opens it: its words in one line, its title and language, the roles of its tags. */
export async function openPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
    .promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const roles = new Set<string>();
  const walk = (node: { role?: string; children?: readonly object[] }): void => {
    if (node.role) roles.add(node.role);
    for (const child of node.children ?? []) walk(child);
  };
  for (const page of pages) walk((await page.getStructTree()) as { children?: object[] });
  const words = texts
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
    .replace(/\s+/g, ' ');
  return { words, info, roles, pages: pdf.numPages, size: pages[0]?.view ?? [] };
}

/** Arabic comes out of a PDF in shaped letters and in the order of the page: its letters, sorted. */
export const lettersOf = (text: string): string =>
  [...text.normalize('NFKC').replace(/[\s\u064b-\u0652]/g, '')].sort().join('');
