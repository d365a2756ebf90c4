import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LauncherError } from '../errors.mjs';
import { withLock } from '../postgres/lock.mjs';
import { withProgress } from './progress.mjs';
import { inRoot, root } from './project.mjs';
import { runTool, tail } from './tool.mjs';

const COMMON = ['package-lock.json', 'tsconfig.json'];

const parts = [
  {
    name: 'server',
    label: '正在编译服务端',
    sources: ['apps/server', 'apps/cli', 'libs', 'nest-cli.json', 'tsconfig.build.json', ...COMMON],
    skip: (file) => file.endsWith('.test.ts') || file.split(path.sep).includes('testing'),
    exists: () => ['apps/server/main.ts', 'apps/cli/main.ts'].some((file) => fs.existsSync(inRoot(file))),
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    before: removeOrphans,
  },
  {
    name: 'web',
    label: '正在编译页面',
    sources: ['apps/web', ...COMMON],
    skip: (file) => /\.test\.tsx?$/.test(file),
    exists: () => fs.existsSync(inRoot('apps/web/index.html')),
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      'apps/web',
      '--outDir',
      inRoot('dist', 'web'),
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    before() {},
  },
];

/**
 * Builds what has changed since its last build, server and web at the same time.
 *
 * @returns {Promise<string[]>} the names of the parts built now.
 */
export async function ensureBuilt({ only, force = false } = {}) {
  const wanted = parts.filter((part) => part.exists() && (!only || only === part.name));
  const isStale = (part) => force || !isCurrent(part);
  if (!wanted.some(isStale)) return [];
  return withLock(inRoot('.data', 'build.lock'), async () => {
    const stale = wanted.filter(isStale);
    const results = await Promise.allSettled(stale.map(build));
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    return stale.map(({ name }) => name);
  });
}

const stampFile = (part) => inRoot('dist', `.built-${part.name}`);

function isCurrent(part) {
  const stamp = stampFile(part);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digestOf(part);
}

async function build(part) {
  // Taken before: a file changed while the compiler runs must lead to another build.
  const digest = digestOf(part);
  fs.rmSync(stampFile(part), { force: true });
  part.before();
  const log = inRoot('.data', `build-${part.name}.log`);
  const [program, ...args] = part.command;
  const env = { NODE_ENV: 'production' };
  await withProgress(part.label, async () => {
    const { status, output } = await runTool(process.execPath, [inRoot(program), ...args], { log, env });
    if (status === 0) return;
    throw new LauncherError(
      `${part.label.slice(2)}没有通过，请先改正上面的错误（全部输出见 ${log}）。`,
      tail(output),
    );
  });
  fs.mkdirSync(inRoot('dist'), { recursive: true });
  fs.writeFileSync(stampFile(part), digest);
}

/** Names, sizes and times of all sources: quick to take, and different after every edit. */
function digestOf(part) {
  const hash = createHash('sha256');
  for (const source of part.sources) {
    for (const [file, stat] of filesUnder(source)) {
      if (!part.skip(file)) hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function* filesUnder(relative) {
  const stat = fs.statSync(inRoot(relative), { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    yield [relative, stat];
    return;
  }
  for (const entry of fs.readdirSync(inRoot(relative)).sort()) {
    if (entry !== 'node_modules' && entry !== 'dist') yield* filesUnder(path.join(relative, entry));
  }
}

/** The compiler works step by step and never removes what a deleted source once gave. */
function removeOrphans() {
  for (const folder of ['apps', 'libs']) {
    for (const [file] of filesUnder(path.join('dist', folder))) {
      const match = /^dist.(.*?)\.(?:js|js\.map|d\.ts)$/.exec(file);
      if (
        match &&
        !['.ts', '.tsx', '.json'].some((ending) => fs.existsSync(path.join(root, match[1] + ending)))
      ) {
        fs.rmSync(inRoot(file), { force: true });
      }
    }
  }
  // Without all of its output the compiler's memory of it would be wrong.
  if (!fs.existsSync(inRoot('dist', 'libs'))) fs.rmSync(inRoot('dist', '.tsbuildinfo'), { force: true });
}
