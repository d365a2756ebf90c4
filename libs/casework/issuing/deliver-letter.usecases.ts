import { deliveryMeans } from '@fuhan/contracts';
import { FuhanError, newId, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import { isLive } from '@fuhan/rules';
import { In } from 'typeorm';
import { copyRecipients } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment, Delivery, Letter } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { answeredBy, proposersOf } from '../merging/answered';
import { assertOwnFile } from './seal-letter.usecase';

type Recipient = Pick<Delivery, 'recipientKind' | 'recipientName' | 'proposerId' | 'unitId'>;

/** Every proposer of what the letter answers, the recipients of such a kind of paper, then the co-handlers in their order; each unit once. */
async function recipientsOf(ctx: CommandContext, letter: Letter): Promise<Recipient[]> {
  const { proposalId } = ctx;
  const proposers = await proposersOf(ctx.em, await answeredBy(ctx.em, letter));
  const helpers = await ctx.em.find(Assignment, {
    where: { proposalId, role: 'co' },
    order: { ordinal: 'ASC' },
  });
  const co = helpers.filter(isLive);
  const names = copyRecipients(ctx.profile, ctx.snapshot.proposal.kind).map(({ name }) => name);
  const units = await ctx.em.findBy(Unit, [
    { id: In(co.map(({ unitId }) => unitId)) },
    { shortName: In(names) },
  ]);
  const fixed = names.map((name): Recipient => {
    const unitId = units.find(({ shortName }) => shortName === name)?.id ?? null;
    return { recipientKind: unitId ? 'unit' : 'office', recipientName: name, proposerId: null, unitId };
  });
  const asked = new Set<string | null>(co.map(({ unitId }) => unitId));
  return [
    ...proposers.map(({ id, name }): Recipient => ({
      recipientKind: 'proposer',
      recipientName: name,
      proposerId: id,
      unitId: null,
    })),
    ...fixed.filter(({ unitId }) => !asked.has(unitId)),
    ...co.map(({ unitId }): Recipient => {
      const recipientName = units.find(({ id }) => id === unitId)?.shortName ?? '';
      return { recipientKind: 'unit', recipientName, proposerId: null, unitId };
    }),
  ];
}

/** 送达: a personal link for every proposer, a notice for every unit that gets a copy. */
export const deliverLetter: UseCase<'letter.deliver'> = async (ctx, _input, letterId) => {
  const letter = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const { documentNumber } = letter;
  const recipients = await recipientsOf(ctx, letter);
  const state = firstState('delivery', 'letter.deliver');
  const onLetter = { proposalId: ctx.proposalId, letterId, state, sentAt: ctx.now };
  await ctx.em.insert(
    Delivery,
    recipients.map((recipient) => {
      const id = newId();
      const tokenHash =
        recipient.recipientKind === 'proposer' ? ctx.links.digestOf(ctx.links.tokenOf(id)) : null;
      return { id, ...onLetter, ...recipient, tokenHash };
    }),
  );
  await record(
    ctx,
    'letter.deliver',
    letterId,
    `${documentNumber}送达${recipients.map(({ recipientName }) => recipientName).join('、')}。`,
  );
  await transition(ctx, 'letter', letterId, 'letter.deliver');
  await made(ctx, 'delivery', 'letter.deliver', letterId);
  return { id: letterId };
};

/** 签收来函: a unit confirms that its copy arrived. */
export const receiveDelivery: UseCase<'delivery.receive'> = async (ctx, _input, targetId) => {
  const { recipientName } = await ctx.em.findOneByOrFail(Delivery, { id: targetId });
  await record(ctx, 'delivery.receive', targetId, `${recipientName}签收了答复函。`);
  await transition(ctx, 'delivery', targetId, 'delivery.receive', {
    receivedAt: ctx.now,
    receivedBy: ctx.actor.name,
  });
  return { id: targetId };
};

/** 登记寄送方式: how a paper copy went. */
export const recordDelivery: UseCase<'delivery.record'> = async (ctx, { means, tracking }, targetId) => {
  const { recipientName } = await ctx.em.findOneByOrFail(Delivery, { id: targetId });
  const number = tracking ? `，${tracking}` : '';
  await record(
    ctx,
    'delivery.record',
    targetId,
    `给${recipientName}的函以${deliveryMeans[means]}送出${number}。`,
  );
  await transition(ctx, 'delivery', targetId, 'delivery.record', { means, tracking });
  return { id: targetId };
};

/** 登记回执: a paper receipt came back. It cannot be older than the sending, nor from tomorrow. */
export const confirmDelivery: UseCase<'delivery.confirm'> = async (ctx, input, targetId) => {
  await assertOwnFile(ctx, input.fileId);
  const { recipientName, sentAt } = await ctx.em.findOneByOrFail(Delivery, { id: targetId });
  if (input.receivedOn < shanghaiDate(sentAt) || input.receivedOn > ctx.today)
    throw new FuhanError('guard.failed', { detail: '收到日期应在送出之后、今天之前。请核对回执上的日期。' });
  await record(
    ctx,
    'delivery.confirm',
    targetId,
    `登记${recipientName}的回执：${input.receivedOn} 由${input.receivedBy}签收。`,
  );
  await transition(ctx, 'delivery', targetId, 'delivery.confirm', {
    receivedAt: shanghaiInstant(input.receivedOn, '12:00'),
    receivedBy: input.receivedBy,
    receiptFileId: input.fileId,
  });
  return { id: targetId };
};
