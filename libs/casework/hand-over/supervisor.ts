import { FuhanError } from '@fuhan/kernel';
import { Person, PersonDuty } from '@fuhan/identity';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Proposal } from '../case/entities';
import { tell } from '../case/tell';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** Whoever may supervise a key proposal. */
export const supervisingDuties = ['leader', 'head', 'supervisor'] as const;

/** The leader with an account hears of the hand-over. */
export async function tellSupervisor(ctx: CommandContext): Promise<void> {
  const { supervisorId } = await ctx.em.findOneByOrFail(Proposal, { id: ctx.proposalId });
  if (supervisorId) tell(ctx, 'supervised', '您督办的重点提案已经交办', [{ personId: supervisorId }]);
}

async function supervisorNamed(ctx: CommandContext, personId: string): Promise<Person> {
  const person = await ctx.em.findOneBy(Person, { id: personId });
  const fit =
    person !== null &&
    person.disabledAt === null &&
    (await ctx.em.existsBy(PersonDuty, { personId, duty: In([...supervisingDuties]) }));
  if (!fit) throw new FuhanError('person.unfit', { name: person?.name ?? '所选人员', duty: '督办领导' });
  return person;
}

/** 指定督办领导: makes it a key proposal (重点提案), led by a person of the house or by a name. */
export const nameSupervisor: UseCase<'proposal.nameSupervisor'> = async (ctx, input, proposalId) => {
  if ((input.supervisorId === null) === (input.supervisorName === null))
    throw new FuhanError('guard.failed', {
      detail: '请选一位督办领导，或写出其姓名和职务：两者填一项。',
    });
  const person = input.supervisorId === null ? null : await supervisorNamed(ctx, input.supervisorId);
  const supervisorName = person?.name ?? input.supervisorName;
  await ctx.em.update(
    Proposal,
    { id: proposalId },
    { keyProposal: true, supervisorId: input.supervisorId, supervisorName },
  );
  await record(ctx, 'proposal.nameSupervisor', proposalId, `列为重点提案，由${supervisorName ?? ''}督办。`);
  if (ctx.snapshot.assignments.length > 0) await tellSupervisor(ctx);
  return { id: proposalId };
};
