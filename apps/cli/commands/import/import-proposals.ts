import { basename } from 'node:path';
import {
  type CheckedList,
  checkList,
  ImportBatch,
  type ImportMode,
  listSurroundings,
  workImport,
} from '@fuhan/casework';
import { peopleWithDuty } from '@fuhan/identity';
import type { Actor } from '@fuhan/rules';
import type { House } from '../../../server/house';
import { importServices } from '../../../server/worker/worker';
import { UsageError } from '../../command';
import { readBytes } from '../letter/letter-file';
import { coordinator, storeFile, told, withHouse } from './house-work';
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

/** The list becomes one of the house's, is read, confirmed and registered, as when it is handed in on the page. */
async function register(
  house: House,
  actor: Actor,
  { name, bytes }: ListFile,
  mode: ImportMode,
): Promise<ImportBatch> {
  const em = house.dataSource.manager;
  const fileId = await storeFile(house, actor, name, bytes);
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
export const importProposals = (options: ImportOptions): Promise<number> =>
  withHouse('import_batch', (house) => checkAndRegister(house, options));
