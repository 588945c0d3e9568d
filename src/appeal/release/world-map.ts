import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { CityDocument } from './release.format.js';

export const MAP_WIDTH = 720;
export const MAP_HEIGHT = 350;

/**
 * The land of the world without any border (Natural Earth, 1:110 million, public domain): which lines part states is
 * not for an appeal of cities to say.
 */
const land = createRequire(import.meta.url)('world-atlas/land-110m.json') as Topology;
const projection = geoNaturalEarth1().fitExtent(
  [
    [2, 2],
    [MAP_WIDTH - 2, MAP_HEIGHT - 2],
  ],
  { type: 'Sphere' },
);

let path: string | null = null;
/** The land as the data of one SVG path, in whole pixels: five kilobytes compressed. */
export function landPath(): string {
  path ??= geoPath(projection).digits(0)(feature(land, land.objects.land as never)) ?? '';
  return path;
}

/** Where a city stands on the map, in tenths of a pixel; null where its place is not known. */
export function onMap({ latitude, longitude }: CityDocument): readonly [x: number, y: number] | null {
  if (latitude === null || longitude === null) return null;
  const point = projection([Number(longitude), Number(latitude)]);
  return point && [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10];
}
