import { type fulfilmentBody, marks, type outsidePromises } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { stateLabel } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { countKnock } from './count-knock';
import { Commitment, CommitmentLink, CommitmentRating, Letter, Proposal, Proposer } from './case/entities';
import { outsideActor } from './case/outside-actor';
import { record, transition } from './case/transition';
import type { CommandDoor } from './command-door';
import type { OutsideServices } from './outside-opinion.usecases';

type Page = z.input<typeof outsidePromises>;
export type ToldPromise = Page['promises'][number];

/** What a proposer is told of: what counts; not what still waits for a person, was none, or went with its letter. */
const told: readonly Commitment['state'][] = ['confirmed', 'kept', 'unkept', 'answered'];

/** The letters of one text: merged proposals may each have their own, and what is promised in it is promised to all. */
async function sameText(em: EntityManager, letterId: string): Promise<string[]> {
  const { draftId } = await em.findOneByOrFail(Letter, { id: letterId });
  return (await em.findBy(Letter, { draftId })).map(({ id }) => id);
}

/** The promises of a letter as a proposer reads them, with what this proposer has said of them. */
export async function promisesFor(
  em: EntityManager,
  { letterId, proposerId }: { readonly letterId: string; readonly proposerId: string | null },
): Promise<ToldPromise[]> {
  const found = await em.find(Commitment, {
    where: { letterId: In(await sameText(em, letterId)), state: In([...told]) },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const rated = await em.findBy(CommitmentRating, {
    commitmentId: In(found.map(({ id }) => id)),
    proposerId: proposerId ?? '00000000-0000-0000-0000-000000000000',
  });
  return found.map(({ id, text, dueOn, state, outcome, settledOn, settledWords, answer }) => {
    const own = rated.find(({ commitmentId }) => commitmentId === id);
    return {
      ...{ id, text, dueOn, state: state as ToldPromise['state'], outcome, settledOn },
      stateLabel:
        outcome === null ? stateLabel('commitment', state) : outcome === 'kept' ? '已兑现' : '不能兑现',
      // How it was kept is told in the answer; why it cannot be kept is told at once.
      reason: outcome === 'unkept' ? settledWords : null,
      ...{ answer, rating: own ? marks[own.rating] : null, remark: own?.remark ?? null },
    };
  });
}

/**
 * The link of a proposer. Unknown and run out are one answer, which gives nothing away.
 * @throws FuhanError `link.dead`, `link.busy`
 */
async function knock({ dataSource, links, clock }: OutsideServices, token: string): Promise<CommitmentLink> {
  const em = dataSource.manager;
  const link = await em.findOneBy(CommitmentLink, { tokenHash: links.digestOf(token) });
  if (!link || clock.today() > link.expiresOn) throw new FuhanError('link.dead');
  await countKnock(em, 'commitment_link', link, clock.now());
  return link;
}

/** The page behind a proposer's link: what became of the promises of the letter, and nothing else of the case. */
export async function outsidePromisesPage(services: OutsideServices, token: string): Promise<Page> {
  const em = services.dataSource.manager;
  const link = await knock(services, token);
  const { name, proposalId } = await em.findOneByOrFail(Proposer, { id: link.proposerId });
  const { number, title } = await em.findOneByOrFail(Proposal, { id: proposalId });
  const { documentNumber, model, date } = await em.findOneByOrFail(Letter, { id: link.letterId });
  return {
    ...{ recipient: name, issuer: model.issuer ?? '', documentNumber, date, expiresOn: link.expiresOn },
    proposal: { number, title },
    promises: await promisesFor(em, link),
  };
}

/**
 * 评价兑现情况: by the proposer, on the own link, once for each promise that was answered. No command of the house does it.
 * @throws FuhanError `link.dead`, `link.busy`, `request.not-found`, `guard.failed`
 */
export async function rateByLink(
  services: OutsideServices,
  door: CommandDoor,
  { token, commitmentId }: { readonly token: string; readonly commitmentId: string },
  { rating, remark }: z.output<typeof fulfilmentBody>,
): Promise<void> {
  const { id, proposalId, proposerId, letterId } = await knock(services, token);
  const { name } = await services.dataSource.manager.findOneByOrFail(Proposer, { id: proposerId });
  const did = { action: 'commitment.rate', linkId: id } as const;
  await door.byLink(proposalId, outsideActor('', name), did, async (ctx) => {
    const promise = await ctx.em.findOneBy(Commitment, {
      ...{ id: commitmentId, letterId: In(await sameText(ctx.em, letterId)), state: In([...told]) },
    });
    if (!promise) throw new FuhanError('request.not-found');
    // The case is locked: of two sendings at once the second finds the first.
    if (await ctx.em.existsBy(CommitmentRating, { commitmentId, proposerId }))
      throw new FuhanError('guard.failed', { detail: '这项承诺您已经评价过了，不能再改。谢谢。' });
    await transition(ctx, 'commitment', commitmentId, 'commitment.rate');
    await ctx.em.insert(CommitmentRating, {
      ...{ commitmentId, proposerId, rating, remark: remark || null, ratedAt: ctx.now },
    });
    const said = remark ? `：${remark}` : '';
    const words = `${name}评价承诺（${promise.text}）的兑现情况：${marks[rating]}${said}`;
    await record(ctx, 'commitment.rate', commitmentId, words);
  });
}
