import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

/** The texts of the sheets that would come out of the printer, one for each. */
export async function printed(page: Page): Promise<string[]> {
  const data = Uint8Array.from(await page.pdf({ preferCSSPageSize: true }));
  const pdf = await getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const sheets = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const texts = await Promise.all(sheets.map((sheet) => sheet.getTextContent()));
  return texts.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(' '));
}
