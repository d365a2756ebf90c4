import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { guarded } from './guarded.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot, quietNode, root } from './prepare/project.mjs';
import { onlyNames } from './run/arguments.mjs';

/*
 * `npm run bench`: start times of the real program, then the figures of test/bench. Nothing is asserted; read the lines `figure: …`.
 */
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const exited = (child) => new Promise((resolve) => child.once('exit', resolve));

/** Milliseconds from `npm start` (its launcher) to the first page, on this data folder. */
async function startTime(dataDir) {
  const from = performance.now();
  const child = spawn(process.execPath, [...quietNode, inRoot('apps', 'launcher', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = exited(child);
  let printed = '';
  child.stdout.on('data', (bytes) => (printed += bytes));
  while (!/http:\/\/\S+/.test(printed)) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    await sleep(10);
  }
  const [url] = /http:\/\/[\w.:]+/.exec(printed);
  await (await fetch(`${url}/login`)).text();
  const took = performance.now() - from;
  child.kill('SIGTERM');
  await ended;
  return took;
}

async function startTimes() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'fuhan-bench-'));
  try {
    const empty = await startTime(dataDir);
    const warm = [];
    for (let i = 0; i < 3; i++) warm.push(await startTime(dataDir));
    console.log(`figure: first page, empty data folder (with the demo) = ${(empty / 1000).toFixed(2)} s`);
    console.log(
      `figure: first page, data there, median of 3 = ${(warm.sort((a, b) => a - b)[1] / 1000).toFixed(2)} s`,
    );
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

await guarded(async () => {
  onlyNames('bench', process.argv.slice(2));
  await ensureInstalled();
  await ensureBuilt();
  console.log(`${os.cpus().length} cores, ${os.cpus()[0]?.model}, Node ${process.version}`);
  await startTimes();
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const config = inRoot('test', 'bench', 'jest.config.cjs');
  const child = spawn(
    process.execPath,
    [...quietNode, jest, '--config', config, '--runInBand', ...process.argv.slice(2)],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'test' },
      stdio: 'inherit',
    },
  );
  process.exitCode = (await exited(child)) ?? 1;
});
