import { postCommand } from '../../shared/api/client';
import type { Duty } from '../../shared/api/types';
import type { Job } from '../../shared/batch';

/** What is usually written to several at once. */
export const USUAL = '该件已临近或超过办理期限，请抓紧办理，并于本周内反馈进展。';

/** One key for each line: a unit may be late with several of its clocks. */
export const dutyKey = ({ assignmentId, clock }: Duty): string => `${assignmentId} ${clock}`;

/** Lines by unit, the unit first that is latest; the lines of one stand as they came. */
export function byUnit(duties: readonly Duty[]): [string, Duty[]][] {
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) groups.set(duty.unit, [...(groups.get(duty.unit) ?? []), duty]);
  return [...groups];
}

export const lateOf = (duties: readonly Duty[]): Duty[] =>
  duties.filter(({ light }) => light.color === 'overdue');

/** One chase for each unit's part in a case, however many of its clocks were chosen. */
export const jobsOf = (duties: readonly Duty[], text: string): Job[] =>
  duties
    .filter((duty, i) => duties.findIndex(({ assignmentId }) => assignmentId === duty.assignmentId) === i)
    .map(({ assignmentId, unit, number }) => ({
      key: assignmentId,
      words: `${unit} 第 ${number} 号`,
      run: async () => {
        await postCommand(`/api/assignments/${assignmentId}/chase`, { text });
        return '已催办';
      },
    }));
