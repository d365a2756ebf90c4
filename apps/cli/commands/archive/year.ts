import { open, rename, rm, stat } from 'node:fs/promises';
import { importYear, type YearServices, writeYear } from '@fuhan/casework';
import { BlobStore, createDataSource, migrate, readSettings } from '@fuhan/platform';
import { UsageError } from '../../command';

const there = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Works with the database and the files that the settings name; tells on stderr where the work is. */
async function withServices<T>(
  work: (services: YearServices, url: string) => Promise<T>,
  asOwner = false,
): Promise<T> {
  const { DATABASE_URL, MIGRATION_DATABASE_URL, DATA_DIR: dataDir } = readSettings(process.env, []);
  const url = (asOwner && MIGRATION_DATABASE_URL) || DATABASE_URL;
  const dataSource = createDataSource({ url, pool: 2, entities: [] });
  let last = '';
  const tell = (what: string, done: number): void => {
    if (done === 0 || (what === last && done % 100 !== 0)) return;
    last = what;
    console.error(what === 'files' ? `文件 ${done} 个 …` : `${what} ${done} 行 …`);
  };
  try {
    return await work({ dataSource, blobs: new BlobStore(dataDir), tell }, url);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

const casesIn = (tables: readonly { name: string; rows: number }[]): number =>
  tables.find(({ name }) => name === 'proposal')?.rows ?? 0;

/** Written aside, and under its name only when it is whole. */
export async function exportYear(year: string, out: string | undefined, json: boolean): Promise<number> {
  if (!/^(20\d\d|2100)$/.test(year))
    throw new UsageError(`“${year}”不是年份。请写 2000 到 2100 之间的年份。`);
  if (!out) throw new UsageError('请用 --out 写明归档包的文件名。');
  if (await there(out)) throw new UsageError(`文件已经在了：${out}。请换一个文件名。`);
  const aside = `${out}.part`;
  const file = await open(aside, 'w', 0o600).catch(() => {
    throw new UsageError(`写不了文件：${aside}。请换一个能写的目录。`);
  });
  try {
    const manifest = await withServices(async (services) => {
      await services.dataSource.initialize();
      return writeYear(services, Number(year), (chunk) => file.write(chunk));
    });
    await file.sync();
    await file.close();
    await rename(aside, out);
    const { tables, files } = manifest;
    if (json) console.log(JSON.stringify({ file: out, year: Number(year), tables, files: files.length }));
    else console.log(`已写出 ${year} 年的归档包：${casesIn(tables)} 件提案，${files.length} 个文件：${out}`);
    return 0;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(aside, { force: true });
    throw error;
  }
}

/** All of it or nothing; the database is brought up to date first. */
export async function importArchive(path: string, dryRun: boolean, json: boolean): Promise<number> {
  if (!(await there(path))) throw new UsageError(`读不到文件：${path}`);
  const report = await withServices(async (services, url) => {
    await migrate(url);
    await services.dataSource.initialize();
    return importYear(services, path, { dryRun });
    // The tables may have to be made first, and counters moved: that is the owner's.
  }, true);
  if (json) console.log(JSON.stringify(report));
  else {
    const what = `${report.year} 年的归档包：${casesIn(report.tables)} 件提案，${report.files} 个文件`;
    console.log(
      dryRun ? `可以导入${what}。什么都没有写。` : `已导入${what}。人员须重设密码，个人链接须重发。`,
    );
  }
  return 0;
}
