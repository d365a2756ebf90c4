import { duties } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Opinion, OpinionProposal } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { tellNextEndorsers } from './next-endorsers';
import { writeVersion } from './write-version';

const onItsWay = async (ctx: CommandContext, opinionId: string) => ({
  opinion: await ctx.em.findOneByOrFail(Opinion, { id: opinionId }),
  proposed: await ctx.em.findOneByOrFail(OpinionProposal, { opinionId }),
});

/** 同意报出: the opinion passes on inside its unit; the last step lets it out, in the name of who wrote it. */
export const endorseOpinion: UseCase<'opinion.endorse'> = async (ctx, { words }, targetId) => {
  const { opinion, proposed } = await onItsWay(ctx, targetId);
  const step = opinion.route[proposed.endorsements.length];
  if (!step) throw new Error(`opinion ${targetId} waits for no step`);
  const { personId, name: person } = ctx.actor;
  const endorsements = [
    ...proposed.endorsements,
    { name: step.name, personId, person, at: ctx.now.toISOString(), words: words || null },
  ];
  await ctx.em.update(OpinionProposal, { opinionId: targetId }, { endorsements });
  await record(
    ctx,
    'opinion.endorse',
    targetId,
    `${step.name}：同意报出会办意见${words ? `，${words}` : ''}。`,
  );
  await transition(ctx, 'opinion', targetId, 'opinion.endorse');
  if (endorsements.length < opinion.route.length) {
    await tellNextEndorsers(ctx, targetId);
    return { id: targetId };
  }
  const { content } = proposed;
  const given = {
    ...content,
    signerName: content.signerName ?? person,
    signerDuty: content.signerDuty ?? duties[step.duty].label,
  };
  await writeVersion(ctx, targetId, given, {
    ...{ via: 'system', action: 'opinion.letOut', by: proposed.proposedBy },
  });
  await ctx.em.delete(OpinionProposal, { opinionId: targetId });
  return { id: targetId };
};

/** 退回本单位修改: the drafter writes it anew; nobody outside the unit has seen it. */
export const refuseOpinion: UseCase<'opinion.refuse'> = async (ctx, { reason }, targetId) => {
  const { opinion, proposed } = await onItsWay(ctx, targetId);
  const step = opinion.route[proposed.endorsements.length];
  await ctx.em.update(OpinionProposal, { opinionId: targetId }, { refusal: reason, endorsements: [] });
  await record(ctx, 'opinion.refuse', targetId, `${step?.name ?? ''}：退回会办意见，${reason}`);
  await transition(ctx, 'opinion', targetId, 'opinion.refuse');
  return { id: targetId };
};

/** 撤回修改: its drafter takes it back before it has left the unit. */
export const takeBackOpinion: UseCase<'opinion.takeBack'> = async (ctx, _input, targetId) => {
  await ctx.em.update(OpinionProposal, { opinionId: targetId }, { endorsements: [] });
  await record(ctx, 'opinion.takeBack', targetId, '撤回会办意见，修改后再送审。');
  await transition(ctx, 'opinion', targetId, 'opinion.takeBack');
  return { id: targetId };
};
