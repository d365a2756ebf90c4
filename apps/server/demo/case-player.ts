import {
  type CommandAnswer,
  CommandDoor,
  Delivery,
  loadSnapshot,
  produceLetterFiles,
  receiveByLink,
} from '@fuhan/casework';
import { addDays, type DateString, MovableClock, shanghaiInstant } from '@fuhan/kernel';
import type { LetterModel } from '@fuhan/letter-engine';
import { Outbox } from '@fuhan/platform';
import type { Calendar, CaseSnapshot } from '@fuhan/rules';
import { type DataSource, IsNull } from 'typeorm';
import type { House } from '../house';
import { callOf } from './demo-calls';
import type { DemoCast, DemoStep, DemoStory } from './demo-files';
import { named, type Stage } from './demo-people';

/** The day itself, or the nearest working day before it. */
function workingDayUpTo(date: DateString, calendar: Calendar): DateString {
  let day = date;
  while (!calendar.isWorkingDay(day).working) day = addDays(day, -1);
  return day;
}

/** Plays the demo's cases through the command door, each step by the person who would take it, on its day. */
export class CasePlayer {
  private readonly clock = new MovableClock();
  private readonly door: CommandDoor;
  private readonly today: DateString;
  private printed: ReturnType<House['printer']['render']> | undefined;

  /** `dataSource`: where everything is written; one transaction around the whole demo. */
  constructor(
    private readonly house: House,
    private readonly dataSource: DataSource,
    private readonly stage: Stage,
  ) {
    const { workingDays, profiles, printer, links, seal, blobs, settings } = house;
    this.today = house.clock.today();
    this.door = new CommandDoor({
      dataSource,
      clock: this.clock,
      workingDays,
      profiles,
      trialPrint: (model) => (this.printed = printer.render(model)),
      links,
      seal,
      blobs,
      horizonHours: settings.REMINDER_HORIZON_HOURS,
    });
  }

  /** Numbers given on paper before the house was in use: the series goes on from there. */
  async startSeries({ unit, ...start }: DemoCast['series']): Promise<void> {
    const administrator = [...this.stage.actors.values()].find(({ duties }) =>
      duties.includes('system_admin'),
    );
    if (!administrator) throw new Error('seeds/demo has no system administrator');
    await this.door.run(administrator, 'unit.setSeriesStart', named(this.stage.units, unit), start);
  }

  /** One case, from its registration to where its file ends. */
  async play(story: DemoStory): Promise<void> {
    let proposalId: string | null = null;
    this.clock.moveTo(new Date(0));
    for (const step of story.steps) {
      await this.moveTo(step);
      if (step.do === 'link.open') {
        await this.openLinks(proposalId ?? '');
        continue;
      }
      const em = this.dataSource.manager;
      const snapshot: CaseSnapshot | null =
        proposalId === null ? null : await loadSnapshot(em, proposalId, this.clock.today());
      const actor = named(this.stage.actors, step.who);
      const call = await callOf({ em, stage: this.stage, story, snapshot }, step, actor);
      const answer: CommandAnswer = await this.door.run(actor, step.do, call.targetId, call.input);
      ({ proposalId } = answer);
      if (step.do === 'draft.issue') await this.produceFiles(answer.id);
    }
  }

  /** What is to be said of the cases played so far was heard long ago: nothing waits in an inbox for the first start. */
  async letRest(): Promise<void> {
    await this.dataSource.manager.update(
      Outbox,
      { dispatchedAt: IsNull() },
      { dispatchedAt: this.clock.now() },
    );
  }

  /** Steps that fall on the same day after days off were skipped keep their order. */
  private async moveTo({ on, at }: DemoStep): Promise<void> {
    const calendar = await this.house.workingDays.current(this.dataSource.manager);
    const date = typeof on === 'string' ? on : workingDayUpTo(addDays(this.today, on), calendar);
    const instant = shanghaiInstant(date, at);
    const later = new Date(this.clock.now().getTime() + 60_000);
    this.clock.moveTo(instant > later ? instant : later);
  }

  /** The worker does not run yet, and a letter without files cannot be delivered. */
  private async produceFiles(letterId: string): Promise<void> {
    const { dataSource, clock, house } = this;
    // The trial print is the letter: the same model gives the same bytes, so it need not be laid out twice.
    const printPdf = async (model: LetterModel) => (this.printed ??= house.printer.render(model));
    const services = { dataSource, blobs: house.blobs, printPdf, now: () => clock.now() };
    await produceLetterFiles(services, { letterId });
  }

  /** Every proposer opens the personal link. */
  private async openLinks(proposalId: string): Promise<void> {
    const { house, dataSource, clock } = this;
    const found = await dataSource.manager.findBy(Delivery, { proposalId, recipientKind: 'proposer' });
    for (const { id } of found)
      await receiveByLink(dataSource, house.links, house.links.tokenOf(id), clock.now());
  }
}
