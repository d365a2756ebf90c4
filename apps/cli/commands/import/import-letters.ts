import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type FileOutcome,
  LetterImport,
  LetterImportRow,
  readingRoom,
  reportRow,
  tryLetters,
  workLetterImport,
} from '@fuhan/casework';
import { FuhanError } from '@fuhan/kernel';
import { peopleWithDuty } from '@fuhan/identity';
import { isLitter, lettersIn, type LetterFile } from '@fuhan/knowledge';
import type { House } from '../../../server/house';
import { importServices } from '../../../server/worker/worker';
import { UsageError } from '../../command';
import { readBytes } from '../letter/letter-file';
import { coordinator, storeFile, told, withHouse } from './house-work';

export interface LetterOptions {
  /** A folder, a zip, or one letter. */
  readonly path: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly account: string | null;
}

/** The files below a path, each with the folders that lead to it: one of them may name the year. */
async function filesBelow(path: string): Promise<{ file: string; path: string }[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new FuhanError('letter.file-unreadable', { file: path });
  if (!found.isDirectory()) return [{ file: path, path: basename(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: join(basename(path), file.slice(path.length)).replace(/\\/g, '/') }))
    .filter((each) => !isLitter(each.path))
    .sort((a, b) => a.path.localeCompare(b.path, 'zh'));
  if (files.length === 0) throw new FuhanError('letters.no-files', { file: path });
  return files;
}

async function tryAll(house: House, path: string): Promise<FileOutcome[]> {
  const { known } = await readingRoom(house);
  const letters: LetterFile[] = [];
  for (const { file, path: name } of await filesBelow(path))
    letters.push(...lettersIn(name, await readBytes(file)));
  return tryLetters(house.dataSource.manager, letters, known);
}

/** The files become a run of the house, as when they are handed in on the page. */
async function importAll(house: House, { path, account }: LetterOptions): Promise<[string, FileOutcome[]]> {
  const em = house.dataSource.manager;
  const actor = await coordinator(house, await peopleWithDuty(em, null, ['coordinator']), account);
  const files: { fileId: string; path: string }[] = [];
  for (const { file, path: name } of await filesBelow(path))
    files.push({ path: name, fileId: await storeFile(house, actor, basename(name), await readBytes(file)) });
  const { id } = await house.door.run(actor, 'letterImport.create', null, { files });
  const services = { ...importServices(house), told: told('正在读取') };
  do await workLetterImport(services, { importId: id });
  while ((await em.findOneByOrFail(LetterImport, { id })).state === 'importing');
  const rows = await em.find(LetterImportRow, { where: { importId: id }, order: { line: 'ASC' } });
  return [id, rows];
}

function textReport(outcomes: readonly FileOutcome[]): string[] {
  return outcomes
    .map((outcome, i) => reportRow(i + 1, outcome))
    .map(({ outcomeLabel, file, documentNumber, title, issuer, outcomeClass, date, coHandlers, notes }) => {
      const known = [
        documentNumber,
        title,
        issuer,
        outcomeClass && `${outcomeClass}类`,
        date,
        coHandlers.length > 0 && `会办：${coHandlers.join('、')}`,
      ].filter(Boolean);
      return [`${outcomeLabel} ${file}`, known.join('，'), notes.join('')].filter(Boolean).join('\n  ');
    });
}

function print(
  outcomes: readonly FileOutcome[],
  importId: string | null,
  { dryRun, json }: LetterOptions,
): number {
  const count = (what: FileOutcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === what).length;
  const counts = { imported: count('imported'), doubled: count('doubled'), failed: count('failed') };
  const rows = outcomes.map((outcome, i) => reportRow(i + 1, outcome));
  if (json)
    console.log(JSON.stringify({ dryRun, importId, total: outcomes.length, ...counts, rows }, null, 2));
  else {
    const done = dryRun ? '可以导入' : '已导入';
    const end = dryRun ? '这是试运行，什么都没有写入。' : '';
    console.log(
      [
        ...textReport(outcomes),
        `共 ${outcomes.length} 个文件：${done} ${counts.imported} 封，重复 ${counts.doubled} 个，不能导入 ${counts.failed} 个。${end}`,
      ].join('\n'),
    );
  }
  return counts.failed;
}

/** Reads letters of earlier years and, unless it is a dry run, imports them. Returns the exit status. */
export const importLetters = (options: LetterOptions): Promise<number> =>
  withHouse('earlier_letter', async (house) => {
    const [importId, outcomes] = options.dryRun
      ? [null, await tryAll(house, options.path)]
      : await importAll(house, options);
    const failed = print(outcomes, importId, options);
    if (failed > 0)
      throw new UsageError(
        `有 ${failed} 个文件不能导入，原因见报告${options.dryRun ? '' : '，其余的已经导入'}。请按报告处理后再试。`,
      );
    return 0;
  });
