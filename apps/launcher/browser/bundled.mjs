import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { withLock } from '../postgres/lock.mjs';
import { withProgress } from '../prepare/progress.mjs';
import { inRoot } from '../prepare/project.mjs';
import { unpackTar } from './tar.mjs';

const decompress = promisify(brotliDecompress);
const require = createRequire(import.meta.url);

/**
 * The browser that lies inside an npm package (Linux on x64 only), unpacked once, with the system libraries it needs on a bare machine.
 *
 * @returns {Promise<{executable: string, env: Record<string, string>, bundled: boolean} | undefined>}
 */
export async function bundledBrowser() {
  const packed = packedFolder();
  if (!packed) return undefined;
  const version = JSON.parse(fs.readFileSync(path.join(packed, '..', 'package.json'), 'utf8')).version;
  const place = inRoot('.data', 'chromium', version);
  if (!fs.existsSync(place)) {
    await withLock(inRoot('.data', 'chromium.lock'), async () => {
      if (!fs.existsSync(place)) await withProgress('正在解开测试用的浏览器', () => unpack(packed, place));
    });
  }
  const libraries = [path.join(place, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executable: path.join(place, 'chromium'), env: { LD_LIBRARY_PATH: libraries }, bundled: true };
}

function packedFolder() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    return path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin');
  } catch {
    return undefined;
  }
}

async function unpack(packed, place) {
  const half = `${place}.half`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { recursive: true });
  const read = async (name) => decompress(fs.readFileSync(path.join(packed, name)));
  fs.writeFileSync(path.join(half, 'chromium'), await read('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023.tar.br', 'swiftshader.tar.br']) unpackTar(await read(name), half);
  fs.renameSync(half, place);
}
