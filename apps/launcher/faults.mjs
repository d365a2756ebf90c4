import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { guarded } from './guarded.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot, quietNode, root } from './prepare/project.mjs';
import { noArguments } from './run/arguments.mjs';

/*
 * `npm run faults`: the program in several processes while they and all they stand on are killed (test/faults). Its last lines are the
 * verdicts, one for each place the queue can live in; its exit status says whether all of them are clean.
 */
const verdicts = inRoot('.data', `faults-${process.pid}.txt`);

await guarded(async () => {
  noArguments('faults', process.argv.slice(2));
  await ensureInstalled();
  await ensureBuilt({ only: 'server' });
  fs.mkdirSync(inRoot('.data'), { recursive: true });
  fs.writeFileSync(verdicts, '');
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const config = inRoot('test', 'faults', 'jest.config.cjs');
  const child = spawn(process.execPath, [...quietNode, jest, '--config', config, '--runInBand'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'test', FUHAN_FAULTS_VERDICT: verdicts },
    // Jest tells its progress on standard error; one stream keeps its lines in order before the verdicts.
    stdio: ['ignore', 1, 1],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const status = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const lines = fs.readFileSync(verdicts, 'utf8').trim().split('\n').sort().reverse();
  process.stdout.write(`\n${lines.join('\n')}\n`);
  fs.rmSync(verdicts);
  process.exitCode = status;
});
