import type { Lang } from '../../kernel/localized.js';
import { ACTS, type Act } from '../signatures/signatures.contract.js';
import { html, type Markup } from './markup.js';
import type { CityDocument } from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { RELEASE_WORDS } from './words/words.js';
import { landPath, MAP_HEIGHT, MAP_WIDTH, onMap } from './world-map.js';

/** What each city did, by its id. */
export type Positions = ReadonlyMap<string, Act>;

/**
 * The cities as dots on the land, told apart by shape where some took a position: full who signed, with an eye who
 * reserved, hollow the others. Null where no place is known.
 */
export function cityMap(all: readonly CityDocument[], lang: Lang, positions: Positions): Markup | null {
  const { acts } = RELEASE_WORDS[lang];
  const dots = all.flatMap((city) => {
    const at = onMap(city);
    if (!at) return [];
    const act = positions.get(city.id);
    const shape = positions.size > 0 ? (act ?? 'waited-for') : 'there';
    const said = act ? `${city.name[lang]}: ${acts[act]}` : city.name[lang];
    return [html`<circle class="${shape}" cx="${at[0]}" cy="${at[1]}" r="4"><title>${said}</title></circle>`];
  });
  if (dots.length === 0) return null;
  const words = SITE_WORDS[lang];
  return html`<svg class="map" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}" role="img" aria-label="${words.mapText(words.cities(dots.length))}"><path d="${landPath()}"/>${dots}</svg>
${positions.size > 0 && legend(positions, all.length, lang)}`;
}

/** How many cities stand behind each shape. */
function legend(positions: Positions, total: number, lang: Lang): Markup {
  const taken = [...positions.values()];
  const rows: [string, string, number][] = [
    ...ACTS.map((act): [string, string, number] => [
      act,
      RELEASE_WORDS[lang].acts[act],
      taken.filter((each) => each === act).length,
    ]),
    ['waited-for', SITE_WORDS[lang].noPosition, total - taken.length],
  ];
  const row = ([shape, name, count]: (typeof rows)[number]) =>
    html`<li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="${shape}" cx="6" cy="6" r="4"/></svg> ${name} (${count})</li>`;
  return html`<ul class="map-legend">${rows.filter(([, , count]) => count > 0).map(row)}</ul>`;
}
