import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LauncherError } from '../errors.mjs';
import { readableCopy } from './binaries.mjs';

const UNSHARE = ['--user', '--map-user=1000', '--map-group=1000'];

/**
 * As whom the server runs, and where: PostgreSQL refuses to run as root.
 * An ordinary user runs it directly. Root runs it in a user namespace of its own, where the files stay root's; where such namespaces
 * are forbidden (containers), as the user `postgres` or `nobody`, who must be able to reach binaries and data.
 *
 * @returns {{mode: string, native: string, dir: string, command(name: string, args: string[]): [string, string[], object], own(file: string): void}}
 */
export function chooseIdentity(native, dir, log) {
  if (process.geteuid?.() !== 0) return direct(native, dir);
  const owner = fs.statSync(path.join(dir, 'data'), { throwIfNoEntry: false })?.uid ?? 0;
  if (owner !== 0)
    return asUser(native, dir, { uid: owner, gid: fs.statSync(path.join(dir, 'data')).gid }, log);
  if (process.env.FUHAN_NO_USERNS !== '1' && namespaceWorks(native, dir)) return inNamespace(native, dir);
  return asUser(native, dir, unprivilegedUser(), log);
}

const direct = (native, dir) => ({
  mode: 'direct',
  native,
  dir,
  command: (name, args) => [path.join(native, 'bin', name), args, {}],
  own() {},
});

const inNamespace = (native, dir) => ({
  mode: 'userns',
  native,
  dir,
  command: (name, args) => ['unshare', [...UNSHARE, path.join(native, 'bin', name), ...args], {}],
  own() {},
});

/** One probe for both questions: may we make a namespace, and does its user reach binaries and data? */
function namespaceWorks(native, dir) {
  const script = '"$0" --version && test -w "$1" && test -x "$1"';
  const probe = ['/bin/sh', '-c', script, path.join(native, 'bin', 'postgres'), dir];
  return spawnSync('unshare', [...UNSHARE, ...probe], { cwd: '/' }).status === 0;
}

function asUser(native, dir, ids, log) {
  const runnable = path.join(native, 'bin', 'postgres');
  const place =
    spawnSync(runnable, ['--version'], { ...ids, cwd: '/' }).status === 0 ? native : readableCopy(native);
  const home = reachable(dir, ids) ? dir : elsewhere(dir, log);
  const own = (file) => ownAll(file, ids);
  fs.chownSync(home, ids.uid, ids.gid);
  if (fs.existsSync(path.join(home, 'data'))) own(path.join(home, 'data'));
  return {
    mode: `uid ${ids.uid}`,
    native: place,
    dir: home,
    command: (name, args) => [path.join(place, 'bin', name), args, ids],
    own,
  };
}

const reachable = (dir, ids) =>
  spawnSync('test', ['-x', path.dirname(dir)], { ...ids, cwd: '/' }).status === 0;

/** Always the same place for the same clone, so that the data are found again. */
function elsewhere(dir, log) {
  const name = `fuhan-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', os.tmpdir()]) {
    const place = path.join(parent, name);
    try {
      fs.mkdirSync(place, { recursive: true, mode: 0o700 });
    } catch {
      continue;
    }
    if (fs.statSync(place).uid !== 0 && parent === os.tmpdir() && !fs.existsSync(path.join(place, 'secret')))
      continue;
    log(
      `PostgreSQL 不能以 root 运行，而数据目录 ${dir} 别的用户进不去，数据改放在 ${place}。要自己指定位置，请设置 DATA_DIR。`,
    );
    return place;
  }
  throw new LauncherError(
    `PostgreSQL 不能以 root 运行，而数据目录 ${dir} 别的用户进不去。请把 DATA_DIR 设到其他用户可以进入的目录。`,
  );
}

function unprivilegedUser() {
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!found)
    throw new LauncherError(
      'PostgreSQL 不能以 root 运行，本机也没有可用的普通用户。请换一个普通用户启动，或设置 DATABASE_URL。',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function ownAll(file, ids) {
  const stat = fs.lstatSync(file);
  if (stat.uid !== ids.uid) fs.lchownSync(file, ids.uid, ids.gid);
  if (stat.isDirectory()) for (const entry of fs.readdirSync(file)) ownAll(path.join(file, entry), ids);
}
