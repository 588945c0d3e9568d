/** A Chromium for the browser tests: the machine's own, or the one that comes as a package for Linux on x64. */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Resolves to the environment that test/browser reads; empty where there is no browser. */
export async function prepareBrowser(folder) {
  const own = process.env.NIDAA_TEST_BROWSER ?? installed();
  if (own) return { NIDAA_TEST_BROWSER: own };
  if (process.platform === 'linux' && process.arch === 'x64') return packaged(folder);
  if (process.env.CI) throw new Error('CI needs a Chromium, and there is none.');
  return {};
}

function installed() {
  const places = (process.env.PATH ?? '').split(':').flatMap((path) => NAMES.map((name) => join(path, name)));
  return [...places, MAC].find(canRun);
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package unpacks into the temporary folder, with the system libraries it needs if told that it is in a cloud. */
async function packaged(folder) {
  const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) delete process.env[name];
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return {
    NIDAA_TEST_BROWSER: path,
    NIDAA_TEST_BROWSER_LIBRARIES: LD_LIBRARY_PATH ?? '',
    NIDAA_TEST_BROWSER_FONTS: FONTCONFIG_PATH ?? '',
  };
}
