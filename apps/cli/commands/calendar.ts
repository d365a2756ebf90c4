import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { clockEntities, importYears } from '@fuhan/clocks';
import { FuhanError, systemClock } from '@fuhan/kernel';
import {
  appendAudit,
  createDataSource,
  inTransaction,
  platformEntities,
  readSettings,
} from '@fuhan/platform';
import { type CalendarYear, noticeDays, parseCalendarYears } from '@fuhan/rules';
import { type Command, UsageError } from '../command';

const ACTOR = 'fuhan calendar import';

/** The tables of a file. @throws FuhanError `calendar.file-unreadable`, `calendar.invalid` */
async function readYears(file: string): Promise<CalendarYear[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FuhanError('calendar.file-unreadable', { file });
  });
  const where = basename(file);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new FuhanError('calendar.invalid', { where, detail: '内容不是 JSON' });
  }
  return parseCalendarYears(data, where);
}

const counts = (table: CalendarYear): { readonly daysOff: number; readonly workdays: number } => {
  const days = noticeDays(table);
  return {
    daysOff: days.filter(({ working }) => !working).length,
    workdays: days.filter(({ working }) => working).length,
  };
};

/** All years of the file or none, each with an entry in the audit log. */
async function publish(tables: readonly CalendarYear[]): Promise<void> {
  const { DATABASE_URL: url } = readSettings(process.env, []);
  const entities = [...platformEntities, ...clockEntities];
  const dataSource = await createDataSource({ url, pool: 2, entities }).initialize();
  try {
    await inTransaction(dataSource, async (em) => {
      await importYears(em, tables, { at: systemClock.now(), by: null });
      for (const { year, source } of tables) {
        const entry = { actor: ACTOR, action: 'calendar.importYear', object: String(year) };
        await appendAudit(em, { ...entry, detail: { source } });
      }
    });
  } finally {
    await dataSource.destroy();
  }
}

/** `fuhan calendar import FILE`: publishes one or several years; running clocks find their days anew by the next minute. */
export const calendarCommand: Command = {
  name: 'calendar',
  usage: 'fuhan calendar import 文件.json [--json]     导入一年（或几年）的放假安排，进行中的时限随后重算',
  async run([verb, ...rest]) {
    const options = rest.filter((word) => word.startsWith('--'));
    const files = rest.filter((word) => !word.startsWith('--'));
    const [file] = files;
    if (verb !== 'import' || file === undefined || files.length > 1 || options.some((o) => o !== '--json'))
      throw new UsageError('请写 fuhan calendar import 文件.json，可加 --json。');
    const tables = await readYears(file);
    await publish(tables);
    const done = tables.map((table) => ({ year: table.year, source: table.source, ...counts(table) }));
    if (options.length > 0) console.log(JSON.stringify({ years: done }));
    else
      for (const { year, source, daysOff, workdays } of done)
        console.log(`已导入 ${year} 年放假安排（${source}）：放假 ${daysOff} 天，调休上班 ${workdays} 天。`);
    return 0;
  },
};
