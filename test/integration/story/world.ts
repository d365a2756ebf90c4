import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reminderDesk } from '@fuhan/casework';
import {
  type Address,
  type ClockContext,
  Deadline,
  fireDue,
  Reminder,
  type ReminderDesk,
} from '@fuhan/clocks';
import type { CommandInput, CommandName } from '@fuhan/contracts';
import { actorOf } from '@fuhan/identity';
import { type Clock, type DateString, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import { readSettings } from '@fuhan/platform';
import { createTestDatabase, saveOffice, savePerson } from '@fuhan/testing';
import { layFoundation } from '../../../apps/server/foundation';
import { House } from '../../../apps/server/house';

/** A clock that stands until it is set: the story jumps from one event to the next. */
class StoryClock implements Clock {
  readonly pace = 1;
  private instant = new Date(0);
  now = (): Date => this.instant;
  today = (): DateString => shanghaiDate(this.instant);
  set(instant: Date): void {
    this.instant = instant;
  }
}

/** One reminder as it went out: the row, its clock, and whom it told. */
export interface Sent {
  readonly reminder: Reminder;
  readonly deadline: Deadline;
  readonly personIds: readonly string[];
}

/** The people of the story: account → unit, duties, name. */
const people = {
  coordinator: ['zhengfuban', ['coordinator'], '周岚'],
  supervisor: ['zhengfuban', ['supervisor'], '郑督办'],
  office: ['gongxin', ['proposal_office'], '何文'],
  drafter: ['gongxin', ['drafter'], '林小雨'],
  leader: ['gongxin', ['leader'], '梁副局长'],
  trade: ['市商务局', ['proposal_office', 'drafter'], '王芳'],
  housing: ['市住房城乡建设局', ['proposal_office', 'drafter'], '苏晴'],
  housingLeader: ['市住房城乡建设局', ['leader'], '黄副局长'],
} as const;
export type Account = keyof typeof people;
export const nameOf = (account: string): string => people[account as Account][2];

/** `2026-03-09 10:00` in Shanghai. */
export const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11));

/** The real rules on a real PostgreSQL, with no server, no queue and no waiting. */
export class StoryWorld {
  readonly sent: Sent[] = [];
  private readonly ids = new Map<Account, string>();
  private readonly desk: ReminderDesk;

  private constructor(
    readonly house: House,
    readonly clock: StoryClock,
    readonly close: () => Promise<void>,
  ) {
    const real = reminderDesk((em, version) => house.profiles.version(em, version));
    this.desk = {
      ...real,
      addressesOf: async (em, reminders, today) => this.note(await real.addressesOf(em, reminders, today)),
    };
  }

  static async open(): Promise<StoryWorld> {
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'fuhan-story-'));
    const clock = new StoryClock();
    clock.set(at('2026-01-05 09:00'));
    const env = {
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      DATABASE_POOL: '3',
      NODE_ENV: 'test',
      DEMO: '0',
    };
    const house = await House.open(readSettings(env, []), clock);
    await layFoundation(house);
    const world = new StoryWorld(house, clock, async () => {
      await house.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
    const em = house.dataSource.manager;
    const officeId = await saveOffice(em, 'gongxin', '产业科');
    for (const [account, [unit, duties, name]] of Object.entries(people)) {
      const more = account === 'drafter' ? { name, officeId } : { name };
      world.ids.set(account as Account, (await savePerson(em, account, unit, duties, more)).id);
    }
    return world;
  }

  private told: Address[] = [];
  private note(addresses: readonly Address[]): readonly Address[] {
    this.told.push(...addresses);
    return addresses;
  }

  async unit(name: string): Promise<string> {
    const rows = (await this.house.dataSource.query(
      'SELECT id FROM unit WHERE code = $1 OR short_name = $1',
      [name],
    )) as { id: string }[];
    return rows[0]?.id ?? '';
  }

  idOf(account: Account): string {
    return this.ids.get(account) ?? '';
  }

  accountOf(personId: string): string {
    return [...this.ids].find(([, id]) => id === personId)?.[0] ?? '';
  }

  async run<N extends CommandName>(
    account: Account,
    name: N,
    targetId: string | null,
    input: Partial<CommandInput<N>>,
  ): Promise<string> {
    const actor = await actorOf(this.house.dataSource.manager, this.idOf(account), this.clock.today());
    return (await this.house.door.run(actor, name, targetId, input)).id;
  }

  async context(): Promise<Omit<ClockContext, 'em'>> {
    const { workingDays, profiles, dataSource } = this.house;
    const profile = await profiles.current(dataSource.manager);
    const calendar = await workingDays.current(dataSource.manager);
    return { now: this.clock.now(), today: this.clock.today(), profile, calendar, horizonHours: 24 };
  }

  /** The next moment at which a reminder is due. */
  async nextDue(): Promise<Date | null> {
    const [{ next }] = (await this.house.dataSource.query(
      `SELECT min(due_at) AS next FROM reminder WHERE state = 'pending'`,
    )) as [{ next: Date | null }];
    return next;
  }

  /** What the worker does when it is woken at this moment; twice, as a job may come twice. */
  async fire(): Promise<void> {
    const { dataSource } = this.house;
    const context = await this.context();
    await fireDue(dataSource, context, this.desk);
    await fireDue(dataSource, context, this.desk);
    for (const { reminderId, personIds } of this.told.splice(0)) {
      const reminder = await dataSource.manager.findOneByOrFail(Reminder, { id: reminderId });
      const deadline = await dataSource.manager.findOneByOrFail(Deadline, { id: reminder.deadlineId });
      this.sent.push({ reminder, deadline, personIds });
    }
  }
}
