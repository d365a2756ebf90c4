import { chineseDate, type DateString, FuhanError, newId } from '@fuhan/kernel';
import { standingLettersOf } from '@fuhan/rules';
import { Commitment, Letter, Suggestion } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { ownerOf } from './owner';
import { addProgress } from './progress.usecases';

/** A promise is kept after it was made. */
function assertAhead(dueOn: DateString, madeOn: DateString): void {
  if (dueOn <= madeOn)
    throw new FuhanError('guard.failed', {
      detail: `完成期限应在答复函的成文日期（${chineseDate(madeOn)}）之后，请核对。`,
    });
}

/** 确认承诺: from now on it counts: somebody has to keep it by a day, and its clock runs from the letter. */
export const confirmCommitment: UseCase<'commitment.confirm'> = async (ctx, input, targetId) => {
  const { text, dueOn } = input;
  const { madeOn } = await ctx.em.findOneByOrFail(Commitment, { id: targetId });
  assertAhead(dueOn, madeOn);
  const { words, ...owner } = await ownerOf(ctx, input);
  await transition(ctx, 'commitment', targetId, 'commitment.confirm', {
    ...{ text, dueOn, ...owner, confirmedAt: ctx.now, confirmedBy: ctx.actor.personId },
  });
  await record(ctx, 'commitment.confirm', targetId, `确认承诺（${words}，${chineseDate(dueOn)}前）：${text}`);
  return { id: targetId };
};

/** 不作承诺登记: what was found is no promise; why stays on file. */
export const strikeCommitment: UseCase<'commitment.strike'> = async (ctx, { reason }, targetId) => {
  const { text } = await ctx.em.findOneByOrFail(Commitment, { id: targetId });
  await transition(ctx, 'commitment', targetId, 'commitment.strike', { settledWords: reason });
  await record(ctx, 'commitment.strike', targetId, `“${text}”不作承诺登记：${reason}`);
  return { id: targetId };
};

/** 补登承诺: what the program did not find in the newest letter; a person adds it, so it counts at once. */
export const addCommitment: UseCase<'assignment.addCommitment'> = async (ctx, input, assignmentId) => {
  const { text, dueOn, suggestionId } = input;
  const letterId = standingLettersOf(ctx.snapshot, assignmentId).at(-1)?.id ?? '';
  const { date: madeOn } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  assertAhead(dueOn, madeOn);
  const ofCase = { id: suggestionId ?? '', proposalId: ctx.proposalId };
  if (suggestionId !== null && !(await ctx.em.existsBy(Suggestion, ofCase)))
    throw new FuhanError('guard.failed', { detail: '所选建议不在这件提案里。请刷新后重选。' });
  const { words, ...owner } = await ownerOf(ctx, input);
  const id = newId();
  await ctx.em.insert(Commitment, {
    ...{ id, proposalId: ctx.proposalId, assignmentId, letterId, suggestionId, madeOn, origin: 'hand' },
    state: firstState('commitment', 'assignment.addCommitment'),
    ...{ text, dueOn, ...owner, confirmedAt: ctx.now, confirmedBy: ctx.actor.personId },
  });
  await record(ctx, 'assignment.addCommitment', id, `补登承诺（${words}，${chineseDate(dueOn)}前）：${text}`);
  await made(ctx, 'commitment', 'assignment.addCommitment', id);
  return { id };
};

/** 改派承诺: somebody else has to keep it, by the same day. */
export const assignCommitment: UseCase<'commitment.assign'> = async (ctx, input, targetId) => {
  const { words, ...owner } = await ownerOf(ctx, input);
  const said = `改由${words}负责：${input.reason}`;
  await transition(ctx, 'commitment', targetId, 'commitment.assign', owner);
  await addProgress(ctx, targetId, 'assigned', { on: ctx.today, text: said });
  await record(ctx, 'commitment.assign', targetId, `承诺${said}`);
  return { id: targetId };
};
