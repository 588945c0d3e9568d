import type { Locator, Page } from 'playwright-core';

/** More steps than any of these pages has. */
const MOST_STEPS = 60;
/** Whether an outline is drawn around what has the focus, or around the label or card that stands for it. */
const SHOWS_FOCUS = `(() => {
  const shown = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  };
  const focused = document.activeElement;
  return [focused, focused.closest('label')].some((element) => element && shown(element));
})()`;

export const hasFocus = (goal: Locator): Promise<boolean> =>
  goal.evaluate((element) => element === element.ownerDocument.activeElement);

/** Steps on with Tab until the focus is on `goal`; at every step one must see where it is. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
    // Behind the page's end comes its beginning again; in between nothing of it has the focus.
    if (at.startsWith('<body')) continue;
    expect({ at, shown: await page.evaluate(SHOWS_FOCUS) }).toEqual({ at, shown: true });
    if (await hasFocus(goal)) return;
  }
  throw new Error(`Tab never came to ${goal}`);
}
