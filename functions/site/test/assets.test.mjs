import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import postcss from 'postcss';
import { buildAssets } from '../build.mjs';
import { ICONS } from '../selection.mjs';

const folders = [];
function build() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'site-'));
  folders.push(folder);
  buildAssets(folder);
  return folder;
}

const outdir = build();
const names = new Map(readFileSync(path.join(outdir, 'assets.properties'), 'utf8').trim().split('\n').map((line) => line.split('=')));
const asset = (name) => readFileSync(path.join(outdir, 'assets', names.get(name)), 'utf8');
const css = asset('vismonjob.css');
const style = postcss.parse(css);
const classes = new Set(css.match(/\.(fr|vmj)-[\w-]+/g).map((name) => name.slice(1)));

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the stylesheet', () => {
  it('holds no data: URL and no address of another host', () => {
    assert.doesNotMatch(css, /data:/);
    assert.doesNotMatch(css, /url\([^)]*\/\//);
    assert.doesNotMatch(css, /@import/);
  });

  it('names only files that lie beside it', () => {
    const files = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, file]) => file);
    assert.ok(files.length > 50);
    for (const file of files) assert.ok(existsSync(path.join(outdir, 'assets', file)), file);
  });

  it('follows the dark scheme of the system without a script', () => {
    assert.doesNotMatch(css, /data-fr-theme/);
    assert.match(css, /@media screen and \(prefers-color-scheme:dark\)\{:root\[data-fr-scheme=system\]\{--grey-1000-50:#161616/);
  });

  it('has a mask for each icon of the selection', () => {
    for (const icon of ICONS) assert.match(css, new RegExp(`\\.fr-icon-${icon}:+before\\{-webkit-mask-image:url`), icon);
  });

  it('reads no custom property in our own rules that nothing sets', () => {
    const own = readFileSync(new URL('../src/vismonjob.css', import.meta.url), 'utf8');
    const set = new Set();
    style.walkDecls(/^--/, (decl) => { set.add(decl.prop); });
    for (const [, name] of own.matchAll(/var\((--[\w-]+)/g)) assert.ok(set.has(name), name);
  });

  it('stays under 160 kB, and 25 kB compressed', () => {
    assert.ok(css.length < 160_000, `${css.length}`);
    const compressed = readFileSync(path.join(outdir, 'assets', `${names.get('vismonjob.css')}.gz`));
    assert.ok(compressed.length < 25_000, `${compressed.length}`);
    assert.equal(gunzipSync(compressed).toString(), css);
  });

  it('knows every DSFR class that the templates use', () => {
    // Classes that mark up the page for DSFR without a rule of their own, or whose rules need a script.
    const unstyled = new Set(['fr-header__body', 'fr-collapse', 'fr-scheme', 'fr-theme', 'fr-steps', 'fr-current-step']);
    const missing = templates(fileURLToPath(new URL('../../src/main', import.meta.url)))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?<![\w-])fr-[a-z0-9_-]*[a-z0-9](?![\w-]|\$\{)/g)].map(([name]) => name))
      .filter((name) => !classes.has(name) && !unstyled.has(name));
    assert.deepEqual([...new Set(missing)], [], 'extend selection.mjs, or the list of this test');
  });
});

function templates(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.jte')).map((file) => path.join(folder, file));
}

describe('the script', () => {
  it('stays under 3 kB and evaluates nothing', () => {
    const script = asset('vismonjob.js');
    assert.ok(script.length < 3_000, `${script.length}`);
    assert.doesNotMatch(script, /eval|innerHTML|Function\(|\.style\b/);
  });
});

describe('the folder', () => {
  it('has a hashed file for each name', () => {
    assert.ok(names.has('Marianne-Regular.woff2') && names.has('favicon.svg') && names.has('vismonjob.js'));
    for (const [name, hashed] of names) {
      const { name: stem, ext } = path.parse(name);
      assert.match(hashed, new RegExp(`^${stem}\\.[0-9a-f]{8}\\${ext}$`));
      assert.ok(existsSync(path.join(outdir, 'assets', hashed)));
    }
  });

  it('is the same after a second build', () => {
    const again = build();
    const list = (folder) => readdirSync(path.join(folder, 'assets')).sort();
    assert.deepEqual(list(again), list(outdir));
    for (const file of list(outdir)) {
      assert.ok(readFileSync(path.join(again, 'assets', file)).equals(readFileSync(path.join(outdir, 'assets', file))), file);
    }
    assert.equal(readFileSync(path.join(again, 'assets.properties'), 'utf8'), readFileSync(path.join(outdir, 'assets.properties'), 'utf8'));
  });
});
