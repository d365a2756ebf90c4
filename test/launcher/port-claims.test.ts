import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitOf, ROOT } from './support';

const MODULE = pathToFileURL(join(ROOT, 'apps/launcher/run/ports.mjs')).href;

let folder: string;
let running: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-ports-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(running.map(exitOf));
  rmSync(folder, { recursive: true, force: true });
});

/** A process that chooses a port and stays; what it says first is the port, or why it has none. */
async function choose(setting: string, host?: string): Promise<string> {
  const code = `import { choosePort } from ${JSON.stringify(MODULE)};
    process.on('SIGTERM', () => process.exit(0));
    setInterval(() => {}, 1000);
    await choosePort(...${JSON.stringify([setting, host])}).then(({ port }) => console.log(port), (error) => console.log(error.message));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return line.toString().trim();
}
const endLast = async (signal: NodeJS.Signals): Promise<void> => {
  const child = running.at(-1);
  if (!child) throw new Error('nothing runs');
  child.kill(signal);
  await exitOf(child);
};
/** Where the choices of this user are noted. */
const notes = (): string => join(folder, `fuhan-ports-${process.getuid?.() ?? 'user'}`);

async function listening(port: number, host: string): Promise<Server> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  return server;
}
const free = async (): Promise<number> => {
  const server = await listening(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('the port of a clone', () => {
  it('should be passed over by another clone, which does not listen on it yet either', async () => {
    const wanted = String(await free());
    await choose(wanted);
    expect(Number(await choose(wanted))).toBeGreaterThan(Number(wanted));
  });

  it('should be anybody’s again after its clone was killed with -9', async () => {
    const wanted = String(await free());
    await choose(wanted);
    await endLast('SIGKILL');
    expect(await choose(wanted)).toBe(wanted);
  });

  it('should be noted no longer when its clone has ended in order', async () => {
    await choose(String(await free()));
    await endLast('SIGTERM');
    expect(readdirSync(notes())).toEqual([]);
  });

  it('should be noted where nobody else can write', async () => {
    await choose(String(await free()));
    expect(statSync(notes()).mode & 0o777).toBe(0o700);
  });

  it('should not be kept by a note that names nobody', async () => {
    const wanted = await free();
    mkdirSync(notes(), { mode: 0o700 });
    writeFileSync(join(notes(), String(wanted)), '');
    expect(await choose(String(wanted))).toBe(String(wanted));
  });

  it('should be another one when somebody listens on all addresses', async () => {
    const stranger = await listening(0, '0.0.0.0');
    const { port } = stranger.address() as AddressInfo;
    const chosen = Number(await choose(String(port), '127.0.0.1'));
    stranger.close();
    expect(chosen).toBeGreaterThan(port);
  });

  it('should be another one when we want all addresses and somebody has one of them', async () => {
    const stranger = await listening(0, '127.0.0.1');
    const { port } = stranger.address() as AddressInfo;
    const chosen = Number(await choose(String(port), '0.0.0.0'));
    stranger.close();
    expect(chosen).toBeGreaterThan(port);
  });

  it('should be asked for in one sentence when there is none left', async () => {
    await choose('65535');
    expect(await choose('65535')).toBe('从 65535 起的 200 个端口都被占用。请把 PORT 设成一个空闲的端口。');
  });
});
