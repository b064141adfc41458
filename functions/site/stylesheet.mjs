// Makes one stylesheet of the parts of DSFR in use (selection.mjs) and our own rules (src/vismonjob.css).

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { COMPONENTS, FONTS, ICONS, isUsed } from './selection.mjs';

const DSFR = path.dirname(createRequire(import.meta.url).resolve('@gouvfr/dsfr/dist/dsfr.css'));
const OWN = fileURLToPath(new URL('src/vismonjob.css', import.meta.url));

const LICENCE = '/*! DSFR VERSION | SPDX-License-Identifier: Etalab-2.0 | restricted use (see terms and conditions) */\n';

/** DSFR draws its borders as gradients from a colour to itself, four at a time. Shortening them saves a tenth of the sheet. */
const PLAIN_GRADIENT = /linear-gradient\((?:\d+deg,)?(var\(--[\w-]+\)|\w+|#[0-9a-f]{3,6}),\1\)/gi;

/** Returns the stylesheet's text; the files that it names are added to `assets`. */
export function buildStylesheet(assets) {
  const style = postcss.root();
  for (const [sheet, file] of dsfrSheets()) {
    const part = read(file);
    if (sheet === 'icons') keepIcons(part);
    keepUsed(part, sheet);
    style.append(part);
  }
  style.append(read(OWN));

  followSystemScheme(style);
  keepFonts(style);
  dropUnusedProperties(style);
  dropDoubledMasks(style);
  dropEmpty(style);
  nameFiles(style, assets);
  return licence() + compact(style);
}

function dsfrSheets() {
  const component = (name, kind) => [name, path.join(DSFR, 'component', name, `${name}.${kind}.min.css`)];
  return [
    ['core', path.join(DSFR, 'core/core.main.min.css')],
    ['scheme', path.join(DSFR, 'scheme/scheme.min.css')],
    ...COMPONENTS.map((name) => component(name, 'main')),
    ['icons', path.join(DSFR, 'utility/icons/icons.main.min.css')],
    ['core', path.join(DSFR, 'core/core.print.min.css')],
    ...COMPONENTS.map((name) => component(name, 'print')).filter(([, file]) => existsSync(file)),
  ];
}

function licence() {
  const { version } = JSON.parse(readFileSync(path.join(DSFR, '../package.json'), 'utf8'));
  return LICENCE.replace('VERSION', `v${version}`);
}

function read(file) {
  const root = postcss.parse(readFileSync(file, 'utf8'), { from: file });
  root.walkComments((comment) => { comment.remove(); });
  root.walkAtRules('charset', (rule) => { rule.remove(); });
  // Relative names are relative to the sheet in which they stand, so make them absolute before joining the sheets.
  root.walkDecls((decl) => {
    decl.value = decl.value.replace(/url\((["']?)(?!data:|["'])(.*?)\1\)/g, (_, __, name) => `url(${path.resolve(path.dirname(file), name)})`);
  });
  return root;
}

function keepIcons(root) {
  const wanted = new Set(ICONS.map((name) => `.fr-icon-${name}`));
  const found = new Set();
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => wanted.has(selector.replace(/::?(before|after)$/, '')));
    for (const selector of kept) found.add(selector.replace(/::?(before|after)$/, ''));
    if (kept.length > 0) rule.selectors = kept;
    else rule.remove();
  });
  const missing = [...wanted].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`DSFR has no icon ${missing.join(', ')}: see selection.mjs`);
}

function keepUsed(root, sheet) {
  root.walkRules((rule) => {
    if (rule.parent.name === 'keyframes') return;
    const kept = rule.selectors.filter((selector) => isUsed(selector, sheet));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
}

/** DSFR's script turns `data-fr-scheme=system` into a theme; without script, a media query on the same attribute does. */
function followSystemScheme(root) {
  root.walkRules(/data-fr-theme/, (rule) => {
    const conditions = [];
    for (let parent = rule.parent; parent.type !== 'root'; parent = parent.parent) conditions.unshift(parent.params);
    // DSFR's own rules for forced colours follow the system already.
    if (conditions.some((condition) => condition.includes('prefers-color-scheme'))) {
      rule.remove();
      return;
    }
    const dark = postcss.atRule({ name: 'media', params: 'screen and (prefers-color-scheme:dark)' });
    const scoped = rule.clone({ selector: rule.selector.replaceAll('[data-fr-theme=dark]', '[data-fr-scheme=system]') });
    dark.append(scoped);
    rule.replaceWith(dark);
  });
}

function keepFonts(root) {
  root.walkAtRules('font-face', (face) => {
    const name = FONTS.find((font) => face.toString().includes(`/${font}`));
    if (!name) {
      face.remove();
      return;
    }
    face.walkDecls('src', (src) => { src.value = `url(${path.join(DSFR, 'fonts', name)}) format("woff2")`; });
  });
}

/** Custom properties that no rule reads, directly or through others. */
function dropUnusedProperties(root) {
  for (let dropped = true; dropped;) {
    dropped = false;
    const read = new Set();
    root.walkDecls((decl) => {
      for (const [, name] of decl.value.matchAll(/var\(\s*(--[\w-]+)/g)) if (name !== decl.prop) read.add(name);
    });
    root.walkDecls(/^--/, (decl) => {
      if (read.has(decl.prop)) return;
      decl.remove();
      dropped = true;
    });
  }
}

/** Every browser reads `-webkit-mask-*` (the standard makes it an alias); DSFR writes both. */
function dropDoubledMasks(root) {
  root.walkDecls(/^mask-/, (decl) => {
    if (decl.parent.some((other) => other.prop === `-webkit-${decl.prop}` && other.value === decl.value)) decl.remove();
  });
}

function dropEmpty(root) {
  root.walkRules((rule) => { if (rule.nodes.length === 0) rule.remove(); });
  for (let again = true; again;) {
    again = false;
    root.walkAtRules((rule) => {
      if (rule.name === '-moz-document' || rule.nodes?.length === 0) {
        rule.remove();
        again = true;
      }
    });
  }
}

/** Every `url()` becomes the hashed name of a file beside the stylesheet; the policy of our pages refuses `data:`. */
function nameFiles(root, assets) {
  const embedded = new Map();
  root.walkDecls((decl) => {
    decl.value = decl.value
      .replace(/url\((["'])data:image\/svg\+xml;[^,]*,(.*?)\1\)/g, (_, __, data) => {
        const svg = decodeURIComponent(data);
        if (!embedded.has(svg)) embedded.set(svg, `dsfr-${String(embedded.size + 1).padStart(2, '0')}.svg`);
        return `url(${assets.add(embedded.get(svg), svg)})`;
      })
      .replace(/url\((\/.*?)\)/g, (_, file) => `url(${assets.add(path.basename(file), readFileSync(file))})`);
  });
}

function compact(root) {
  root.walk((node) => {
    node.raws.before = '';
    if (node.type !== 'decl') node.raws.after = '';
    if (node.type === 'decl') {
      node.raws.between = ':';
      node.value = node.value.replace(/\s*\n\s*/g, ' ').replace(/,\s+/g, ',').replace(PLAIN_GRADIENT, 'linear-gradient($1 0 0)');
    } else {
      node.raws.between = '';
      node.raws.semicolon = false;
    }
    if (node.type === 'rule') node.selector = node.selector.replace(/\s*\n\s*/g, '').replace(/\s*([,>+~])\s*/g, '$1');
    if (node.type === 'atrule') node.params = node.params.replace(/:\s+/g, ':');
  });
  return mergeMedia(root).toString();
}

/** Neighbouring blocks under the same condition become one. */
function mergeMedia(root) {
  for (const node of [...root.nodes]) {
    const previous = node.prev();
    if (node.type === 'atrule' && node.name === 'media' && previous?.name === 'media' && previous.params === node.params) {
      previous.append(node.nodes);
      node.remove();
    }
  }
  return root;
}
