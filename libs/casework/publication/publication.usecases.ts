import { createHash } from 'node:crypto';
import { FuhanError, newId } from '@fuhan/kernel';
import { publicationCopy, renderText } from '@fuhan/letter-engine';
import { Unit } from '@fuhan/identity';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Assignment, Draft, Letter, Proposal, Publication } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { writePublicWords } from './public-words';

/** Whether the proposers let their names stand: the consent that opened the gate says so. */
const consentOf = async (ctx: CommandContext, letter: Letter): Promise<'yes' | 'no'> => {
  const answered = await ctx.em.findBy(Proposal, { id: In([letter.answersId, ...letter.alsoAnswers]) });
  return answered.every(({ consentTold }) => consentTold?.names === true) ? 'yes' : 'no';
};

/** 制作公开稿: from the letter's model, never from its files; what is masked is in nothing that is made of the copy. */
export const preparePublication: UseCase<'letter.preparePublication'> = async (ctx, _input, letterId) => {
  const letter = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: letter.draftId });
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const { name: unitName } = await ctx.em.findOneByOrFail(Unit, { id: unitId });
  const { model, masked } = publicationCopy(letter.model, { consent: await consentOf(ctx, letter) });
  const text = renderText(model);
  const id = newId();
  const title = model.title ?? letter.documentNumber;
  await ctx.em.insert(Publication, {
    ...{ id, proposalId: ctx.proposalId, assignmentId, letterId, unitName, title },
    state: firstState('publication', 'letter.preparePublication'),
    model: model as never,
    masked: [...masked] as never,
    text,
    digest: createHash('sha256').update(text).digest('hex'),
    preparedAt: ctx.now,
    preparedBy: ctx.actor.personId,
  });
  await writePublicWords(ctx.em, { id, title, text });
  await record(
    ctx,
    'letter.preparePublication',
    id,
    `制作${letter.documentNumber}的公开稿，遮盖 ${masked.length} 处。`,
  );
  await made(ctx, 'publication', 'letter.preparePublication', id);
  return { id };
};

/** Four eyes: who made the copy does not decide on it. */
async function judged(ctx: CommandContext, id: string): Promise<Publication> {
  const copy = await ctx.em.findOneByOrFail(Publication, { id });
  if (copy.preparedBy === ctx.actor.personId)
    throw new FuhanError('guard.failed', { detail: '公开稿是您制作的，请另一位有权的人审核。' });
  return copy;
}

const numberOf = async (ctx: CommandContext, { letterId }: Publication): Promise<string> =>
  (await ctx.em.findOneByOrFail(Letter, { id: letterId })).documentNumber;

const reviewedNow = (ctx: CommandContext) => ({ reviewedAt: ctx.now, reviewedBy: ctx.actor.personId });

/** 审核通过，公开: the reviewer has looked for secrets, privacy and trade secrets, and has read the copy. */
export const approvePublication: UseCase<'publication.approve'> = async (ctx, checked, targetId) => {
  const copy = await judged(ctx, targetId);
  await record(
    ctx,
    'publication.approve',
    targetId,
    `审核${await numberOf(ctx, copy)}的公开稿：不涉及国家秘密、工作秘密、商业秘密和个人隐私，同意公开。`,
  );
  await transition(ctx, 'publication', targetId, 'publication.approve', {
    ...reviewedNow(ctx),
    checked: checked as Publication['checked'],
    publishedOn: ctx.today,
  });
  return { id: targetId };
};

const ending =
  (action: 'publication.refuse' | 'publication.bar' | 'publication.withdraw', words: string) =>
  async (ctx: CommandContext, { reason }: { reason: string }, targetId: string): Promise<{ id: string }> => {
    const withdraws = action === 'publication.withdraw';
    const copy = withdraws
      ? await ctx.em.findOneByOrFail(Publication, { id: targetId })
      : await judged(ctx, targetId);
    await record(ctx, action, targetId, `${words}${await numberOf(ctx, copy)}的公开稿：${reason}`);
    await transition(ctx, 'publication', targetId, action, {
      ...(withdraws ? {} : reviewedNow(ctx)),
      reason,
      endedAt: ctx.now,
    });
    return { id: targetId };
  };

export const refusePublication: UseCase<'publication.refuse'> = ending('publication.refuse', '退回');
export const barPublication: UseCase<'publication.bar'> = ending('publication.bar', '不予公开');
export const withdrawPublication: UseCase<'publication.withdraw'> = ending('publication.withdraw', '撤下');

/** What hangs out, or is about to, is taken down at once. */
export async function takeDown(
  ctx: CommandContext,
  copies: readonly Publication[],
  reason: string,
): Promise<void> {
  for (const copy of copies) {
    await record(
      ctx,
      'publication.takeDown',
      copy.id,
      `${await numberOf(ctx, copy)}的公开稿不再公开：${reason}`,
    );
    await transition(ctx, 'publication', copy.id, 'publication.takeDown', { reason, endedAt: ctx.now });
  }
}

/** 登记提案者是否同意公开: told to the coordinator, when and how. A refusal closes the gate at once, also for what hangs out. */
export const recordConsent: UseCase<'proposal.recordConsent'> = async (ctx, input, proposalId) => {
  const { consent, names, how, on } = input;
  if (on > ctx.today)
    throw new FuhanError('guard.failed', { detail: '日期在今天之后。请等提案者表示过再记，或改正日期。' });
  await ctx.em.update(
    Proposal,
    { id: proposalId },
    { consentToPublish: consent, consentTold: { names, how, on } },
  );
  const said = consent ? `同意公开${names ? '并具名' : '，不具名'}` : '不同意公开';
  await record(ctx, 'proposal.recordConsent', proposalId, `提案者于 ${on} ${said}（${how}）。`);
  if (consent) return { id: proposalId };
  const hanging = await ctx.em
    .createQueryBuilder(Publication, 'copy')
    .innerJoin(Letter, 'letter', 'letter.id = copy.letterId')
    .where(`copy.state IN ('prepared', 'published')`)
    .andWhere('(letter.answersId = :proposalId OR :proposalId = ANY (letter.alsoAnswers))', { proposalId })
    .getMany();
  await takeDown(ctx, hanging, '提案者不同意公开');
  return { id: proposalId };
};
