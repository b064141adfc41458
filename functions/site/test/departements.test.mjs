import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { centre, departementRows, polygons } from '../departements.mjs';

const rows = departementRows();
const row = (code) => rows.find((r) => r.code === code);

describe('départements', () => {
  it('are the 96 of metropolitan France, each once, under its official code', () => {
    assert.equal(rows.length, 96);
    assert.equal(new Set(rows.map((r) => r.code)).size, 96);
    assert.equal(row('2A').nom, 'Corse-du-Sud');
  });

  it('lie where they are', () => {
    const north = row('59');
    const west = row('29');
    const south = row('2A');
    assert.ok(Number(north.y) < 60 && Number(west.x) < 60 && Number(south.y) > 540);
    for (const { x, y } of rows) assert.ok(x > 0 && x < 613 && y > 0 && y < 585);
  });

  it('keep their outline when it is shortened', () => {
    for (const { code, x, y, path } of rows) {
      assert.match(path, /^(M[\d.]+ [\d.]+l[-\d. ]+z)+$/, code);
      const [shortX, shortY] = centre(readShort(path));
      assert.ok(Math.hypot(shortX - x, shortY - y) < 1, `${code} has moved`);
    }
  });
});

/** The shortened path in the form that `polygons` reads: every part begins where it says. */
function readShort(path) {
  return path.split('z').filter(Boolean).map((part) => {
    const [start, steps] = part.slice(1).split('l');
    const numbers = steps.match(/-?\d*\.?\d+/g);
    const pairs = numbers.flatMap((n, i) => (i % 2 ? [] : [`${n},${numbers[i + 1]}`]));
    return polygons(`m ${start.replace(' ', ',')} ${pairs.join(' ')} z`)[0];
  });
}
