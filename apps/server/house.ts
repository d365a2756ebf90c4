import {
  CalendarFeeds,
  channelEntities,
  type Channels,
  channelsOf,
  openChannels,
  planDispatches,
} from '@fuhan/channels';
import { bindNoticeOutlet, clockEntities, WorkingDays } from '@fuhan/clocks';
import { caseworkEntities, CommandDoor, PersonalLinks } from '@fuhan/casework';
import { type Clock, systemClock } from '@fuhan/kernel';
import { identityEntities, Sessions } from '@fuhan/identity';
import { createPdfRenderer, type PdfRenderer } from '@fuhan/letter-engine';
import {
  BlobStore,
  createDataSource,
  platformEntities,
  Profiles,
  type QueueBackend,
  readOrCreateKey,
  Seal,
  type Settings,
} from '@fuhan/platform';
import type { DataSource } from 'typeorm';

export const allEntities = [
  ...platformEntities,
  ...identityEntities,
  ...clockEntities,
  ...channelEntities,
  ...caseworkEntities,
];

/** Everything one process works with, made once and handed to controllers and workers. */
export class House {
  readonly workingDays = new WorkingDays();
  readonly profiles: Profiles;
  readonly sessions: Sessions;
  readonly blobs: BlobStore;
  readonly links: PersonalLinks;
  readonly calendars: CalendarFeeds;
  readonly seal: Seal;
  readonly channels: Channels;
  readonly door: CommandDoor;
  readonly queueBackend: QueueBackend;

  private constructor(
    readonly settings: Settings,
    readonly clock: Clock,
    readonly dataSource: DataSource,
    readonly printer: PdfRenderer,
    readonly publicUrl: string,
  ) {
    this.profiles = new Profiles(settings.PLACE);
    this.sessions = new Sessions(dataSource, {
      idleMinutes: settings.SESSION_IDLE_MINUTES,
      hours: settings.SESSION_HOURS,
    });
    this.blobs = new BlobStore(settings.DATA_DIR);
    this.links = new PersonalLinks(readOrCreateKey(settings.DATA_DIR, 'personal-links'), publicUrl);
    this.calendars = new CalendarFeeds(readOrCreateKey(settings.DATA_DIR, 'calendar-feeds'), publicUrl);
    this.seal = new Seal(readOrCreateKey(settings.DATA_DIR, 'robots'));
    this.channels = channelsOf(settings, dataSource.manager, this.seal, () => clock.now());
    bindNoticeOutlet(dataSource, planDispatches(openChannels(this.channels)));
    this.queueBackend = { databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL };
    this.door = new CommandDoor({
      dataSource,
      clock,
      workingDays: this.workingDays,
      profiles: this.profiles,
      trialPrint: (model) => printer.render(model),
      links: this.links,
      seal: this.seal,
      blobs: this.blobs,
      horizonHours: settings.REMINDER_HORIZON_HOURS,
    });
  }

  /** Connects; the database has been migrated before. */
  static async open(settings: Settings, clock: Clock = systemClock): Promise<House> {
    const dataSource = createDataSource({
      url: settings.DATABASE_URL,
      pool: settings.DATABASE_POOL,
      entities: allEntities,
    });
    await dataSource.initialize();
    const fontDirs = settings.FONTS_DIR === undefined ? [] : [settings.FONTS_DIR];
    const printer = createPdfRenderer({ fontDirs, size: settings.printers });
    const publicUrl = settings.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${settings.HOST}:${settings.PORT}`;
    return new House(settings, clock, dataSource, printer, publicUrl);
  }

  async close(): Promise<void> {
    await this.printer.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
