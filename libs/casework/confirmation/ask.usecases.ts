import { startClocksOf, Deadline } from '@fuhan/clocks';
import { Unit } from '@fuhan/identity';
import { addDays, FuhanError, newId } from '@fuhan/kernel';
import { isLive } from '@fuhan/rules';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Assignment, Confirmation, Proposer } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { composeDraft } from '../drafting/compose-draft';
import { proposersOfCase } from '../merging/answered';
import { ownWords } from './own-words';

type Question = Pick<Confirmation, 'kind' | 'assignmentId' | 'proposerId' | 'shown' | 'digest' | 'dueOn'>;

/** One question about the draft; its link is made from its id. An earlier one to the same address no longer counts. */
async function ask(
  ctx: CommandContext,
  draftId: string,
  note: string | null,
  question: Question,
): Promise<string> {
  const { assignmentId, proposerId } = question;
  const earlier = await ctx.em.findBy(Confirmation, {
    draftId,
    ...(assignmentId ? { assignmentId } : { proposerId: proposerId ?? '' }),
    state: In(['asked', 'objected', 'unanswered']),
  });
  for (const { id } of earlier) await transition(ctx, 'confirmation', id, 'confirmation.replace');
  const id = newId();
  await ctx.em.insert(Confirmation, {
    ...{ id, proposalId: ctx.proposalId, draftId, note, ...question },
    state: firstState('confirmation', 'draft.askConfirmation'),
    tokenHash: ctx.links.digestOf(ctx.links.tokenOf(id)),
    silence: ctx.profile.confirmation.silence,
    ...{ askedAt: ctx.now, askedBy: ctx.actor.personId },
  });
  return id;
}

/** The clock of an answer, where the place has one. @returns its last day */
async function startAnswering(
  ctx: CommandContext,
  subjectId: string,
  unitId: string,
): Promise<string | null> {
  const subject = { proposalId: ctx.proposalId, subjectId, unitId };
  await startClocksOf(ctx, 'confirmation', { role: 'co', proposers: [] }, subject);
  return (await ctx.em.findOneBy(Deadline, { subjectId, clock: 'confirmation' }))?.dueOn ?? null;
}

/** 征求会办单位确认: each co-handler whose words stand in the reply and who has not confirmed them as they read is asked for them. */
export const askConfirmation: UseCase<'draft.askConfirmation'> = async (ctx, { note }, targetId) => {
  const settled = new Set(
    ctx.snapshot.confirmations.flatMap(({ draftId, assignmentId, state, current }) =>
      draftId === targetId && current && ['asked', 'confirmed', 'silent', 'kept'].includes(state)
        ? [assignmentId]
        : [],
    ),
  );
  const draft = ctx.snapshot.drafts.find(({ id }) => id === targetId);
  const asked = ctx.snapshot.assignments.filter(
    (each) => draft?.adoptedFrom.includes(each.id) && isLive(each) && !settled.has(each.id),
  );
  if (asked.length === 0)
    throw new FuhanError('guard.failed', { detail: '答复稿里没有还须请会办单位确认的内容。' });
  for (const { id: assignmentId, unitId } of asked) {
    const { shown, digest } = await ownWords(ctx.em, targetId, unitId);
    const question = { kind: 'co_handler', assignmentId, proposerId: null, shown } as const;
    const id = await ask(ctx, targetId, note || null, { ...question, digest, dueOn: null });
    await ctx.em.update(Confirmation, { id }, { dueOn: await startAnswering(ctx, id, unitId) });
    await made(ctx, 'confirmation', 'draft.askConfirmation', id);
    const { shortName } = await ctx.em.findOneByOrFail(Unit, { id: unitId });
    await record(ctx, 'draft.askConfirmation', id, `请${shortName}确认答复稿采用的 ${shown.length} 段内容。`);
  }
  return { id: targetId };
};

/** 征求提案者意见: the proposer reads the draft on a link of its own and may say something about it. */
export const consultProposer: UseCase<'draft.consultProposer'> = async (ctx, input, targetId) => {
  const chosen = (await proposersOfCase(ctx.em, ctx.proposalId)).filter(({ id }) =>
    input.proposerIds.includes(id),
  );
  if (chosen.length !== new Set(input.proposerIds).size)
    throw new FuhanError('guard.failed', { detail: '有人不是这件提案的提案者。请刷新后再选。' });
  const shown = await composeDraft(ctx, targetId, { documentNumber: null, date: null });
  const dueOn = addDays(ctx.today, ctx.profile.outsideLinks.days);
  for (const { id: proposerId, name } of chosen) {
    const question = { kind: 'proposer', assignmentId: null, proposerId, shown, digest: '', dueOn } as const;
    const id = await ask(ctx, targetId, input.note || null, question);
    await record(ctx, 'draft.consultProposer', id, `征求提案者${name}对答复稿的意见，${dueOn} 前有效。`);
  }
  return { id: targetId };
};

const nameAsked = async (ctx: CommandContext, id: string): Promise<string> => {
  const { assignmentId, proposerId } = await ctx.em.findOneByOrFail(Confirmation, { id });
  if (proposerId) return (await ctx.em.findOneByOrFail(Proposer, { id: proposerId })).name;
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId ?? '' });
  return (await ctx.em.findOneByOrFail(Unit, { id: unitId })).shortName;
};

/** 说明维持原文: the objection (or the silence) stands on file, and so do the words; the signer reads why. */
export const keepWords: UseCase<'confirmation.keep'> = async (ctx, { reason }, targetId) => {
  await transition(ctx, 'confirmation', targetId, 'confirmation.keep');
  const words = `对${await nameAsked(ctx, targetId)}的意见，说明维持原文：${reason}`;
  await record(ctx, 'confirmation.keep', targetId, words);
  return { id: targetId };
};

export const withdrawQuestion: UseCase<'confirmation.withdraw'> = async (ctx, _input, targetId) => {
  await transition(ctx, 'confirmation', targetId, 'confirmation.withdraw');
  const words = `撤回对${await nameAsked(ctx, targetId)}的征求。`;
  await record(ctx, 'confirmation.withdraw', targetId, words);
  return { id: targetId };
};
