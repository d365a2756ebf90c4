import { holdPerson, PersonDuty, Unit } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { type Duty, isLive } from '@fuhan/rules';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import type { Commitment } from '../case/entities';

/** Who may work on a promise by name. */
export const keepingDuties: readonly Duty[] = ['drafter', 'proposal_office'];

export type Owner = Pick<Commitment, 'ownerUnitId' | 'ownerId' | 'ownerName'>;

/**
 * Who is to keep a promise: a unit that has part in the case, and somebody of it.
 * @returns the owner, and what history calls it
 * @throws FuhanError `guard.failed`, `person.unfit`
 */
export async function ownerOf(
  ctx: CommandContext,
  { ownerUnitId, ownerId, ownerName }: Owner,
): Promise<Owner & { readonly words: string }> {
  const part = ctx.snapshot.assignments.some(
    (each) => each.unitId === ownerUnitId && isLive(each) && each.role !== 'reference',
  );
  if (!part)
    throw new FuhanError('guard.failed', { detail: '责任单位应是承办这件提案的单位，请从名单里选。' });
  const { shortName } = await ctx.em.findOneByOrFail(Unit, { id: ownerUnitId });
  if (ownerId === null) return { ownerUnitId, ownerId, ownerName, words: `${shortName}${ownerName ?? ''}` };
  const person = await holdPerson(ctx.em, ownerId);
  const fit =
    person?.unitId === ownerUnitId &&
    person.disabledAt === null &&
    (await ctx.em.existsBy(PersonDuty, { personId: ownerId, duty: In([...keepingDuties]) }));
  if (!person || !fit)
    throw new FuhanError('guard.failed', {
      detail: `${person?.name ?? '所选的人'}不是${shortName}的承办人或提案办人员。请另选，或只写姓名。`,
    });
  return { ownerUnitId, ownerId, ownerName, words: `${shortName}${person.name}` };
}
