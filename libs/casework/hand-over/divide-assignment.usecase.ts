import { FuhanError } from '@fuhan/kernel';
import { Office, Person } from '@fuhan/identity';
import { Assignment, Draft, DraftSection } from '../case/entities';
import type { CommandContext } from '../case/context';
import { type Before, beforeLastStep } from '../case/last-step';
import { tell } from '../case/tell';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { fitDrafter } from './fit-drafter';

/** To whom a duty was given inside its unit before it was given on; all null when it was not yet. */
interface Divided extends Before {
  readonly officeId: string | null;
  readonly drafterId: string | null;
  /** The draft was there: it does not go with the drafter. */
  readonly hadDraft: boolean;
}

/** 分给科室: names the drafter inside the unit and the section (a small unit has none); naming again hands the work on. */
export const divideAssignment: UseCase<'assignment.divide'> = async (
  ctx,
  { officeId, drafterId },
  targetId,
) => {
  const { unitId } = ctx.actor;
  const drafter = await fitDrafter(ctx.em, unitId, drafterId);
  const id = officeId ?? drafter.officeId;
  const office = id === null ? null : await ctx.em.findOneBy(Office, { id, unitId });
  if (id !== null && !office)
    throw new FuhanError('guard.failed', { detail: '所选科室不在本单位，请重选。' });
  const given = office ? `分给${office.name}，` : '';
  const now = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  const before: Divided = {
    ...{ of: targetId, officeId: now.officeId, drafterId: now.drafterId },
    hadDraft: await ctx.em.existsBy(Draft, { assignmentId: targetId }),
  };
  await record(ctx, 'assignment.divide', targetId, `${given}由${drafter.name}承办。`, before);
  await transition(ctx, 'assignment', targetId, 'assignment.divide', { officeId: id, drafterId });
  return { id: targetId };
};

/** The empty draft that was opened with the division. */
async function closeDraft(ctx: CommandContext, assignmentId: string): Promise<void> {
  const draft = await ctx.em.findOneBy(Draft, { assignmentId });
  if (!draft) return;
  await ctx.em.delete(DraftSection, { draftId: draft.id });
  await ctx.em.delete(Draft, { id: draft.id });
}

/** 收回分办: the wrong section or the wrong name, by the same hand, at once; who had it before has it again. */
export const undivideAssignment: UseCase<'assignment.undivide'> = async (ctx, _input, targetId) => {
  const before = await beforeLastStep<Divided>(
    ...([ctx, 'assignment.divide', targetId, '承办科室或承办人有误的，请重新“分给科室”。'] as const),
  );
  const { drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  const nameOf = async (id: string | null): Promise<string> =>
    id === null ? '' : (await ctx.em.findOneByOrFail(Person, { id })).name;
  const back = before.drafterId === null ? '' : `，仍由${await nameOf(before.drafterId)}承办`;
  const words = `收回分给${await nameOf(drafterId)}的承办任务${back}。`;
  await record(ctx, 'assignment.undivide', targetId, words);
  if (drafterId) tell(ctx, 'divided', '分给您承办的一件提案已收回，不必办理', [{ personId: drafterId }]);
  await transition(ctx, 'assignment', targetId, 'assignment.undivide', { officeId: null, drafterId: null });
  if (!before.hadDraft) await closeDraft(ctx, targetId);
  const { officeId } = before;
  if (before.drafterId !== null)
    await transition(ctx, 'assignment', targetId, 'assignment.giveBack', {
      officeId,
      drafterId: before.drafterId,
    });
  return { id: targetId };
};
