// Draws France: the départements of the mainland and Corsica, and below them those overseas, each at a scale of its own.
//
// `france.svg` is all of them in grey; `map.tsv` has each one's shape, for a page to colour in one of them (`FranceMap.java`).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { polygons, readOutlines } from './departements.mjs';

const require = createRequire(import.meta.url);

/** The frame, in the units of `departements.mjs`; the five overseas stand in the boxes of its last row. */
export const FRAME = { width: 613, height: 704 };
const BOX = { top: 610, size: 90, gap: 40 };

/** Five overseas départements, west to east, each with a box (west, south, east, north) around its islands or its land. */
const OVERSEAS = [
  ['971', [-62, 15.8, -60.9, 16.6]],
  ['972', [-61.3, 14.3, -60.7, 15]],
  ['973', [-54.7, 2, -51.5, 5.9]],
  ['974', [55.1, -21.5, 55.9, -20.8]],
  ['976', [44.9, -13.1, 45.4, -12.5]],
];

/** A detail smaller than this, in square units, is left out: the map is shown at less than half its size. */
const SMALLEST_DETAIL = 7;

/** Its greys stand out on DSFR's light and dark backgrounds alike. */
const COLOUR = '#929292';

/** The départements' shapes by code, and the borders between them, as SVG paths. */
export function buildMap() {
  const shapes = { ...mainland(), ...overseas() };
  const collection = Object.fromEntries(Object.entries(shapes).map(([code, polygons]) => [code, { type: 'MultiPolygon', coordinates: polygons }]));
  const simple = simplify(presimplify(topology(collection, 5000)), SMALLEST_DETAIL);
  const all = Object.entries(simple.objects);
  const borders = mesh(simple, { type: 'GeometryCollection', geometries: all.map(([, geometry]) => geometry) });
  const land = path(borders.coordinates);
  const departements = all.map(([code, geometry]) => {
    const rings = feature(simple, geometry).geometry.coordinates.flat();
    return { code, ...middle(shapes[code]), path: path(rings) };
  });
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME.width} ${FRAME.height}">`
      + `<path d="${departements.map((d) => d.path).join('')}" fill="${COLOUR}" fill-opacity=".25"/>`
      + `<path d="${land}" fill="none" stroke="${COLOUR}" stroke-width="2" stroke-linejoin="round"/></svg>\n`,
    departements: departements.sort((a, b) => (a.code < b.code ? -1 : 1)).map((d) => `${d.code}\t${d.x}\t${d.y}\t${d.path}\n`).join(''),
  };
}

function mainland() {
  const closed = (ring) => [...ring, ring[0]].map(([x, y]) => [round(x, 2), round(y, 2)]);
  return Object.fromEntries([...readOutlines()].map(([code, outline]) => [code, polygons(outline).map((ring) => [closed(ring)])]));
}

function overseas() {
  const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
  const france = feature(world, world.objects.countries).features.find(({ properties }) => properties.name === 'France');
  return Object.fromEntries(OVERSEAS.map(([code, box], rank) => {
    const polygons = france.geometry.coordinates.filter(([ring]) => ring.every((point) => isWithin(point, box)));
    if (polygons.length === 0) throw new Error(`no land in the box of ${code}`);
    return [code, fitted(polygons, box, rank)];
  }));
}

function isWithin([lon, lat], [west, south, east, north]) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Puts the polygons into the box of that rank, as large as it allows. */
function fitted(polygons, [, south, , north], rank) {
  const narrowing = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const flat = polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon * narrowing, -lat])));
  const { left, top, width, height } = extent(flat.flat(2));
  const scale = BOX.size / Math.max(width, height);
  const start = (FRAME.width - OVERSEAS.length * BOX.size - (OVERSEAS.length - 1) * BOX.gap) / 2 + rank * (BOX.size + BOX.gap);
  return flat.map((rings) => rings.map((ring) => ring.map(([x, y]) => [
    round(start + (BOX.size - width * scale) / 2 + (x - left) * scale, 2),
    round(BOX.top + (BOX.size - height * scale) / 2 + (y - top) * scale, 2),
  ])));
}

function extent(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The middle of what holds the département's largest part. */
function middle(polygons) {
  const largest = polygons.map(([ring]) => extent(ring)).sort((a, b) => b.width * b.height - a.width * a.height)[0];
  return { x: Math.round(largest.left + largest.width / 2), y: Math.round(largest.top + largest.height / 2) };
}

/** Lines as a path in whole units, each point relative to the one before. */
function path(lines) {
  return lines.map((line) => {
    const points = line.map(([x, y]) => [Math.round(x), Math.round(y)]);
    const closed = points[0].join() === points.at(-1).join();
    let text = `M${points[0].join(' ')}`;
    let [px, py] = points[0];
    let first = true;
    for (const [x, y] of closed ? points.slice(1, -1) : points.slice(1)) {
      if (x === px && y === py) continue;
      text += `${first ? 'l' : x - px < 0 ? '' : ' '}${x - px}${y - py < 0 ? '' : ' '}${y - py}`;
      first = false;
      [px, py] = [x, y];
    }
    return first ? '' : closed ? `${text}z` : text;
  }).join('');
}

function round(value, decimals) {
  return Number(value.toFixed(decimals));
}
