import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const COMPRESSIBLE = new Set(['.css', '.js', '.svg', '.ico']);

/** The served files, named by their content so that a browser may keep them for ever. */
export class AssetFolder {
  #folder;
  #files = new Map();

  constructor(outdir) {
    this.#folder = path.join(outdir, 'assets');
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Writes `content` (and a `.gz` beside it where that saves a tenth) and returns its hashed name. */
  add(name, content) {
    const bytes = Buffer.from(content);
    const known = this.#files.get(name);
    if (known) {
      if (!known.bytes.equals(bytes)) throw new Error(`two different assets are called ${name}`);
      return known.hashedName;
    }
    const { name: stem, ext } = path.parse(name);
    const hashedName = `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`;
    writeFileSync(path.join(this.#folder, hashedName), bytes);
    let gzipped = bytes.length;
    if (COMPRESSIBLE.has(ext)) {
      const gz = gzipSync(bytes, { level: 9 });
      if (gz.length < bytes.length * 0.9) {
        writeFileSync(path.join(this.#folder, `${hashedName}.gz`), gz);
        gzipped = gz.length;
      }
    }
    this.#files.set(name, { hashedName, bytes, gzipped });
    return hashedName;
  }

  /** `name=hashed name`, sorted, one a line. */
  properties() {
    return [...this.#files].map(([name, { hashedName }]) => `${name}=${hashedName}\n`).sort().join('');
  }

  /** Number of files and bytes, plain and compressed, by extension. */
  sizes() {
    const sizes = {};
    for (const [name, { bytes, gzipped }] of this.#files) {
      const size = (sizes[path.extname(name)] ??= { files: 0, bytes: 0, gzipped: 0 });
      size.files++;
      size.bytes += bytes.length;
      size.gzipped += gzipped;
    }
    return sizes;
  }
}
