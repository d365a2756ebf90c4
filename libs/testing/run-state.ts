import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface RunState {
  server?: ChildProcess & { stdin: Writable; stdout: Readable };
}

/** Shared by global set-up and tear-down, which Jest loads as separate modules of one process. */
export const runState: RunState = ((globalThis as { fuhanTestRun?: RunState }).fuhanTestRun ??= {});
