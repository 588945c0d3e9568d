import type { Browser } from 'playwright-core';
import { ApiDescription } from '../support/api-description.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, openBrowser, openScreen } from './browser.js';

describeInBrowser('the pages that show the API', () => {
  let test: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('list every operation and open one, without an error', async () => {
    const { operations } = await ApiDescription.of(test.url);
    const { page, faults } = await openScreen(browser, test.url, { locale: 'en' });
    await page.goto('/api/docs');
    await page
      .locator('.opblock')
      .nth(operations.length - 1)
      .waitFor();
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    await page.locator('#operations-voting-PollsController_show .opblock-summary-control').click();
    await page.getByText('definitionHash').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('may style themselves, and nothing else may; no page may run what is not ours', async () => {
    const policyOf = async (path: string): Promise<string[]> =>
      ((await fetch(test.url + path)).headers.get('content-security-policy') ?? '').split(';');
    expect(await policyOf('/api/docs')).toContain("style-src 'self' 'unsafe-inline'");
    for (const path of ['/', '/api/v1/me', '/appeals/none', '/api/openapi.json'])
      expect(await policyOf(path)).toContain("style-src 'self'");
    for (const path of ['/', '/api/docs']) expect(await policyOf(path)).toContain("script-src 'self'");
  });
});
