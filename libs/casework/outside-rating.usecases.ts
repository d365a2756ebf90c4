import type { outsideRating } from '@fuhan/contracts';
import { loadDirectory } from '@fuhan/identity';
import { type Clock, FuhanError } from '@fuhan/kernel';
import { renderHtml } from '@fuhan/letter-engine';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Assignment, Letter, Proposal, Proposer, Rating } from './case/entities';
import type { PersonalLinks } from './case/links';
import { outsideActor } from './case/outside-actor';
import type { CommandDoor } from './command-door';
import { countKnock } from './count-knock';
import { contactsOfLink, type Link, shownContacts } from './outside-contacts.usecases';
import { type Said, writeRating } from './rating/rating.usecases';

interface Services {
  readonly dataSource: DataSource;
  readonly links: PersonalLinks;
  readonly clock: Clock;
}

/**
 * The rating behind a link that still opens: asked for, or given and read again. Unknown, replaced, run out and ended are one
 * answer, which gives nothing away.
 * @throws FuhanError `link.dead`
 */
async function openRating(
  em: EntityManager,
  { links, clock }: Pick<Services, 'links' | 'clock'>,
  token: string,
): Promise<Rating> {
  const found = await em.findOneBy(Rating, { tokenHash: links.digestOf(token) });
  const late = clock.today() > (found?.dueOn ?? clock.today());
  if (!found || !(found.state === 'given' || (found.state === 'asked' && !late)))
    throw new FuhanError('link.dead');
  return found;
}

/** The same for somebody at the door: knocks are counted. @throws FuhanError `link.dead`, `link.busy` */
async function knock(services: Services, token: string): Promise<Rating> {
  const em = services.dataSource.manager;
  const rating = await openRating(em, services, token);
  await countKnock(em, 'rating', rating, services.clock.now());
  return rating;
}

/** Whose link it is. @throws FuhanError `link.dead` */
export async function ratingLink(
  em: EntityManager,
  services: Pick<Services, 'links' | 'clock'>,
  token: string,
): Promise<Link> {
  const { proposalId, assignmentId, proposerId } = await openRating(em, services, token);
  const { name: recipient } = await em.findOneByOrFail(Proposer, { id: proposerId });
  return { proposalId, assignmentId, proposerId, recipient };
}

const givenOf = (rating: Rating): z.input<typeof outsideRating>['given'] =>
  rating.handling && rating.result && rating.givenAt
    ? {
        ...{ handling: rating.handling, result: rating.result, remark: rating.remark },
        ...{ handlingReason: rating.handlingReason, resultReason: rating.resultReason },
        at: rating.givenAt.toISOString(),
      }
    : null;

/** The page behind the link: the letter, the talks on record, the two marks. That it was opened is written down nowhere. */
export async function outsideRatingPage(
  services: Services,
  token: string,
): Promise<z.input<typeof outsideRating>> {
  const em = services.dataSource.manager;
  const rating = await knock(services, token);
  const link = await ratingLink(em, services, token);
  const { number, title } = await em.findOneByOrFail(Proposal, { id: rating.proposalId });
  const { documentNumber, date, model } = await em.findOneByOrFail(Letter, { id: rating.letterId });
  const { unitId } = await em.findOneByOrFail(Assignment, { id: rating.assignmentId });
  const { units } = await loadDirectory(em);
  return {
    recipient: link.recipient,
    proposal: { number, title },
    unit: units.get(unitId)?.shortName ?? '',
    ...{ documentNumber, date, round: rating.round, dueOn: rating.dueOn },
    html: renderHtml(model),
    contacts: shownContacts(await contactsOfLink(em, link)),
    given: givenOf(rating),
  };
}

/**
 * The proposer rates: once. Of two who send at the same time on one link the second is told that it was given.
 * @throws FuhanError `link.dead`, `link.busy`, `state.moved-on`
 */
export async function giveRatingByLink(
  services: Services,
  door: CommandDoor,
  token: string,
  said: Said,
): Promise<void> {
  const { id, proposalId } = await knock(services, token);
  const { recipient } = await ratingLink(services.dataSource.manager, services, token);
  const actor = outsideActor('', recipient);
  await door.byLink(proposalId, actor, { action: 'rating.give', linkId: id }, async (ctx) => {
    // Looked at again behind the lock: the link may have been replaced, or the letter withdrawn, in between.
    await openRating(ctx.em, services, token);
    await writeRating(ctx, id, said, {
      ...{ action: 'rating.give', via: 'link', givenBy: recipient, givenAt: ctx.now, scanFileId: null },
    });
  });
}
