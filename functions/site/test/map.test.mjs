import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FRAME, buildMap } from '../map.mjs';
import { readOfficialData } from '../communes.mjs';

const map = buildMap();
const departements = map.departements.trimEnd().split('\n').map((line) => line.split('\t'));

describe('the map of France', () => {
  it('has every département of the official list, and no other', () => {
    const official = readOfficialData().departements.filter(({ zone }) => zone !== 'com').map(({ code }) => code).sort();
    assert.deepEqual(departements.map(([code]) => code), official);
  });

  it('stays within its frame', () => {
    for (const [code, x, y, shape] of departements) {
      assert.ok(x > 0 && x < FRAME.width && y > 0 && y < FRAME.height, code);
      for (const [, left, top] of shape.matchAll(/M(\d+) (\d+)/g)) {
        assert.ok(Number(left) <= FRAME.width && Number(top) <= FRAME.height, code);
      }
    }
  });

  it('is light: under 30 kB, and a shape under 500 bytes', () => {
    assert.ok(map.svg.length < 30_000, `${map.svg.length}`);
    for (const [code, , , shape] of departements) assert.ok(shape.length < 500, `${code} ${shape.length}`);
  });
});
