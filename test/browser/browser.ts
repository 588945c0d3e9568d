import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import type { Lang } from '../../src/kernel/localized.js';
import { until } from '../support/until.js';

/** The browser that the runner found; where there is none, the tests that need one are skipped by name. */
export const hasBrowser = Boolean(process.env.NIDAA_TEST_BROWSER);

if (process.env.CI && !hasBrowser) throw new Error('CI needs a Chromium, and there is none.');

export const describeInBrowser = hasBrowser ? describe : describe.skip;

/** How long a screen may take for anything; a page that waits longer is a failure. */
const WAIT_MS = 15_000;

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

export function openBrowser(): Promise<Browser> {
  const { NIDAA_TEST_BROWSER, NIDAA_TEST_BROWSER_LIBRARIES, NIDAA_TEST_BROWSER_FONTS } = process.env;
  return chromium.launch({
    executablePath: NIDAA_TEST_BROWSER as string,
    args: ['--no-sandbox'],
    env: {
      ...(process.env as Record<string, string>),
      ...(NIDAA_TEST_BROWSER_LIBRARIES && { LD_LIBRARY_PATH: NIDAA_TEST_BROWSER_LIBRARIES }),
      ...(NIDAA_TEST_BROWSER_FONTS && { FONTCONFIG_PATH: NIDAA_TEST_BROWSER_FONTS }),
    },
  });
}

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page said on its console as an error, and what it threw. */
  readonly faults: string[];
}

/** One person's screen; `cookie` (`nidaa=…`) signs it in. */
export async function openScreen(
  browser: Browser,
  url: string,
  { locale, cookie, ...options }: { locale: Lang; cookie?: string } & Omit<BrowserContextOptions, 'locale'>,
): Promise<Screen> {
  const context = await browser.newContext({ baseURL: url, viewport: DESK, locale, ...options });
  if (cookie) {
    const [name, value] = cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  }
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
  });
  return { page, context, faults };
}

const fromHere = createRequire(import.meta.url);
const AXE = createRequire(fromHere.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
/** Whose documents bring axe with them from now on: sending it to each anew costs more than all of its rules. */
const equipped = new WeakSet<BrowserContext>();

/** The page's accessibility faults by WCAG 2.2 AA, in one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  const context = page.context();
  if (!equipped.has(context)) {
    equipped.add(context);
    await context.addInitScript({ path: AXE });
    await page.evaluate(readFileSync(AXE, 'utf8'));
  }
  // From its top: what is half scrolled under the header that stays is no fault of the page.
  await page.evaluate('scrollTo(0, 0)');
  const { violations } = await new AxeBuilder({ page, axeSource: 'axe' })
    // The pages have no frames; without them axe needs no second page to gather its findings in.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Goes down the page as a reader does who looks for its end, until what loads only there is there. */
export function comeTo(page: Page, target: Locator): Promise<void> {
  return until(async () => {
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    return (await target.count()) > 0;
  });
}

/** Whether something sticks out to the side: on a phone that is a fault. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
}
