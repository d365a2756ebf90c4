import { Deadline } from '@fuhan/clocks';
import { chineseDate, type DateString } from '@fuhan/kernel';
import { clockOf } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment } from '../case/entities';
import type { Audience } from '../case/tell';

/** The clock a command is about; the door has seen that it runs. */
export const clockOfCase = (ctx: CommandContext, id: string): Promise<Deadline> =>
  ctx.em.findOneByOrFail(Deadline, { id });

/** Whom a clock concerns: the 提案办 of its unit and the drafter it has named; for what the coordinator owes, and what a proposer is asked, the coordinators. */
export async function concernedBy(
  { em, profile }: Pick<CommandContext, 'em' | 'profile'>,
  { subjectId, unitId, basis }: Pick<Deadline, 'subjectId' | 'unitId' | 'basis'>,
): Promise<Audience[]> {
  const appliesTo: readonly string[] = clockOf(profile, basis.key)?.appliesTo ?? [];
  if (appliesTo.includes('coordinator') || appliesTo.includes('proposer'))
    return [{ unitId, duties: ['coordinator'] }];
  const drafterId = (await em.findOneBy(Assignment, { id: subjectId }))?.drafterId;
  const office: Audience = { unitId, duties: ['proposal_office'] };
  return drafterId ? [office, { personId: drafterId }] : [office];
}

/** 到期日由2026年6月9日改为2026年6月12日；不变时照说。 */
export const movedWords = (before: DateString, after: DateString): string =>
  before === after
    ? `到期日仍是${chineseDate(after)}`
    : `到期日由${chineseDate(before)}改为${chineseDate(after)}`;
