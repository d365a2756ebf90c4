import type { PlaceProfile } from '../profile';

/** Who hears of a chase beside the unit's own people: 分管领导 of the unit, 督办人员. */
export type EscalationLevel = 'leader' | 'supervisor';

export interface Escalation {
  readonly to: readonly EscalationLevel[];
  /** The rules that escalated it, in words. */
  readonly rules: readonly string[];
}

/**
 * Who else hears of a chase. A reminder before the due day never comes here.
 * @param chases chases of this clock, sent by rule or by hand, since the unit last took a step on the case
 * @param overdue working days past the due day; 0 or less while it is not past
 */
export function escalationOf(
  { leaderAfterChases, supervisorAfterWorkdays }: PlaceProfile['chase'],
  { chases, overdue }: { readonly chases: number; readonly overdue: number },
): Escalation {
  const found: [EscalationLevel, string][] = [];
  if (chases >= leaderAfterChases) found.push(['leader', `连催${leaderAfterChases}次没有动作，报分管领导`]);
  if (overdue >= supervisorAfterWorkdays)
    found.push(['supervisor', `逾期满${supervisorAfterWorkdays}个工作日，报督办人员`]);
  return { to: found.map(([level]) => level), rules: found.map(([, rule]) => rule) };
}
