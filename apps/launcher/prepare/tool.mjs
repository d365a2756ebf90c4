import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGTERM')));

/**
 * Runs a program of the tool chain quietly; what it prints goes to `log`.
 *
 * @returns {Promise<{status: number, output: string}>} status -1 when it could not be started at all.
 */
export function runTool(command, args, { log, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const done = (status) => {
      children.delete(child);
      fs.mkdirSync(path.dirname(log), { recursive: true });
      fs.writeFileSync(log, output);
      resolve({ status, output });
    };
    child.on('error', (error) => {
      output += error.message;
      done(-1);
    });
    child.on('close', (status) => done(status ?? 1));
  });
}

/** The last lines of a long output, without colours. */
export const tail = (output, lines = 25) =>
  output
    .replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .join('\n');
