import { Deadline } from '@fuhan/clocks';
import { chineseDate, FuhanError, newId } from '@fuhan/kernel';
import { computeDeadline, parseRule, ruleText } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Extension } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { clockOfCase, movedWords } from './clock-of-case';

/** 申请延期: the whole time wished for, or a day, with reasons; before the due day and within what the place allows. */
export const requestExtension: UseCase<'clock.requestExtension'> = async (ctx, input, targetId) => {
  const { basis, startedOn, pauses, dueOn, subjectId } = await clockOfCase(ctx, targetId);
  const { reason } = input;
  const rule = parseRule(input.rule, { roll: basis.rule.roll });
  const { due } = computeDeadline({
    from: startedOn,
    rule: basis.rule,
    calendar: ctx.calendar,
    pauses,
    extension: {
      rule,
      requestedOn: ctx.today,
      reason,
      ...(basis.extensionCap && { cap: basis.extensionCap }),
    },
  });
  const id = newId();
  await ctx.em.insert(Extension, {
    ...{ id, proposalId: ctx.proposalId, deadlineId: targetId, assignmentId: subjectId, rule, reason },
    ...{ state: firstState('extension', 'clock.requestExtension'), dueBefore: dueOn, dueWanted: due },
    ...{ requestedOn: ctx.today, requestedAt: ctx.now, requestedBy: ctx.actor.personId },
  });
  const words = `申请把“${basis.name}”延长到${chineseDate(due)}（${ruleText(rule)}），理由：${reason}`;
  await record(ctx, 'clock.requestExtension', id, words);
  await made(ctx, 'extension', 'clock.requestExtension', id);
  return { id };
};

const clockOfExtension = async (ctx: CommandContext, extensionId: string): Promise<Deadline> => {
  const { deadlineId } = await ctx.em.findOneByOrFail(Extension, { id: extensionId });
  return clockOfCase(ctx, deadlineId);
};

/** 同意延期: the effects move the due day and tell the unit. */
export const grantExtension: UseCase<'extension.grant'> = async (ctx, { words }, targetId) => {
  const before = await clockOfExtension(ctx, targetId);
  await transition(ctx, 'extension', targetId, 'extension.grant', {
    decidedAt: ctx.now,
    decidedBy: ctx.actor.personId,
    decision: words || null,
  });
  const after = await clockOfCase(ctx, before.id);
  const said = words ? `：${words}` : '';
  await record(
    ctx,
    'extension.grant',
    targetId,
    `同意“${before.basis.name}”延期，${movedWords(before.dueOn, after.dueOn)}${said}`,
  );
  return { id: targetId };
};

export const refuseExtension: UseCase<'extension.refuse'> = async (ctx, { words }, targetId) => {
  const { basis } = await clockOfExtension(ctx, targetId);
  await transition(ctx, 'extension', targetId, 'extension.refuse', {
    decidedAt: ctx.now,
    decidedBy: ctx.actor.personId,
    decision: words,
  });
  await record(ctx, 'extension.refuse', targetId, `不同意“${basis.name}”延期：${words}`);
  return { id: targetId };
};

export const withdrawExtension: UseCase<'extension.withdraw'> = async (ctx, _input, targetId) => {
  const { basis } = await clockOfExtension(ctx, targetId);
  await transition(ctx, 'extension', targetId, 'extension.withdraw');
  await record(ctx, 'extension.withdraw', targetId, `撤回“${basis.name}”的延期申请。`);
  return { id: targetId };
};

/** 告知提案者: when and how the unit told the proposer that the reply will come later. */
export const tellProposer: UseCase<'extension.tellProposer'> = async (ctx, { on, how }, targetId) => {
  if (on > ctx.today) throw new FuhanError('guard.failed', { detail: '告知日期不能晚于今天，请核对。' });
  await transition(ctx, 'extension', targetId, 'extension.tellProposer', {
    ...{ toldOn: on, toldHow: how, toldAt: ctx.now, toldBy: ctx.actor.personId },
  });
  await record(ctx, 'extension.tellProposer', targetId, `${chineseDate(on)}已把延期告知提案者（${how}）。`);
  return { id: targetId };
};
