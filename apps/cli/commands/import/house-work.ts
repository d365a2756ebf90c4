import { newId } from '@fuhan/kernel';
import { actorOf, type Person } from '@fuhan/identity';
import { Blob, readSettings } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import { isPackage, mimeOf } from '../../../server/api/file-type';
import { House } from '../../../server/house';
import { UsageError } from '../../command';

/** Progress goes to the terminal alone, over itself. */
export const told = (verb: string) => (done: number, total: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${verb} ${done}/${total}${done === total ? '\n' : ''}`);
};

/** In whose name the work is done: the account that was named, else the only coordinator there is. */
export async function coordinator(
  house: House,
  people: readonly Person[],
  account: string | null,
): Promise<Actor> {
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

/** Keeps a file as if its writer had uploaded it. @returns its id */
export async function storeFile(
  house: House,
  actor: Actor,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const id = newId();
  const buffer = Buffer.from(bytes);
  const mime = mimeOf(buffer) ?? (isPackage(buffer) ? 'application/zip' : 'application/octet-stream');
  await house.dataSource.manager.insert(Blob, {
    ...{ id, fileName, mime, createdAt: house.clock.now(), createdBy: actor.personId },
    ...(await house.blobs.put(bytes)),
  });
  return id;
}

/** Works in the house of the settings; its database has to know the table, as a newer program needs it. */
export async function withHouse<T>(table: string, work: (house: House) => Promise<T>): Promise<T> {
  const house = await House.open(readSettings(process.env, []));
  try {
    const [ready] = (await house.dataSource.query(`SELECT to_regclass($1) IS NOT NULL AS tables`, [
      table,
    ])) as [{ tables: boolean }];
    if (!ready.tables)
      throw new UsageError('数据库还没有建好，或是旧版本的。请先运行一次 npm start 再导入。');
    return await work(house);
  } finally {
    await house.close();
  }
}
