import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@fuhan/kernel';
import { hashPassword, Person, PersonDuty, Unit } from '@fuhan/identity';
import { duties, type Duty } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { House } from './house';

const accounts: readonly { readonly account: string; readonly duty: Duty }[] = [
  { account: 'xitong', duty: 'system_admin' },
  { account: 'anquan', duty: 'security_admin' },
  { account: 'shenji', duty: 'audit_admin' },
];

/** Where the first passwords are written, readable by the owner of the data folder alone. */
export const administratorsFile = (house: House): string =>
  path.join(house.settings.DATA_DIR, 'initial-administrators.txt');

/** A real house without a single person gets its three administrators, each with a random password of its own. */
export async function appointAdministrators(house: House, em: EntityManager): Promise<void> {
  if (await em.existsBy(Person, {})) return;
  const unit = await em.findOneOrFail(Unit, { where: {}, order: { code: 'ASC' } });
  const lines: string[] = [];
  for (const { account, duty } of accounts) {
    const password = randomBytes(12).toString('base64url');
    const id = newId();
    const { label: name } = duties[duty];
    await em.insert(Person, {
      id,
      account,
      name,
      unitId: unit.id,
      passwordHash: await hashPassword(password),
    });
    await em.insert(PersonDuty, { personId: id, duty });
    lines.push(`${name}：账号 ${account}，初始口令 ${password}`);
  }
  writeFileSync(administratorsFile(house), `${lines.join('\n')}\n`, { mode: 0o600 });
}
