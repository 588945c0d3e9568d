import type { Lang } from '../../kernel/localized.js';
import { html, type Markup } from './markup.js';
import type { CityDocument } from './release.format.js';
import { SITE_WORDS } from './words/site-words.js';
import { landPath, MAP_HEIGHT, MAP_WIDTH, onMap } from './world-map.js';

/** The cities as dots on the land. Null where no place is known. */
export function cityMap(all: readonly CityDocument[], lang: Lang): Markup | null {
  const dots = all.flatMap((city) => {
    const at = onMap(city);
    return at
      ? [html`<circle cx="${at[0]}" cy="${at[1]}" r="4"><title>${city.name[lang]}</title></circle>`]
      : [];
  });
  if (dots.length === 0) return null;
  const words = SITE_WORDS[lang];
  return html`<svg class="map" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}" role="img" aria-label="${words.mapText(words.cities(dots.length))}"><path d="${landPath()}"/>${dots}</svg>`;
}
