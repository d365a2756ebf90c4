import { fireReminder, sweepReminders } from '@fuhan/clocks';
import {
  forgetOldKeys,
  produceLetterFiles,
  remindHandlers,
  sweepLetterFiles,
  tellPeople,
} from '@fuhan/casework';
import { type JobHandlers, JobRunner, JobSender, log, OutboxRelay } from '@fuhan/platform';
import type { House } from '../house';

const SWEEP_MS = 60_000;

/** What each job does; every handler may run twice. */
function handlersOf(house: House): JobHandlers {
  const { dataSource, blobs, printer, clock, profiles } = house;
  const remind = remindHandlers((em, version) => profiles.version(em, version));
  return {
    'letter.produce': (data) =>
      produceLetterFiles(
        { dataSource, blobs, printPdf: (model) => printer.render(model), now: () => clock.now() },
        data,
      ),
    'notice.tell': (data) => tellPeople(dataSource, data, clock.now()),
    'reminder.wake': async (data) => {
      await fireReminder(dataSource, data, clock.now(), remind);
    },
  };
}

/** The worker's part of a process: carries the outbox, runs the jobs, brings back what the queue lost. */
export class HouseWorker {
  private readonly sender: JobSender;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(private readonly house: House) {
    this.sender = new JobSender(house.queueBackend);
    this.runner = new JobRunner(house.queueBackend, handlersOf(house));
    this.relay = new OutboxRelay(house.dataSource, this.sender, () => house.clock.now());
  }

  async start(): Promise<void> {
    await this.runner.ready();
    this.relay.start();
    await this.sweep();
    this.timer = setInterval(() => {
      this.sweeping = this.sweep();
    }, SWEEP_MS);
  }

  /** Offers to the queue everything of the horizon that PostgreSQL still has open. */
  async sweep(): Promise<void> {
    const { dataSource, clock, settings } = this.house;
    try {
      await sweepReminders(dataSource, this.sender, clock.now(), settings.REMINDER_HORIZON_HOURS);
      await sweepLetterFiles(dataSource, this.sender);
      await forgetOldKeys(dataSource.manager, clock.now());
    } catch (error) {
      log.warn(`sweep: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Finishes what runs, takes nothing new. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
    await this.relay.stop();
    await this.runner.close();
    await this.sender.close();
  }
}
