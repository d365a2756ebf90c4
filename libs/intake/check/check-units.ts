import { splitNames, splitRoles } from '../cells/units';
import { parseDay } from '../cells/dates';
import type { IntakeField } from '../columns/fields';
import type { IntakeRow } from '../columns/rows';
import type { DateString } from '@fuhan/kernel';
import type { Findings, IntakeFacts, ProposedHandOver } from './checked';

const MOST_CO = 40;

function found(names: readonly string[], field: IntakeField, facts: IntakeFacts, to: Findings): string[] {
  const ids = names.flatMap((name) => {
    const unit = facts.units.find(name);
    if (unit) return [unit.id];
    const choices = facts.units.nearest(name).map(({ shortName }) => shortName);
    const like = choices.length > 0 ? `可能是${choices.join('、')}。` : '';
    to.error(
      field,
      `没有名为“${name.slice(0, 40)}”的单位。`,
      `${like}请改成单位名录里的名称，或请管理员加上这个别名。`,
      choices,
    );
    return [];
  });
  return [...new Set(ids)];
}

/** A day of the list: it exists, and is not ahead. */
export function dayOf(
  { values }: IntakeRow,
  field: 'handedOverOn' | 'registeredOn',
  facts: IntakeFacts,
  to: Findings,
): DateString | null {
  const written = values[field];
  if (written === undefined) return null;
  const day = parseDay(written, facts.date1904);
  if (day === null)
    return to.error(
      field,
      `“${written.slice(0, 30)}”不是一个日期。`,
      '请写成 2026-03-01 的样子，并核对当月天数。',
    );
  if (day > facts.today)
    return to.error(field, `日期 ${day} 还没有到。`, '请核对年份和月份；将来的日期不能登记。');
  return day;
}

/** Whom the list gives it to; null where it names nobody. */
export function handOverOf(row: IntakeRow, facts: IntakeFacts, to: Findings): ProposedHandOver | null {
  const { leadUnit = '', coUnits = '', referenceUnits = '' } = row.values;
  const asked = splitRoles(leadUnit);
  const [lead, ...others] = found(asked.lead, 'leadUnit', facts, to);
  const co = found(
    [...asked.co, ...splitNames(coUnits)],
    asked.co.length > 0 ? 'leadUnit' : 'coUnits',
    facts,
    to,
  );
  if (others.length > 0)
    to.warn('leadUnit', '主办单位一栏写了几家。', '第一家作主办，其余作会办；不对的，交办时可以改。');
  const coUnitIds = [...new Set([...others, ...co])].filter((id) => id !== lead);
  if (coUnitIds.length > MOST_CO)
    to.error('coUnits', `会办单位有 ${coUnitIds.length} 家，超过 ${MOST_CO} 家。`, '请核对这一栏。');
  if (co.includes(lead ?? '')) to.warn('coUnits', '主办单位又列在会办单位里。', '只作主办。');
  if (lead === undefined && coUnitIds.length > 0 && leadUnit === '')
    to.warn('leadUnit', '有会办单位，没有主办单位。', '交办时请选定主办单位。');
  const referenceUnitIds = found(splitNames(referenceUnits), 'referenceUnits', facts, to).filter(
    (id) => id !== lead && !coUnitIds.includes(id),
  );
  const handedOverOn = dayOf(row, 'handedOverOn', facts, to);
  if (lead === undefined && coUnitIds.length + referenceUnitIds.length === 0 && handedOverOn === null)
    return null;
  return { leadUnitId: lead ?? null, coUnitIds, referenceUnitIds, handedOverOn };
}
