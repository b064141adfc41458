// Usage: node build.mjs OUTDIR (or the variable SITE_OUTDIR). Writes OUTDIR/assets, OUTDIR/assets.properties, OUTDIR/communes.tsv,
// OUTDIR/departements.tsv, OUTDIR/map.tsv, OUTDIR/fonts.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetFolder } from './assets.mjs';
import { buildCommunes } from './communes.mjs';
import { buildDepartements } from './departements.mjs';
import { buildMap } from './map.mjs';
import { buildScript } from './script.mjs';
import { buildStylesheet } from './stylesheet.mjs';

const FAVICONS = ['favicon.svg', 'favicon.ico', 'apple-touch-icon.png'];

/** Builds the assets and what is drawn with them alone (the map); returns the sizes by extension. */
export function buildAssets(outdir) {
  const favicons = path.join(path.dirname(createRequire(import.meta.url).resolve('@gouvfr/dsfr/dist/dsfr.css')), 'favicon');
  const assets = new AssetFolder(outdir);
  assets.add('vismonjob.css', buildStylesheet(assets));
  assets.add('vismonjob.js', buildScript());
  const map = buildMap();
  assets.add('france.svg', map.svg);
  writeFileSync(path.join(outdir, 'map.tsv'), map.departements);
  for (const name of FAVICONS) assets.add(name, readFileSync(path.join(favicons, name)));
  writeFileSync(path.join(outdir, 'assets.properties'), assets.properties());
  return assets.sizes();
}

/** The fonts of the certificates: they have the letters of most European languages and more. */
function copyFonts(outdir) {
  mkdirSync(outdir, { recursive: true });
  for (const name of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    copyFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`), path.join(outdir, name));
  }
}

function report(sizes, communes, departements) {
  for (const [extension, { files, bytes, gzipped }] of Object.entries(sizes)) {
    console.log(`assets ${extension}: ${files} files, ${bytes} bytes, ${gzipped} compressed`);
  }
  console.log(`communes: ${communes.rows} rows, ${communes.communes} communes, ${communes.postalCodes} postal codes, ${communes.bytes} bytes`);
  console.log(`départements: ${departements.rows} rows, ${departements.bytes} bytes`);
  for (const [source, count] of Object.entries(communes.counts)) {
    console.log(`  placed by ${source}: ${count} (${((100 * count) / communes.communes).toFixed(1)} %)`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outdir = process.argv[2] ?? process.env.SITE_OUTDIR;
  if (!outdir) {
    console.error('usage: node build.mjs OUTDIR');
    process.exit(2);
  }
  mkdirSync(outdir, { recursive: true });
  copyFonts(path.join(outdir, 'fonts'));
  report(
    buildAssets(outdir),
    buildCommunes(path.join(outdir, 'communes.tsv')),
    buildDepartements(path.join(outdir, 'departements.tsv')),
  );
}
