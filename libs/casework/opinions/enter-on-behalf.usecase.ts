import { Opinion } from '../case/entities';
import type { UseCase } from '../case/use-case';
import { signForUnit } from './sign-for-unit';
import { writeVersion } from './write-version';

/** 代录纸质意见: what a unit outside the system sent on paper, with its scan; whoever enters it has signed for the unit's receipt too. */
export const enterOnBehalf: UseCase<'opinion.enterOnBehalf'> = async (ctx, input, targetId) => {
  const { scanFileId, ...given } = input;
  const { assignmentId } = await ctx.em.findOneByOrFail(Opinion, { id: targetId });
  await signForUnit(ctx, assignmentId);
  await writeVersion(ctx, targetId, given, { via: 'paper', action: 'opinion.enterOnBehalf', scanFileId });
  return { id: targetId };
};
