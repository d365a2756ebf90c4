import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller files gain nothing. */
const LEAST = 1024;
const WORDS = /\.(?:js|mjs|css|svg|json)$/;

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

/** Lays beside each file of text its brotli and its gzip form: packed once when the page is built, not at each request. */
export const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  // From the disk: what other plugins do to a bundle is over by then.
  async writeBundle({ dir = '.' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => WORDS.test(each))) {
      const file = join(dir, name);
      const source = await readFile(file);
      if (source.length < LEAST) continue;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
      };
      await writeFile(`${file}.br`, await brotli(source, { params }));
      await writeFile(`${file}.gz`, await zipped(source, { level: 9 }));
    }
  },
});
