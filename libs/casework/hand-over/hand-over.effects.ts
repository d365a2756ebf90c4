import { cancelClocksOf, Deadline, meetClock, reopenClock, startClocksOf } from '@fuhan/clocks';
import { newId, shanghaiDate } from '@fuhan/kernel';
import { backPlan, writesReply } from '@fuhan/rules';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Opinion, TargetDate } from '../case/entities';
import { type Audience, tell } from '../case/tell';
import { firstState, transition } from '../case/transition';
import { proposersOfCase } from '../merging/answered';

const assignmentById = (ctx: CommandContext, id: string): Promise<Assignment> =>
  ctx.em.findOneByOrFail(Assignment, { id });

/** A co-handler owes an opinion. */
export const awaitOpinions: EffectHandler = async (ctx, { targetId: assignmentId }) => {
  const { role } = await assignmentById(ctx, assignmentId);
  if (role !== 'co') return;
  const state = firstState('opinion', 'opinion.await');
  const { proposalId } = ctx;
  const route = ctx.profile.opinionRoute.map((step) => ({ ...step }));
  await ctx.em.insert(Opinion, { id: newId(), proposalId, assignmentId, state, version: 0, route });
};

/** The hand-over of a duty starts every clock that the profile lets it start for the role, from its true day; reminders speak from now on. */
export const startClocks: EffectHandler = async (ctx, { targetId: subjectId }) => {
  const { proposalId } = ctx;
  const proposers = (await proposersOfCase(ctx.em, proposalId)).map((each) => each.kind);
  const { unitId, role, handedOverAt } = await assignmentById(ctx, subjectId);
  const subject = { proposalId, subjectId, unitId };
  await startClocksOf(ctx, 'hand_over', { role, proposers }, subject, shanghaiDate(handedOverAt));
};

/** Who answers works towards the days of the back-plan, counted from the due day of its own reply. */
export const planTargets: EffectHandler = async (ctx, { targetId: assignmentId }) => {
  const { role, handedOverAt } = await assignmentById(ctx, assignmentId);
  const reply = await ctx.em.findOneBy(Deadline, { subjectId: assignmentId, clock: 'reply' });
  if (!reply || !writesReply(role)) return;
  const targets = backPlan(
    shanghaiDate(handedOverAt),
    reply.dueOn,
    ctx.profile.handOver.backPlan,
    ctx.calendar,
  );
  await ctx.em.insert(
    TargetDate,
    targets.map(({ key, name, on: dueOn }, i) => ({ assignmentId, ordinal: i + 1, key, name, dueOn })),
  );
};

export const tellHandlers: EffectHandler = async (ctx, { targetId }) => {
  const { unitId } = await assignmentById(ctx, targetId);
  tell(ctx, 'handed_over', '有新交办的提案，请签收', [{ unitId, duties: ['proposal_office'] }]);
};

/** 签收: whether the unit takes it on is answered; the last day to ask for a return stays the same. */
export const reopenReturnClock: EffectHandler = async (ctx, { targetId }) =>
  reopenClock(ctx, 'return', targetId);
export const meetReturnClock: EffectHandler = async (ctx, { targetId }) => meetClock(ctx, 'return', targetId);

/** 参阅: to have signed for it is all that is asked. */
export const finishReference: EffectHandler = async (ctx, { targetId }) => {
  const { role } = await assignmentById(ctx, targetId);
  if (role === 'reference') await transition(ctx, 'assignment', targetId, 'assignment.finish');
};

export const tellOffice: EffectHandler = async (ctx, { targetId }) => {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  tell(ctx, 'handed_on', '承办人离岗，有一件提案待重新分给科室', [{ unitId, duties: ['proposal_office'] }]);
};

export const tellDrafter: EffectHandler = async (ctx, { targetId }) => {
  const { drafterId } = await assignmentById(ctx, targetId);
  if (drafterId) tell(ctx, 'divided', '有一件提案分给您承办', [{ personId: drafterId }]);
};

/**
 * A duty that is done, or ends before it is: what still runs for it (the first contact, the right to return) runs on for nothing.
 */
export const cancelClocks: EffectHandler = (ctx, { targetId }) => cancelClocksOf(ctx, targetId);

const endings: Readonly<Record<string, string>> = {
  'assignment.return': '退办已获同意，这件提案改由其他单位承办',
  'assignment.remove': '本单位不再承办这件提案',
  'assignment.recall': '这件提案的交办已经撤回，请停止办理',
  'assignment.merge': '这件提案已并入另一件办理，请停止单独办理',
  'assignment.withdraw': '提案者已经撤案，请停止办理',
};

/** The unit and whoever works on it hear why they may stop. */
export const tellEnded: EffectHandler = async (ctx, { action, targetId }) => {
  const { unitId, drafterId } = await assignmentById(ctx, targetId);
  const audiences: Audience[] = [{ unitId, duties: ['proposal_office'] }];
  if (drafterId) audiences.push({ personId: drafterId });
  tell(ctx, 'duty_ended', endings[action] ?? '本单位不再承办这件提案', audiences);
};
