import type { Browser, Locator, Page } from 'playwright-core';
import type { Lang } from '../../src/kernel/localized.js';
import type { BrowserClient } from '../support/browser-client.js';
import { openScreen, PHONE, type Screen } from './browser.js';
import { type Key, word } from './words.js';

/** One person's screen in one language, spoken to by what stands on it. */
export interface PersonScreen extends Screen {
  readonly lang: Lang;
  button(key: Key, values?: Readonly<Record<string, string>>): Locator;
  link(key: Key): Locator;
  field(key: Key): Locator;
  /** A text that stands on the page by itself. */
  text(key: Key, values?: Readonly<Record<string, string | number>>): Locator;
}

interface Device {
  readonly lang: Lang;
  /** A phone of the narrowest common width, tapped instead of clicked. */
  readonly phone?: boolean;
}

/** The screen of whom `client` signed in, or of nobody where it has no cookie; the account speaks `lang` as well. */
export async function openPersonScreen(
  browser: Browser,
  client: BrowserClient,
  { lang, phone }: Device,
): Promise<PersonScreen> {
  const { url, cookie } = client;
  if (cookie) await client.patch('/api/v1/me', { locale: lang });
  const screen = await openScreen(browser, url, {
    locale: lang,
    ...(cookie && { cookie }),
    ...(phone && { viewport: PHONE, hasTouch: true, isMobile: true }),
  });
  const { page } = screen;
  const say = (key: Key, values = {}) => word(lang, key, values);
  return {
    ...screen,
    lang,
    button: (key, values) => page.getByRole('button', { name: say(key, values), exact: true }),
    link: (key) => page.getByRole('main').getByRole('link', { name: say(key), exact: true }),
    field: (key) => page.getByLabel(say(key), { exact: true }),
    text: (key, values) => page.getByRole('main').getByText(say(key, values), { exact: true }),
  };
}

/** Marks the document that is shown; `stayed` tells afterwards whether it is still the same, not a reloaded one. */
export const mark = (page: Page): Promise<unknown> => page.evaluate('window.markOfTheTest = true');
export const stayed = (page: Page): Promise<boolean> => page.evaluate('window.markOfTheTest === true');

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
