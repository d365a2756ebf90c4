import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from './processes.mjs';

const NAME = 'fuhan-watchdog';

/**
 * Waits until its standard input ends — which it does even when we are killed with -9 — and stops the server,
 * unless another process of ours still uses it: everyone who uses the server has a file under users/, named after its watchdog.
 * It talks to the postmaster by signals, so it needs neither pg_ctl nor another user: INT is a fast stop, QUIT an immediate one.
 */
const SCRIPT = `
dir=$1
trap '' INT TERM HUP
cat >/dev/null
alive() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\\0' ' ' <"/proc/$1/cmdline" | grep -q "$2"
  elif [ -d /proc/self ]; then return 1
  else ps -o args= -p "$1" 2>/dev/null | grep -q "$2"; fi
}
tries=0
until mkdir "$dir/lock" 2>/dev/null; do
  [ -d "$dir" ] || break
  holder=$(cat "$dir/lock/pid" 2>/dev/null)
  if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$dir/lock"; continue; fi
  tries=$((tries + 1))
  if [ "$tries" -gt 600 ]; then rm -rf "$dir/lock"; fi
  sleep 0.05
done
echo $$ >"$dir/lock/pid" 2>/dev/null
rm -f "$dir/users/$$"
for user in "$dir"/users/*; do
  [ -e "$user" ] || continue
  if alive "\${user##*/}" ${NAME}; then rm -rf "$dir/lock"; exit 0; fi
  rm -f "$user"
done
pid=$(head -n 1 "$dir/data/postmaster.pid" 2>/dev/null)
if [ -n "$pid" ] && alive "$pid" postgres; then
  kill -INT "$pid"
  waited=0
  while [ -e "$dir/data/postmaster.pid" ] && kill -0 "$pid" 2>/dev/null; do
    waited=$((waited + 1))
    [ "$waited" -eq 60 ] && kill -QUIT "$pid"
    [ "$waited" -gt 300 ] && break
    sleep 0.025
  done
fi
rm -rf "$dir/lock"
`;

/** Starts the watchdog of this process over the server in `dir`; `release()` lets it do its work and waits for it. */
export function startWatchdog(dir) {
  const args = ['-c', SCRIPT, NAME, dir];
  // Detached: the Ctrl-C of a terminal goes to the whole group of processes and must not reach it.
  const child = spawn('/bin/sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const lease = path.join(dir, 'users', String(child.pid));
  fs.mkdirSync(path.dirname(lease), { recursive: true });
  fs.writeFileSync(lease, '');
  child.unref();
  child.stdin.unref();
  return {
    async release() {
      if (!isAlive(child.pid)) return runOnce(dir);
      child.ref();
      child.stdin.end();
      await exited;
    },
  };
}

/** The watchdog itself was killed: do its work now. */
async function runOnce(dir) {
  const child = spawn('/bin/sh', ['-c', SCRIPT, NAME, dir], { stdio: 'ignore', cwd: '/' });
  await new Promise((resolve) => child.once('exit', resolve));
}

/** The pids of the living watchdogs over `dir`. */
export function usersOf(dir) {
  const folder = path.join(dir, 'users');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .map(Number)
    .filter((pid) => isAlive(pid) && commandOf(pid).includes(NAME));
}
