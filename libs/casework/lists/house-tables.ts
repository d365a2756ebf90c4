import { delegationReasons, delegationStates } from '@fuhan/contracts';
import { delegationsOf, delegationState, loadAliases, loadDirectory, loadDuties } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { duties as dutyWords } from '@fuhan/rules';
import type { WorklistContext } from '../worklist.queries';
import { column, dayCell, type ListTable, yes } from './list-table';

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly offices: readonly string[];
}
/** 单位名录 */
export const unitListTable: ListTable<UnitRow> = {
  name: '单位名录',
  columns: [
    column('编码', 16, ({ code }) => code),
    column('全称', 36, ({ name }) => name),
    column('简称', 26, ({ shortName }) => shortName),
    column('别名', 40, ({ aliases }) => aliases.join('、')),
    column('科室', 60, ({ offices }) => offices.join('、')),
  ],
};

export async function unitRows({ em }: WorklistContext): Promise<UnitRow[]> {
  const { units, offices } = await loadDirectory(em);
  const aliases = await loadAliases(em);
  return [...units.values()]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map(({ id, code, name, shortName }) => ({
      ...{ code, name, shortName, aliases: aliases.get(id) ?? [] },
      offices: [...offices.values()].filter(({ unitId }) => unitId === id).map((office) => office.name),
    }));
}

interface PersonRow {
  readonly name: string;
  readonly account: string;
  readonly unit: string;
  readonly office: string | null;
  readonly duties: readonly string[];
  readonly disabled: boolean;
}
/** 人员 */
export const personTable: ListTable<PersonRow> = {
  name: '人员',
  columns: [
    column('姓名', 12, ({ name }) => name),
    column('账号', 20, ({ account }) => account),
    column('单位', 26, ({ unit }) => unit),
    column('科室', 20, ({ office }) => office),
    column('职责', 50, ({ duties }) => duties.join('、')),
    column('已停用', 10, ({ disabled }) => yes(disabled)),
  ],
};

/** @throws FuhanError `permission.denied` for who does not keep the people */
export async function personRows({ em, actor }: WorklistContext): Promise<PersonRow[]> {
  if (!actor.duties.some((duty) => duty === 'system_admin' || duty === 'security_admin'))
    throw new FuhanError('permission.denied', { action: '导出全部人员', who: '系统管理员或安全管理员' });
  const { units, offices, people } = await loadDirectory(em);
  const dutiesOf = await loadDuties(em);
  return [...people.values()]
    .sort((a, b) => a.account.localeCompare(b.account))
    .map(({ id, name, account, unitId, officeId, disabledAt }) => ({
      ...{ name, account, unit: units.get(unitId)?.shortName ?? '', disabled: disabledAt !== null },
      office: officeId ? (offices.get(officeId)?.name ?? null) : null,
      duties: (dutiesOf.get(id) ?? []).map((duty) => dutyWords[duty].label),
    }));
}

interface DelegationRow {
  readonly from: string;
  readonly to: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly reason: string;
  readonly duties: readonly string[];
  readonly state: string;
}
/** 委托代办 */
export const delegationTable: ListTable<DelegationRow> = {
  name: '委托代办',
  columns: [
    column('委托人', 14, ({ from }) => from),
    column('受托人', 14, ({ to }) => to),
    column('从', 14, ({ fromOn }) => dayCell(fromOn)),
    column('到', 14, ({ untilOn }) => dayCell(untilOn)),
    column('事由', 14, ({ reason }) => reason),
    column('职责', 40, ({ duties }) => duties.join('、')),
    column('状态', 12, ({ state }) => state),
  ],
};

/** What the reader delegated, and what was delegated to the reader. */
export async function delegationRows({ em, actor, today }: WorklistContext): Promise<DelegationRow[]> {
  const { people } = await loadDirectory(em);
  const nameOf = (id: string): string => people.get(id)?.name ?? '';
  return (await delegationsOf(em, actor.personId)).map((each) => ({
    ...{
      from: nameOf(each.fromPerson),
      to: nameOf(each.toPerson),
      fromOn: each.fromOn,
      untilOn: each.untilOn,
    },
    reason: delegationReasons[each.reason],
    duties: each.duties.map((duty) => dutyWords[duty].label),
    state: delegationStates[delegationState(each, today)],
  }));
}
