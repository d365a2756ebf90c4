import { FuhanError } from '@fuhan/kernel';
import { Worker } from 'node:worker_threads';

export interface LaidOut {
  readonly pdf: Uint8Array;
  readonly pages: number;
}
interface Answer {
  readonly ready?: true;
  readonly id?: number;
  readonly pdf?: Uint8Array;
  readonly pages?: number;
  readonly fault?: string;
}
interface Job {
  readonly prepare: () => object;
  message: object | null;
  readonly resolve: (value: LaidOut) => void;
  readonly reject: (error: Error) => void;
}
interface Seat {
  worker: Worker | null;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}
export interface PoolOptions {
  readonly file: string;
  readonly size: number;
  readonly timeoutMs: number;
  readonly workerData: object;
}

/**
 * Threads that answer one job at a time; a job beyond its time ends its thread and no other. What a thread is told is prepared
 * here, for the jobs next in turn only: whoever hands over a hundred letters at once would else keep this thread so busy with
 * preparing that the others wait for it.
 */
class WorkerPool {
  private readonly queue: Job[] = [];
  private readonly seats: Seat[];
  private closed = false;

  constructor(private readonly options: PoolOptions) {
    this.seats = Array.from({ length: Math.max(1, options.size) }, () => ({
      worker: null,
      job: null,
      timer: null,
    }));
  }

  run(prepare: () => object): Promise<LaidOut> {
    if (this.closed)
      return Promise.reject(new FuhanError('letter.layout-failed', { detail: '排版线程已经关闭' }));
    return new Promise((resolve, reject) => {
      this.queue.push({ prepare, message: null, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0))
      job.reject(new FuhanError('letter.layout-failed', { detail: '排版线程已经关闭' }));
    await Promise.all(this.seats.map((seat) => this.vacate(seat, '排版线程已经关闭')));
  }

  private next(): void {
    for (const seat of this.seats.filter((s) => s.job === null)) this.occupy(seat);
    this.prepareAhead();
  }

  /** A job that cannot be prepared is answered at once and takes no seat. */
  private prepareAhead(): void {
    for (let i = 0; i < Math.min(this.queue.length, this.seats.length);)
      if (this.prepared(this.queue[i]!)) i++;
      else this.queue.splice(i, 1);
  }

  private prepared(job: Job): object | null {
    try {
      job.message ??= job.prepare();
    } catch (error) {
      job.reject(error instanceof Error ? error : new Error(String(error)));
    }
    return job.message;
  }

  private occupy(seat: Seat): void {
    let job = this.queue.shift();
    while (job && !this.prepared(job)) job = this.queue.shift();
    if (!job) return;
    seat.job = job;
    seat.worker ??= this.hire(seat);
    // A waiting pool must not keep the program alive; a working one must.
    seat.worker.ref();
    seat.timer = setTimeout(() => this.expire(seat), this.options.timeoutMs);
    seat.worker.postMessage(job.message);
  }

  private hire(seat: Seat): Worker {
    const worker = new Worker(this.options.file, { workerData: this.options.workerData });
    worker.on('message', (answer: Answer) => this.receive(seat, answer));
    worker.on('error', (error) => void this.vacate(seat, error.message).then(() => this.next()));
    return worker;
  }

  private receive(seat: Seat, answer: Answer): void {
    const job = seat.job;
    if (answer.ready || job === null) return;
    this.free(seat);
    if (answer.pdf) job.resolve({ pdf: answer.pdf, pages: answer.pages ?? 0 });
    else job.reject(new FuhanError('letter.layout-failed', { detail: answer.fault ?? '' }));
    this.next();
  }

  private free(seat: Seat): void {
    if (seat.timer) clearTimeout(seat.timer);
    seat.timer = null;
    seat.job = null;
    seat.worker?.unref();
  }

  private expire(seat: Seat): void {
    const seconds = Math.ceil(this.options.timeoutMs / 1000);
    seat.job?.reject(new FuhanError('letter.layout-timeout', { seconds }));
    void this.vacate(seat, '').then(() => this.next());
  }

  private async vacate(seat: Seat, reason: string): Promise<void> {
    const { worker, job } = seat;
    seat.worker = null;
    this.free(seat);
    job?.reject(new FuhanError('letter.layout-failed', { detail: reason }));
    await worker?.terminate();
  }
}

export const createWorkerPool = (options: PoolOptions): Pick<WorkerPool, 'run' | 'close'> =>
  new WorkerPool(options);
