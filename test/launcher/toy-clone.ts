import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './support';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
  /** The last line on standard error: the sentence. */
  readonly sentence: string;
}

interface Call {
  readonly tool: string;
  readonly args: string[];
  readonly nodeEnv?: string;
}

export type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const TOOLS = {
  '@nestjs/cli/bin/nest.js': 'compiler.cjs',
  'vite/bin/vite.js': 'compiler.cjs',
  'jest/bin/jest.js': 'jest.cjs',
} as const;

/**
 * A clone with the real launcher and nothing else that is real: packages, compilers and Jest are a few lines each (`toy/`),
 * which note that they were called. What the launcher decides is seen in milliseconds.
 */
export class ToyClone {
  readonly root = mkdtempSync(join(tmpdir(), 'fuhan 玩具-'));

  constructor() {
    cpSync(join(ROOT, 'apps/launcher'), join(this.root, 'apps/launcher'), { recursive: true });
    cpSync(join(__dirname, 'toy'), join(this.root, 'toy'), { recursive: true });
    // The name by which the launcher knows an npm that started it.
    this.write('toy/npm-cli.js', `require('./npm-cli.cjs');\n`);
    for (const [place, program] of Object.entries(TOOLS))
      this.write(`packages/${place}`, `require(${JSON.stringify(join(this.root, 'toy', program))});\n`);
    this.lock({ 'node_modules/one': { version: '1.0.0' } });
  }

  path(file: string): string {
    return join(this.root, file);
  }

  write(file: string, text: string | Uint8Array, mode = 0o644): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text, { mode });
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  /** What the lock file asks for. */
  lock(packages: Packages): void {
    this.write('package-lock.json', JSON.stringify({ packages: { '': { name: 'fuhan' }, ...packages } }));
  }

  /** What an `npm ci` by hand has put there. */
  installedByHand(packages: Packages): void {
    cpSync(this.path('packages'), this.path('node_modules'), { recursive: true });
    this.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  }

  /** The sources of both parts. */
  withSources(): this {
    for (const file of ['apps/server/main.ts', 'apps/cli/main.ts', 'libs/kernel/index.ts'])
      this.write(file, 'export {};\n');
    this.write('apps/web/index.html', '<!doctype html>\n');
    this.write('apps/web/src/main.tsx', 'export {};\n');
    return this;
  }

  /** Runs one program of the launcher. */
  run(program: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const child = spawn(process.execPath, [this.path(`apps/launcher/${program}.mjs`), ...args], {
      cwd: this.root,
      env: { ...this.environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((done) =>
      child.once('close', (status) =>
        done({
          status,
          out: out.trim(),
          errors: errors.trim(),
          sentence: errors.trim().split('\n').at(-1) ?? '',
        }),
      ),
    );
  }

  /** Nothing of the run these tests belong to. */
  private environment(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env;
    mkdirSync(this.path('tmp'), { recursive: true });
    return { PATH, HOME, TMPDIR: this.path('tmp'), npm_execpath: this.path('toy/npm-cli.js') };
  }

  calls(tool?: string): Call[] {
    if (!this.has('calls.jsonl')) return [];
    const calls = this.read('calls.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Call);
    return calls.filter((call) => tool === undefined || call.tool === tool);
  }

  /** The tools called since the last look, in the order of their names. */
  news(): string[] {
    const names = this.calls().map((call) => call.tool);
    rmSync(this.path('calls.jsonl'), { force: true });
    return names.sort();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
