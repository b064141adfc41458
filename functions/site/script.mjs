import { readFileSync } from 'node:fs';

/** Our script without its comments and indentation: what is left is small enough not to need a minifier. */
export function buildScript() {
  return readFileSync(new URL('src/vismonjob.js', import.meta.url), 'utf8')
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/^\s+/gm, '');
}
