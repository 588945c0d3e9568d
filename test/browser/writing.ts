import type { Locator } from 'playwright-core';
import type { PersonScreen } from './screens.js';

/** A clause of the text that is written together, by its words in one of the columns. */
export const clauseOf = ({ page }: PersonScreen, text: string | RegExp, lang = 'fr'): Locator =>
  page.locator(`.together-column[lang=${lang}] [data-clause]`).filter({ hasText: text });

/** Puts the caret before the first or behind the last sign of a clause, however many lines it takes. */
export async function putCaret(
  screen: PersonScreen,
  text: string,
  edge: 'Home' | 'End' = 'Home',
): Promise<void> {
  const line = clauseOf(screen, text).locator('p').first();
  const { width, height } = (await line.boundingBox()) ?? { width: 8, height: 8 };
  await line.click({ position: edge === 'Home' ? { x: 1, y: 4 } : { x: width - 2, y: height - 4 } });
  await screen.page.keyboard.press(edge);
}

/** Selects words in the card of a clause, as a finger or a mouse does. */
export function selectWords(
  { page }: PersonScreen,
  clauseId: string,
  lang: string,
  words: string,
): Promise<unknown> {
  return page.evaluate(`{
    const node = document.querySelector('[data-clause="${clauseId}"][lang=${lang}]').firstChild;
    const start = node.data.indexOf(${JSON.stringify(words)});
    getSelection().setBaseAndExtent(node, start, node, start + ${words.length});
  }`);
}
