import { FuhanError } from '@fuhan/kernel';
import { type AssignmentRole, writesReply } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { assertCustomary } from './hand-over.usecase';
import { liveAssignments, nextOrdinal, placeHandlers, unitName, unitNamed } from './place-handlers';

/** 会办 beside a lead, 分办 beside others that answer apart, 参阅 beside anybody. */
function assertFits(ctx: CommandContext, role: AssignmentRole): void {
  const roles = liveAssignments(ctx).map((each) => each.role);
  const apart = roles.includes('separate');
  const detail =
    role === 'co' && (apart || !roles.some(writesReply))
      ? '没有主办单位的件不能增加会办单位。'
      : role === 'separate' && !apart
        ? '只有分办件可以增加分办单位。'
        : null;
  if (detail !== null) throw new FuhanError('guard.failed', { detail });
}

/** A unit that handles alone becomes the lead with its first co-handler, and again the only one with its last. */
export async function nameLead(ctx: CommandContext): Promise<void> {
  const live = await ctx.em.findBy(Assignment, { proposalId: ctx.proposalId });
  const standing = live.filter(({ endedAt }) => endedAt === null);
  const role = standing.some((each) => each.role === 'co') ? 'lead' : 'sole';
  const writer = standing.find((each) => each.role === 'lead' || each.role === 'sole');
  if (writer && writer.role !== role) await ctx.em.update(Assignment, { id: writer.id }, { role });
}

/** Adds one unit to a case that was handed over. @throws FuhanError `guard.failed` where it has part in it already */
export async function addUnit(
  ctx: CommandContext,
  unitId: string,
  role: 'co' | 'separate' | 'reference',
  question: string | null,
): Promise<string> {
  const unit = await unitNamed(ctx, unitId);
  if (liveAssignments(ctx).some((each) => each.unitId === unitId))
    throw new FuhanError('guard.failed', { detail: `${unit.shortName}已经在承办单位里。` });
  assertFits(ctx, role);
  const [id = ''] = await placeHandlers(
    ctx,
    'assignment.place',
    [{ unitId, role, question }],
    nextOrdinal(ctx),
  );
  await nameLead(ctx);
  return id;
}

const roleWords = { co: '会办', separate: '分办', reference: '参阅' } as const;

/** 增加承办单位: a co-handler, a separate handler or a unit that takes note joins later. */
export const addHandler: UseCase<'proposal.addHandler'> = async (ctx, { unitId, role, question }) => {
  assertCustomary(ctx, role === 'co' ? 'joint' : role);
  const { shortName } = await unitNamed(ctx, unitId);
  const words = `增加${shortName}${roleWords[role]}。`;
  await record(ctx, 'proposal.addHandler', ctx.proposalId, words);
  return { id: await addUnit(ctx, unitId, role, question || null) };
};

/** 撤出承办单位: what it has given stays on file, and adopted passages keep their source. */
export const removeHandler: UseCase<'assignment.remove'> = async (ctx, { reason }, targetId) => {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  await record(ctx, 'assignment.remove', targetId, `${await unitName(ctx, unitId)}不再承办：${reason}`);
  await transition(ctx, 'assignment', targetId, 'assignment.remove', {
    endedAt: ctx.now,
    endReason: reason,
  });
  await nameLead(ctx);
  return { id: targetId };
};
