// Draws metropolitan France as a grid of dots, one wherever GeoNames knows a place. `FranceMap.java` puts a commune on it.

import { readGeoNames } from './communes.mjs';

/** The frame: its west and north edge in degrees, its size in units, and how many units a degree of latitude is. */
const FRAME = { west: -5.4, north: 51.3, width: 212, height: 204, unitsPerDegree: 20 };

/** A degree of longitude is shorter, by the cosine of the middle latitude, 46.5° north. */
const NARROWING = 0.6884;

const GRID = 6;

/** Its grey stands out on DSFR's light and dark backgrounds alike. */
const COLOUR = '#929292';

export function buildMap() {
  const dots = new Set();
  for (const { lat, lon } of readGeoNames()) {
    const x = (lon - FRAME.west) * NARROWING * FRAME.unitsPerDegree;
    const y = (FRAME.north - lat) * FRAME.unitsPerDegree;
    if (x < 0 || y < 0 || x > FRAME.width || y > FRAME.height) continue;
    const row = Math.round(y / GRID);
    // Every other row is shifted by half a step.
    const shift = row % 2 === 0 ? 0 : GRID / 2;
    dots.add(`M${Math.round((x - shift) / GRID) * GRID + shift} ${row * GRID}h0`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME.width} ${FRAME.height}">`
    + `<path d="${[...dots].sort().join('')}" stroke="${COLOUR}" stroke-width="4" stroke-linecap="round"/></svg>\n`;
}
