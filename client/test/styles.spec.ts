import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(process.cwd(), 'client/src');
const sheets = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
);

/** The sheet without comments and without what names a side because the platform does: the notch's insets. */
const read = (file: string) =>
  readFileSync(join(SOURCES, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/env\(safe-area-inset-[a-z]+\)/g, '0');

const PHYSICAL = [
  /(?<![\w-])(?:top|right|bottom|left|width|height|(?:min|max)-(?:width|height))\s*:/,
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:top|right|bottom|left)/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)/,
];
/** What a media query asks of the window is no side of any text. */
const withoutMedia = (sheet: string) => sheet.replace(/@media[^{]*/g, '');

describe('the style sheets', () => {
  it.each(sheets)('%s names no side of the screen: the same sheet serves both directions', (file) => {
    const found = PHYSICAL.flatMap((rule) => withoutMedia(read(file)).match(rule)?.[0] ?? []);
    expect(found).toEqual([]);
  });

  it('are many, and the check sees what it must', () => {
    expect(sheets.length).toBeGreaterThan(8);
    for (const bad of [
      'margin-left: 0',
      'left: 0',
      'text-align: right',
      'min-width: 1px',
      'border-top-left-radius: 0',
    ])
      expect(PHYSICAL.some((rule) => rule.test(`a { ${bad} }`))).toBe(true);
    expect(
      PHYSICAL.some((rule) => rule.test('a { margin-inline-start: 0; border-start-start-radius: 0 }')),
    ).toBe(false);
  });
});

const tokens = Object.fromEntries(
  [
    ...readFileSync(join(SOURCES, 'styles/tokens.css'), 'utf8').matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }]),
);

/** Contrast ratio of two colours, WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const GROUNDS = ['plaster', 'surface', 'sunken'];
const HUES = Array.from({ length: 8 }, (_, at) => `hue-${at + 1}`);
const TEXTS: [text: string, grounds: string[], least: number][] = [
  ['ink', [...GROUNDS, 'cobalt-soft', 'clay-soft', 'green-soft', 'saffron-soft'], 7],
  ['muted', [...GROUNDS, 'cobalt-soft'], 4.5],
  ['cobalt', [...GROUNDS, 'cobalt-soft', 'clay-soft', 'green-soft', 'saffron-soft'], 4.5],
  ['clay', [...GROUNDS, 'clay-soft'], 4.5],
  ['green', [...GROUNDS, 'green-soft'], 4.5],
  ['saffron', ['surface', 'saffron-soft'], 4.5],
  ['on-cobalt', ['cobalt'], 4.5],
  ['on-clay', ['clay'], 4.5],
  ['on-green', ['green'], 4.5],
  ['on-header', ['header'], 7],
  ['on-hue', HUES, 4.5],
  ...HUES.map((hue): [string, string[], number] => [hue, ['surface', 'cobalt-soft', 'sunken'], 3]),
  // Edges of boxes that are filled in: 3 to 1 (WCAG 2.2, 1.4.11).
  ['edge', ['plaster', 'surface', 'sunken'], 3],
];

describe.each(['light', 'dark'] as const)('the colours, %s', (scheme) => {
  it.each(TEXTS)('%s can be read on %s', (text, grounds, least) => {
    for (const ground of grounds) {
      const ratio = contrast(tokens[text]![scheme], tokens[ground]![scheme]);
      expect([ground, ratio >= least]).toEqual([ground, true]);
    }
  });
});
