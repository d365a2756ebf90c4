/**
 * Every queue and job of the product, with its retry and retention, in one place. Job data holds ids, never text.
 * Finished and failed jobs are removed at once: a kept one would silently block its id, and the truth is in PostgreSQL.
 */
export interface Jobs {
  /** Makes the four files of an issued letter. */
  'letter.produce': { letterId: string };
  /** Puts a notice into the inboxes of those it concerns. */
  'notice.tell': { outboxId: string };
  /** Looks whether a reminder is due. */
  'reminder.wake': { reminderId: string; rev: number };
  /** Finds the days of running clocks anew, as the calendar of this revision or a newer one has them. */
  'clocks.recompute': { revision: number };
  /** Sends a notice through a channel, if it still waits for this attempt. */
  'dispatch.send': { dispatchId: string; attempt: number };
  /** Reads a handed-over list, or registers it: whatever it waits for. */
  'import.work': { batchId: string };
  /** Reads the next letters of a run. */
  'letterImport.work': { importId: string };
}

export type JobName = keyof Jobs;

interface JobSetting {
  readonly queue: QueueName;
  readonly attempts: number;
  /** First pause before another try, in milliseconds; doubles each time. */
  readonly backoff: number;
}

export const queueNames = ['letters', 'notices', 'reminders', 'dispatches', 'imports'] as const;
export type QueueName = (typeof queueNames)[number];

/** How many jobs of a queue one worker process runs at a time. */
export const concurrency: Record<QueueName, number> = {
  letters: 2,
  notices: 4,
  // One of them waits for the transaction that does the work of all; the others leave at once.
  reminders: 1000,
  dispatches: 4,
  imports: 1,
};

export const jobSettings: { readonly [N in JobName]: JobSetting } = {
  'letter.produce': { queue: 'letters', attempts: 5, backoff: 1_000 },
  'notice.tell': { queue: 'notices', attempts: 10, backoff: 1_000 },
  'reminder.wake': { queue: 'reminders', attempts: 10, backoff: 1_000 },
  'clocks.recompute': { queue: 'reminders', attempts: 10, backoff: 1_000 },
  'dispatch.send': { queue: 'dispatches', attempts: 10, backoff: 1_000 },
  'import.work': { queue: 'imports', attempts: 5, backoff: 1_000 },
  'letterImport.work': { queue: 'imports', attempts: 5, backoff: 1_000 },
};
export const jobNames = Object.keys(jobSettings) as JobName[];

/** A dispatch that did not get out is tried again after so many minutes; after the last one it is dead until somebody redrives it. */
export const dispatchRetryMinutes = [1, 5, 15, 60, 240] as const;
/** A dispatch that was being sent for so many minutes lost its worker: whether it arrived is unknown. Longer than any channel waits. */
export const dispatchLostAfterMinutes = 10;

/**
 * A worker that is killed leaves its jobs locked: after this long without a sign of life another takes them up. A job may
 * be taken up often, since every handler may run twice.
 */
export const takeover = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 20 } as const;

export const removal = { removeOnComplete: true, removeOnFail: true } as const;
