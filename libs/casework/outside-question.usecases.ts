import type { outsideQuestion } from '@fuhan/contracts';
import { loadDirectory } from '@fuhan/identity';
import { type Clock, type DateString, FuhanError } from '@fuhan/kernel';
import { type LetterModel, renderHtml } from '@fuhan/letter-engine';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Assignment, Confirmation, Draft, Proposal, Proposer, type ShownPassage } from './case/entities';
import type { PersonalLinks } from './case/links';
import { outsideActor } from './case/outside-actor';
import type { CommandDoor } from './command-door';
import { type Answer, answer } from './confirmation/answer.usecases';

interface AnswerServices {
  readonly dataSource: DataSource;
  readonly links: PersonalLinks;
  readonly clock: Clock;
}

/**
 * The question a link still asks. Unknown, answered, taken back and run out are one answer, which gives nothing away.
 * @throws FuhanError `link.dead`
 */
async function openQuestion(em: EntityManager, tokenHash: string, today: DateString): Promise<Confirmation> {
  const found = await em.findOneBy(Confirmation, { tokenHash, state: 'asked' });
  if (!found || (found.dueOn !== null && today > found.dueOn)) throw new FuhanError('link.dead');
  return found;
}

/** Who is asked, and by which unit. */
async function partiesOf(em: EntityManager, { assignmentId, proposerId, draftId }: Confirmation) {
  const { units } = await loadDirectory(em);
  const nameOf = async (id: string): Promise<string> =>
    units.get((await em.findOneByOrFail(Assignment, { id })).unitId)?.shortName ?? '';
  const draft = await em.findOneByOrFail(Draft, { id: draftId });
  const recipient = proposerId
    ? (await em.findOneByOrFail(Proposer, { id: proposerId })).name
    : await nameOf(assignmentId ?? '');
  return { recipient, asker: await nameOf(draft.assignmentId) };
}

/** The page behind the link of a question: a co-handler's own words, or the draft for a proposer; nothing else of the case. */
export async function outsideQuestionPage(
  { dataSource, links, clock }: AnswerServices,
  token: string,
): Promise<z.input<typeof outsideQuestion>> {
  const em = dataSource.manager;
  const question = await openQuestion(em, links.digestOf(token), clock.today());
  const { kind, shown, note, dueOn, proposalId } = question;
  const { number, title } = await em.findOneByOrFail(Proposal, { id: proposalId });
  return {
    ...(await partiesOf(em, question)),
    proposal: { number, title },
    ...{ kind, note, dueOn },
    passages: kind === 'co_handler' ? (shown as ShownPassage[]) : [],
    html: kind === 'proposer' ? renderHtml(shown as LetterModel) : null,
  };
}

/**
 * The answer comes by the link: once. Who comes second, or after it was taken back, finds the link dead.
 * @throws FuhanError `link.dead`
 */
export async function answerByLink(
  { dataSource, links, clock }: AnswerServices,
  door: CommandDoor,
  token: string,
  { name, ...said }: Answer & { readonly name: string },
): Promise<void> {
  const em = dataSource.manager;
  const tokenHash = links.digestOf(token);
  const question = await openQuestion(em, tokenHash, clock.today());
  const { id, proposalId, kind, assignmentId } = question;
  const { recipient } = await partiesOf(em, question);
  const unitId = assignmentId ? (await em.findOneByOrFail(Assignment, { id: assignmentId })).unitId : '';
  const actor = outsideActor(unitId, kind === 'proposer' ? recipient : `${recipient}（${name}）`);
  const action = said.agree ? 'confirmation.confirm' : 'confirmation.object';
  await door.byLink(proposalId, actor, { action, linkId: id }, async (ctx) => {
    // Looked at again behind the lock: another may have answered, or taken the question back, in between.
    await openQuestion(ctx.em, tokenHash, ctx.today);
    await answer(ctx, id, said);
  });
}
