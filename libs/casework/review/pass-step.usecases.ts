import { FuhanError, newId } from '@fuhan/kernel';
import { loadDuties, Person } from '@fuhan/identity';
import { duties, isReviewer, reviewDuties } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment, Draft, ReviewStep } from '../case/entities';
import { firstState, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { assertHeld } from './holders';

/** Somebody of the step's unit whom a step may be given: in use, trusted with reviewing, and not judging the own text. */
async function fitPerson(ctx: CommandContext, step: ReviewStep, personId: string): Promise<Person> {
  const person = await ctx.em.findOneBy(Person, { id: personId });
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: step.draftId });
  const { drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const held = (await loadDuties(ctx.em)).get(personId) ?? [];
  const fit =
    person?.unitId === step.unitId &&
    person.disabledAt === null &&
    person.id !== drafterId &&
    person.id !== ctx.actor.personId &&
    isReviewer(held);
  if (!person || !fit) throw new FuhanError('review.signer-unfit', { name: person?.name ?? '所选人员' });
  return person;
}

type Signer = Pick<ReviewStep, 'duty' | 'personId' | 'name'>;

/** `person:<id>` or `duty:<duty>`, as the form offers them. */
async function signerOf(ctx: CommandContext, step: ReviewStep, signer: string): Promise<Signer> {
  const [kind, which = ''] = signer.split(':');
  const duty = reviewDuties.find((each) => each === which);
  if (kind === 'person' && which !== '') {
    const { id, name } = await fitPerson(ctx, step, which);
    return { duty: step.duty, personId: id, name: `${name}加签` };
  }
  if (kind !== 'duty' || !duty) throw new FuhanError('review.signer-unfit', { name: '所选人员' });
  const name = `${duties[duty].label}加签`;
  await assertHeld(ctx, name, { duty, unitId: step.unitId, officeId: null, personId: null });
  return { duty, personId: null, name };
}

/** 加签: somebody more looks at it, before the holder decides or after; the holder's own step stays the holder's. */
export const addSigner: UseCase<'reviewStep.addSigner'> = async (ctx, { signer, place, note }, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const added = await signerOf(ctx, step, signer);
  const { proposalId, draftId, round, lane, stage, unitId, sees } = step;
  const ordinal = place === 'before' ? step.ordinal : step.ordinal + 1;
  await ctx.em.query(
    'UPDATE review_step SET ordinal = ordinal + 1 WHERE draft_id = $1 AND round = $2 AND ordinal >= $3',
    [draftId, round, ordinal],
  );
  const id = newId();
  await ctx.em.insert(ReviewStep, {
    ...{ id, proposalId, draftId, round, ordinal, stage, lane, unitId, sees, ...added },
    ...{ stepKey: `added-${id}`, addedBy: ctx.actor.personId },
    state: firstState('review_step', 'reviewStep.plan'),
  });
  const when = place === 'before' ? '之前' : '之后';
  await record(ctx, 'reviewStep.addSigner', targetId, `在“${step.name}”${when}加“${added.name}”。${note}`);
  await transition(ctx, 'review_step', targetId, 'reviewStep.addSigner');
  return { id };
};

/** 委托: this one step goes to a named person; who gave it away may still do it. */
export const delegateStep: UseCase<'reviewStep.delegate'> = async (ctx, { personId, note }, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const person = await fitPerson(ctx, step, personId);
  await record(ctx, 'reviewStep.delegate', targetId, `“${step.name}”委托${person.name}办理。${note}`);
  await transition(ctx, 'review_step', targetId, 'reviewStep.delegate', {
    personId,
    delegatedBy: ctx.actor.personId,
    readAt: null,
    readBy: null,
  });
  return { id: targetId };
};

/** A holder has the draft on the screen: from now on it can no longer be taken back from under their eyes. */
export const readStep: UseCase<'reviewStep.read'> = async (ctx, _input, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const first = step.readAt === null ? { readAt: ctx.now, readBy: ctx.actor.personId } : {};
  await transition(ctx, 'review_step', targetId, 'reviewStep.read', first);
  return { id: targetId };
};
