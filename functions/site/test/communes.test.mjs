import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { communeRows, distanceKm, looseKey, medoid, nameKey, readGeoNames, readOfficialData, toTsv } from '../communes.mjs';

const official = readOfficialData();
const geoNames = readGeoNames();
const rows = communeRows(official, geoNames);
const at = (codePostal, code) => rows.filter((r) => r.codePostal === codePostal && (code === undefined || r.code === code));

/** Boxes around the territories: south, west, north, east. */
const METROPOLE = [41.3, -5.2, 51.2, 9.7];
const BOXES = {
  971: [15.8, -61.9, 16.6, -60.9], 972: [14.3, -61.3, 14.9, -60.7], 973: [2.1, -54.7, 5.9, -51.6], 974: [-21.5, 55.1, -20.8, 55.9],
  975: [46.7, -56.5, 47.2, -56.0], 976: [-13.1, 44.9, -12.6, 45.4], 977: [17.8, -63.0, 18.0, -62.7], 978: [18.0, -63.2, 18.2, -62.9],
  986: [-14.4, -178.3, -13.1, -176.1], 987: [-28, -155, -7.8, -134.4], 988: [-23, 158, -17.9, 172.1], 989: [10, -110, 11, -109],
  '2A': [41.3, 8.5, 42.4, 9.5], '2B': [41.8, 8.6, 43.1, 9.6], 75: [48.8, 2.2, 48.91, 2.47],
};

describe('known places', () => {
  const places = [
    ['75011', '75111', 'Paris', 48.8590, 2.3790],
    ['69003', '69383', 'Lyon', 45.7590, 4.8490],
    ['13008', '13208', 'Marseille', 43.2700, 5.3820],
    ['35000', '35238', 'Rennes', 48.1173, -1.6778],
    ['59000', '59350', 'Lille', 50.6292, 3.0573],
    ['29200', '29019', 'Brest', 48.3904, -4.4861],
    ['33000', '33063', 'Bordeaux', 44.8378, -0.5792],
    ['97400', '97411', 'Saint-Denis', -20.8789, 55.4481],
    ['20000', '2A004', 'Ajaccio', 41.9192, 8.7386],
    ['93400', '93070', 'Saint-Ouen-sur-Seine', 48.9119, 2.3339],
    ['91000', '91228', 'Évry-Courcouronnes', 48.6294, 2.4417],
    ['98714', '98735', 'Papeete', -17.5350, -149.5696],
    ['97600', '97611', 'Mamoudzou', -12.7806, 45.2278],
    // A village that GeoNames knows, one that it lacks, and one whose namesake lies at the other end of its département.
    ['68340', '68277', 'Riquewihr', 48.1670, 7.2980],
    ['46500', '46240', 'Rocamadour', 44.7993, 1.6172, 10],
    ['62217', '62869', 'Wailly', 50.2430, 2.7200, 10],
  ];
  for (const [codePostal, code, nom, lat, lon, km = 5] of places) {
    it(`${codePostal} ${nom} lies within ${km} km of where it is`, () => {
      const [row] = at(codePostal, code);
      assert.equal(row?.nom, nom);
      const off = distanceKm(row, { lat, lon });
      assert.ok(off <= km, `${off.toFixed(1)} km (${row.lat}, ${row.lon}), ${row.source}`);
    });
  }
});

describe('the table', () => {
  it('has every postal code of the source', () => {
    const expected = new Set(official.communes.flatMap((c) => c.codesPostaux ?? []));
    assert.deepEqual(new Set(rows.map((r) => r.codePostal)), expected);
  });

  it('gives each row coordinates in its territory', () => {
    for (const row of rows) {
      const [south, west, north, east] = BOXES[row.departement] ?? METROPOLE;
      assert.ok(row.departement in BOXES || row.departement.length === 2, row.departement);
      assert.ok(row.lat >= south && row.lat <= north && row.lon >= west && row.lon <= east, `${row.code} ${row.nom}: ${row.lat}, ${row.lon}`);
    }
  });

  it('keeps the places of a metropolitan département together', () => {
    for (const departement of new Set(rows.map((r) => r.departement).filter((d) => d.length === 2))) {
      const points = rows.filter((r) => r.departement === departement);
      const middle = medoid(points.filter((_, i) => i % 7 === 0));
      const farthest = Math.max(...points.map((p) => distanceKm(p, middle)));
      assert.ok(farthest < 130, `${departement}: ${farthest.toFixed(0)} km`);
    }
  });

  it('asks no commune in Paris, Lyon and Marseille: one row for each of their postal codes', () => {
    const codes = official.communes.filter((c) => c.type === 'arrondissement-municipal').flatMap((c) => c.codesPostaux);
    assert.ok(codes.includes('75116') && codes.length >= 45);
    for (const code of codes) {
      assert.equal(at(code).length, 1, code);
      assert.match(at(code)[0].nom, /^(Paris|Lyon|Marseille)$/);
    }
  });

  it('places most people exactly: four in five live where GeoNames knows the commune', () => {
    const population = new Map(official.communes.filter((c) => c.population).map((c) => [c.code, c.population]));
    const communes = [...new Map(rows.map((r) => [r.code, r])).values()];
    const people = (list) => list.reduce((sum, c) => sum + (population.get(c.code) ?? 0), 0);
    const exact = communes.filter((c) => ['name', 'former commune', 'resembling name'].includes(c.source));
    assert.ok(people(exact) / people(communes) > 0.8);
  });

  it('is written by postal code, eight fields a line, four decimals', () => {
    const lines = toTsv(rows).slice(0, -1).split('\n');
    const postalCodes = lines.map((line) => line.slice(0, 5));
    assert.deepEqual(postalCodes, [...postalCodes].sort());
    const keys = lines.map((line) => line.split('\t').slice(0, 2).join(' '));
    assert.equal(new Set(keys).size, keys.length);
    for (const line of lines) assert.match(line, /^\d{5}\t[\dAB]{5}\t[^\t]+\t(\d{2,3}|2[AB])\t[^\t]+\t-?\d+\.\d{4}\t-?\d+\.\d{4}\t[^\t]*$/);
  });

  it('lists the communes of a postal code as a French reader looks for them', () => {
    // By code points, Œ would come after Z, and é after z.
    assert.deepEqual(at('62130').map((r) => r.nom).filter((nom) => /^[HNŒOP]/.test(nom)), [
      'Hautecloque', 'Héricourt', 'Herlin-le-Sec', 'Herlincourt', 'Hernicourt', 'Huclier', 'Humerœuille', 'Humières',
      'Neuville-au-Cornet', 'Œuf-en-Ternois', 'Ostreville', 'Pierremont',
    ]);
  });

  it('has the other names and codes of a commune', () => {
    assert.deepEqual(at('75007')[0].aliases, ['75056', 'Paris 7e Arrondissement']);
    assert.deepEqual(at('01300', '01015')[0].aliases, ['01340', 'Arbignieu', 'Saint-Bois']);
    assert.deepEqual(at('13080')[0].aliases, ['LUYNES']);
    assert.deepEqual(at('35000')[0].aliases, []);
  });
});

describe('names', () => {
  it('meet whatever their accents, hyphens and abbreviations', () => {
    assert.equal(nameKey('St Étienne lez Œuf'), nameKey('Saint-Etienne-lès-Oeuf'));
    assert.equal(looseKey("L'Isle-d'Abeau"), looseKey('Isle Abeau'));
  });
});
