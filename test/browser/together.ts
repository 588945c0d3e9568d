import type { Locator } from 'playwright-core';
import type { PersonScreen } from './screens.js';

/** A clause of the text that is written together, as one language's column has it. */
export const clauseWith = ({ page }: PersonScreen, text: string | RegExp, lang = 'fr'): Locator =>
  page.locator(`.together-column[lang=${lang}] [data-clause]`).filter({ hasText: text });

/** Puts the caret before the first or behind the last sign of a clause, however many lines it takes. */
export async function putCaret(
  screen: PersonScreen,
  text: string,
  edge: 'Home' | 'End' = 'Home',
  lang = 'fr',
): Promise<void> {
  const line = clauseWith(screen, text, lang).locator('p').first();
  const { width, height } = (await line.boundingBox()) ?? { width: 8, height: 8 };
  const atStart = (edge === 'Home') !== (lang === 'ar');
  await line.click({ position: { x: atStart ? 1 : width - 2, y: edge === 'Home' ? 4 : height - 4 } });
  await screen.page.keyboard.press(edge);
}
