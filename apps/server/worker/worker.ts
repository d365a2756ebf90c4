import { sendDispatch, sweepDispatches } from '@fuhan/channels';
import { anyDue, fireDue, healPlans, sweepReminders, warnOfMissingYear } from '@fuhan/clocks';
import {
  forgetOldKeys,
  type ImportServices,
  produceLetterFiles,
  recomputeClocks,
  reminderDesk,
  endSilence,
  endUnrated,
  indexAllMarked,
  sweepImports,
  sweepLetterImports,
  sweepLetterFiles,
  tellPeople,
  workImport,
  workLetterImport,
} from '@fuhan/casework';
import { answeredRun, sharedRun } from '@fuhan/kernel';
import { type JobHandlers, JobRunner, JobSender, log, OutboxRelay } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import type { House } from '../house';

const SWEEP_MS = 60_000;
/** Where the house's clock runs faster than the machine's it is swept more often, but not without a pause. */
const SHORTEST_SWEEP_MS = 3_000;
/** What was changed is found by its new words after so long; whoever searches before has it read then. */
const INDEX_MS = 2_000;

/** What a list that comes in is worked on with. */
export const importServices = ({ dataSource, blobs, profiles, clock }: House): ImportServices => ({
  ...{ dataSource, blobs, profiles },
  now: () => clock.now(),
  today: () => clock.today(),
});

type Work = () => Promise<unknown>;

/** What each job does; every handler may run twice. */
function handlersOf(house: House, fire: () => Promise<void>, recompute: Work): JobHandlers {
  const { dataSource, blobs, printer, clock, channels, publicUrl } = house;
  return {
    'letter.produce': (data) =>
      produceLetterFiles(
        { dataSource, blobs, printPdf: (model) => printer.render(model), now: () => clock.now() },
        data,
      ),
    'import.work': (data) => workImport(importServices(house), data),
    'letterImport.work': (data) => workLetterImport(importServices(house), data),
    'notice.tell': (data) => tellPeople(dataSource, data, clock.now()),
    // The job only wakes: PostgreSQL says what is due, this reminder or others with it. One of the jobs of a moment waits for the
    // transaction and is tried again where it fails; the others are done, for it does their work too.
    'reminder.wake': () => fire(),
    // It wakes too: which clocks are behind, PostgreSQL says.
    'clocks.recompute': async () => {
      await recompute();
    },
    'dispatch.send': async (data) => {
      await sendDispatch({ dataSource, channels, publicUrl, now: () => clock.now() }, data);
    },
  };
}

/** What fails here is tried again within the minute. */
async function quietly(what: string, work: Work): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The worker's part of a process: carries the outbox, runs the jobs, brings back what the queue lost. */
export class HouseWorker {
  private readonly sender: JobSender;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;
  /** Jobs of one moment share one transaction. */
  private readonly fire: ReturnType<typeof answeredRun<number>>;
  private readonly recompute: () => Promise<number>;
  private readonly desk: ReturnType<typeof reminderDesk>;
  private timer: NodeJS.Timeout | undefined;
  private indexTimer: NodeJS.Timeout | undefined;
  private indexing: Promise<unknown> = Promise.resolve();
  private ticking: Promise<unknown> = Promise.resolve();
  private swept: Date | null = null;

  constructor(private readonly house: House) {
    const { dataSource, clock, profiles, queueBackend, door } = house;
    const profileOf = (em: EntityManager, version: number) => profiles.version(em, version);
    this.desk = reminderDesk(profileOf);
    this.recompute = sharedRun(() =>
      recomputeClocks(dataSource, (id, work) => door.bySystem(id, 'clock.recompute', work), profileOf),
    );
    this.fire = answeredRun(async () =>
      (await anyDue(dataSource, clock.now())) ? fireDue(dataSource, await this.clockContext(), this.desk) : 0,
    );
    this.sender = new JobSender(queueBackend, clock.pace);
    this.runner = new JobRunner(queueBackend, handlersOf(house, this.fire.first, this.recompute));
    this.relay = new OutboxRelay(dataSource, this.sender, () => clock.now());
  }

  private async clockContext(): Promise<Parameters<typeof fireDue>[1]> {
    const { dataSource, clock, workingDays, profiles, settings } = this.house;
    const profile = await profiles.current(dataSource.manager);
    const calendar = await workingDays.current(dataSource.manager);
    const now = clock.now();
    return { now, today: clock.today(), profile, calendar, horizonHours: settings.REMINDER_HORIZON_HOURS };
  }

  async start(): Promise<void> {
    await this.runner.ready();
    this.relay.start();
    await healPlans(this.house.dataSource, await this.clockContext(), this.desk);
    await this.sweep();
    const offer = sharedRun(() => this.offer());
    this.timer = setInterval(() => {
      // Apart: what is due goes out by PostgreSQL alone, though the queue may not answer.
      this.ticking = Promise.all([this.sendDue(), this.keepDays(), offer()]);
    }, this.sweepPause());
    const index = sharedRun(() => quietly('search', () => indexAllMarked(this.house.dataSource)));
    this.indexTimer = setInterval(() => {
      this.indexing = index();
    }, INDEX_MS);
  }

  private sweepPause(): number {
    const { pace } = this.house.clock;
    return pace === 1 ? SWEEP_MS : Math.max(SHORTEST_SWEEP_MS, SWEEP_MS / pace);
  }

  /** Sends what is due though no job woke us, then offers to the queue what PostgreSQL still has open. */
  async sweep(): Promise<void> {
    await this.keepDays();
    await this.sendDue();
    await this.offer();
  }

  /** Clocks follow the calendar though no job woke us; who keeps the calendar hears of a year it lacks. */
  private readonly keepDays = (): Promise<void> =>
    quietly('calendar', async () => {
      const { dataSource, clock } = this.house;
      await this.recompute();
      await warnOfMissingYear(dataSource, clock.now());
    });

  private readonly sendDue = (): Promise<void> => quietly('reminders', this.fire.all);

  private readonly offer = (): Promise<void> =>
    quietly('sweep', async () => {
      const { dataSource, clock, settings } = this.house;
      const hours = settings.REMINDER_HORIZON_HOURS;
      const swept = await sweepReminders(dataSource, this.sender, clock.now(), hours, this.swept);
      this.swept = swept?.until ?? this.swept;
      await sweepLetterFiles(dataSource, this.sender);
      await sweepImports(dataSource, this.sender, clock.now());
      await sweepLetterImports(dataSource, this.sender, clock.now());
      await sweepDispatches(dataSource, this.sender, clock.now());
      await endSilence(this.house, this.house.door);
      await endUnrated(this.house, this.house.door);
      await forgetOldKeys(dataSource.manager, clock.now());
    });

  /** Finishes what runs, takes nothing new. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.indexTimer);
    await Promise.all([this.ticking, this.indexing]);
    await this.relay.stop();
    await this.runner.close();
    await this.sender.close();
  }
}
