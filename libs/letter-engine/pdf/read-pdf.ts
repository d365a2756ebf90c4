import { type ErrorCode, FuhanError } from '@fuhan/kernel';
import { Worker } from 'node:worker_threads';
import { projectPath } from '../project-root';
import type { PdfSource } from './pdf-source';

/** How large a PDF may be; a letter of 40 pages has less than 1 MB. */
export const MAX_PDF_BYTES = 40 * 2 ** 20;
export const MAX_PDF_PAGES = 200;

export interface PdfReaderOptions {
  /** After so many milliseconds a file's thread is ended; its start is not the file's fault and not counted. Default 9 000. */
  readonly timeoutMs?: number;
  /** Memory a file's thread may take for its objects. Default 256 MB. */
  readonly heapMb?: number;
}
export interface PdfReader {
  /**
   * Reads a finished PDF, ours or anybody's. `file` only names it in errors: `letter.too-long`, `letter.pdf-broken`,
   * `letter.pdf-encrypted`, `letter.pdf-too-many-pages`, `letter.pdf-too-large`, `letter.pdf-timeout`.
   */
  read(bytes: Uint8Array, file?: string): Promise<PdfSource>;
  close(): Promise<void>;
}

type Fault = 'encrypted' | 'too-many-pages' | 'too-large' | 'broken';
interface Answer {
  readonly ready?: true;
  readonly source?: PdfSource;
  readonly fault?: Fault;
  readonly pages?: number;
}
const CODES: Readonly<Record<Fault, ErrorCode>> = {
  encrypted: 'letter.pdf-encrypted',
  'too-many-pages': 'letter.pdf-too-many-pages',
  'too-large': 'letter.pdf-too-large',
  broken: 'letter.pdf-broken',
};

function assertReadable(bytes: Uint8Array, file: string): void {
  if (bytes.length > MAX_PDF_BYTES)
    throw new FuhanError('letter.too-long', { file, limit: `${MAX_PDF_BYTES / 2 ** 20} MB` });
  // The head may stand a little behind the beginning, as readers have always allowed.
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new FuhanError('letter.pdf-broken', { file });
}

/** One thread that reads file after file; a file that hangs or swells costs its thread, and the next gets a new one. */
class ThreadReader implements PdfReader {
  private worker: Worker | null = null;
  /** The thread that has loaded pdf.js. */
  private ready: Worker | null = null;
  private begin: (() => void) | null = null;
  private timer: NodeJS.Timeout | undefined;
  private settle: ((answer: Answer | 'late') => void) | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: PdfReaderOptions) {}

  async read(bytes: Uint8Array, file = 'PDF'): Promise<PdfSource> {
    assertReadable(bytes, file);
    const turn = this.last.then(() => this.answerOf(bytes));
    this.last = turn;
    const answer = await turn;
    if (answer === 'late')
      throw new FuhanError('letter.pdf-timeout', { file, seconds: Math.ceil(this.timeoutMs / 1000) });
    const { source, fault = 'broken', pages = 0 } = answer;
    if (source) return source;
    throw new FuhanError(CODES[fault], { file, pages, limit: MAX_PDF_PAGES });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.settle?.({ fault: 'broken' });
    await worker?.terminate();
  }

  private get timeoutMs(): number {
    return this.options.timeoutMs ?? 9_000;
  }

  private async answerOf(bytes: Uint8Array): Promise<Answer | 'late'> {
    const worker = (this.worker ??= this.hire());
    worker.ref();
    const answer = await new Promise<Answer | 'late'>((resolve) => {
      this.settle = resolve;
      this.begin = () => {
        // A copy: the caller keeps its bytes.
        const copy = Uint8Array.from(bytes);
        worker.postMessage({ bytes: copy, mostPages: MAX_PDF_PAGES }, [copy.buffer]);
        this.timer = setTimeout(() => resolve('late'), this.timeoutMs);
      };
      if (this.ready === worker) this.begin();
    });
    clearTimeout(this.timer);
    this.settle = null;
    // A waiting thread must not keep the program alive.
    worker.unref();
    if (answer === 'late') await this.close();
    return answer;
  }

  private hire(): Worker {
    const worker = new Worker(projectPath('libs/letter-engine/pdf/pdf-worker.mjs'), {
      resourceLimits: { maxOldGenerationSizeMb: this.options.heapMb ?? 256, maxYoungGenerationSizeMb: 32 },
      // What pdf.js murmurs about a file is nothing for our own output.
      stdout: true,
      stderr: true,
    });
    const died = (fault: Fault): void => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.settle?.({ fault });
    };
    worker.on('message', (answer: Answer) => {
      if (!answer.ready) return this.settle?.(answer);
      this.ready = worker;
      this.begin?.();
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      died(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken'),
    );
    worker.on('exit', () => died('broken'));
    return worker;
  }
}

/** Makes a reader that keeps its thread from file to file. Close it when done. */
export const createPdfReader = (options: PdfReaderOptions = {}): PdfReader => new ThreadReader(options);

/** Threads at work at once; the others wait, so that many uploads do not take the memory of the house. */
const SEATS = 2;
let taken = 0;
const waiting: (() => void)[] = [];

async function seated<T>(work: () => Promise<T>): Promise<T> {
  if (taken >= SEATS) await new Promise<void>((resolve) => waiting.push(resolve));
  else taken += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

/**
 * Reads one finished PDF: every character with its box, shapes, fonts, metadata; see `PdfReader.read` for the errors. It runs in a
 * thread with a limit of time and memory. A scan is read too (`imageOnly`); who needs text calls `assertHasText`.
 */
export async function readPdf(bytes: Uint8Array, file = 'PDF'): Promise<PdfSource> {
  return seated(async () => {
    const reader = createPdfReader();
    try {
      return await reader.read(bytes, file);
    } finally {
      await reader.close();
    }
  });
}

/** Throws `letter.pdf-image-only` for a scan or text turned into curves. */
export function assertHasText(source: PdfSource, file = 'PDF'): void {
  if (source.imageOnly) throw new FuhanError('letter.pdf-image-only', { file });
}
