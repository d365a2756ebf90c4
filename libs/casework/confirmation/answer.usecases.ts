import type { CommandContext } from '../case/context';
import { stateLabel } from '@fuhan/rules';
import { Confirmation } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** What is answered to a question about a draft. */
export interface Answer {
  readonly agree: boolean;
  readonly remark: string;
}

/** Writes the answer down, in the words of whoever gave it. */
export async function answer(ctx: CommandContext, id: string, { agree, remark }: Answer): Promise<void> {
  const action = agree ? 'confirmation.confirm' : 'confirmation.object';
  await transition(ctx, 'confirmation', id, action, {
    answeredAt: ctx.now,
    answeredBy: ctx.actor.name,
    remark: remark || null,
  });
  const { state, kind } = await ctx.em.findOneByOrFail(Confirmation, { id });
  const about = kind === 'proposer' ? '对答复稿' : '对采用本单位意见的内容';
  const said = remark ? `：${remark}` : '';
  await record(ctx, action, id, `${ctx.actor.name}${about}${stateLabel('confirmation', state)}${said}`);
}

/** 确认采用的内容 */
export const confirmWords: UseCase<'confirmation.confirm'> = async (ctx, { remark }, targetId) => {
  await answer(ctx, targetId, { agree: true, remark });
  return { id: targetId };
};

/** 提出修改意见 */
export const objectToWords: UseCase<'confirmation.object'> = async (ctx, { remark }, targetId) => {
  await answer(ctx, targetId, { agree: false, remark });
  return { id: targetId };
};
