import { basename } from 'node:path';
import {
  type CheckedList,
  checkList,
  ImportBatch,
  type ImportMode,
  listSurroundings,
  workImport,
} from '@fuhan/casework';
import { newId } from '@fuhan/kernel';
import { actorOf, peopleWithDuty, type Person } from '@fuhan/identity';
import { Blob, readSettings } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import { mimeOf } from '../../../server/api/file-type';
import { House } from '../../../server/house';
import { importServices } from '../../../server/worker/worker';
import { UsageError } from '../../command';
import { readBytes } from '../letter/letter-file';
import { counted, jsonReport, type Outcome, textReport } from './report';

export interface ImportOptions {
  readonly file: string;
  readonly dryRun: boolean;
  readonly goodOnly: boolean;
  readonly json: boolean;
  /** In whose name the lines are registered; null: the only coordinator there is. */
  readonly account: string | null;
}

interface ListFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Progress goes to the terminal alone, over itself. */
const told = (verb: string) => (done: number, total: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${verb} ${done}/${total}${done === total ? '\n' : ''}`);
};

async function coordinator(house: House, people: readonly Person[], account: string | null): Promise<Actor> {
  const named = account === null ? people : people.filter((person) => person.account === account);
  const [person] = named;
  if (named.length === 1 && person) return actorOf(house.dataSource.manager, person.id, house.clock.today());
  if (account !== null) throw new UsageError(`账号“${account}”不是交办人员，请核对 --as。`);
  throw new UsageError(
    people.length === 0
      ? '还没有交办人员的账号，请先添加一个再导入。'
      : `有几位交办人员，请用 --as 写明以谁的名义导入：${people.map((each) => each.account).join('、')}。`,
  );
}

/** The list becomes one of the house's, is read, confirmed and registered, as when it is handed in on the page. */
async function register(
  house: House,
  actor: Actor,
  { name, bytes }: ListFile,
  mode: ImportMode,
): Promise<ImportBatch> {
  const em = house.dataSource.manager;
  const fileId = newId();
  await em.insert(Blob, {
    ...{ id: fileId, fileName: name, mime: mimeOf(Buffer.from(bytes)) ?? 'application/octet-stream' },
    ...(await house.blobs.put(bytes)),
    ...{ createdAt: house.clock.now(), createdBy: actor.personId },
  });
  const services = importServices(house);
  const { id } = await house.door.run(actor, 'import.create', null, { fileId });
  await workImport({ ...services, told: told('正在核对') }, { batchId: id });
  await house.door.run(actor, 'import.confirm', id, { mode });
  await workImport({ ...services, told: told('正在登记') }, { batchId: id });
  return em.findOneByOrFail(ImportBatch, { id });
}

function print(list: CheckedList, outcome: Outcome, json: boolean): void {
  if (json) console.log(JSON.stringify(jsonReport(list, outcome), null, 2));
  else console.log(textReport(list, outcome).join('\n'));
}

async function checkAndRegister(house: House, options: ImportOptions): Promise<number> {
  const { dryRun, goodOnly, json } = options;
  const people = await peopleWithDuty(house.dataSource.manager, null, ['coordinator']);
  const actor = dryRun ? null : await coordinator(house, people, options.account);
  const file = { name: basename(options.file), bytes: await readBytes(options.file) };
  const around = await listSurroundings(importServices(house), actor?.unitId ?? people[0]?.unitId ?? null);
  const choice = { columns: null, kind: null, term: null, meeting: null };
  const list = await checkList(file, choice, new Map(), around);
  const { good, bad } = counted(list);
  const nothing = { file: file.name, dryRun, importId: null, imported: 0 };
  const refused = bad > 0 && !goodOnly;
  if (!actor || good === 0 || refused) {
    print(list, nothing, json);
    if (dryRun && bad === 0) return 0;
    throw new UsageError(
      `有 ${bad} 行有问题，没有登记任何一件。请按报告改正后再试${good > 0 ? '，或加 --good-only 只登记没有问题的行' : ''}。`,
    );
  }
  const { id, state, done } = await register(house, actor, file, goodOnly ? 'good' : 'all');
  if (state !== 'imported')
    throw new UsageError('导入期间有人登记了其中的提案，没有登记任何一件。请再运行一次看新的报告。');
  print(list, { ...nothing, importId: id, imported: done }, json);
  return 0;
}

/** Checks a list and, unless it is a dry run, registers its lines. Returns the exit status. */
export async function importProposals(options: ImportOptions): Promise<number> {
  const house = await House.open(readSettings(process.env, []));
  try {
    const [ready] = (await house.dataSource.query(
      `SELECT to_regclass('import_batch') IS NOT NULL AS tables`,
    )) as [{ tables: boolean }];
    if (!ready.tables)
      throw new UsageError('数据库还没有建好，或是旧版本的。请先运行一次 npm start 再导入。');
    return await checkAndRegister(house, options);
  } finally {
    await house.close();
  }
}
