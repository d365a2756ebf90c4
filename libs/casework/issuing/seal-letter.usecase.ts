import { FuhanError, newId } from '@fuhan/kernel';
import { Blob } from '@fuhan/platform';
import type { CommandContext } from '../case/context';
import { Letter, SealUse } from '../case/entities';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** A file this person uploaded. @throws FuhanError `file.unknown` */
export async function assertOwnFile(ctx: CommandContext, id: string | null): Promise<void> {
  if (id !== null && !(await ctx.em.existsBy(Blob, { id, createdBy: ctx.actor.personId })))
    throw new FuhanError('file.unknown');
}

/** 登记用印: which seal, how many copies, by whom; the scan of the sealed letter where there is one. */
export const sealLetter: UseCase<'letter.seal'> = async (ctx, input, letterId) => {
  await assertOwnFile(ctx, input.scanFileId);
  const { documentNumber } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  await ctx.em.insert(SealUse, {
    id: newId(),
    proposalId: ctx.proposalId,
    letterId,
    ...input,
    usedAt: ctx.now,
    usedBy: ctx.actor.personId,
  });
  await record(ctx, 'letter.seal', letterId, `${documentNumber}用印：${input.seal} ${input.copies} 份。`);
  return { id: letterId };
};
