import { FuhanError, newId } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import type { AssignmentRole } from '@fuhan/rules';
import { In } from 'typeorm';
import { Assignment } from '../case/entities';
import { firstState, made, record } from '../case/transition';
import type { UseCase } from '../case/use-case';

interface Place {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly question: string | null;
}

/** 交办: the lead (or sole handler), its co-handlers in order, and those who only take note. */
export const handOver: UseCase<'proposal.handOver'> = async (ctx, input) => {
  const co = input.coHandlers.map(({ unitId, question }): Place => ({
    unitId,
    role: 'co',
    question: question || null,
  }));
  const places: Place[] = [
    { unitId: input.leadUnitId, role: co.length > 0 ? 'lead' : 'sole', question: null },
    ...co,
    ...input.referenceUnitIds.map((unitId): Place => ({ unitId, role: 'reference', question: null })),
  ];
  const unitIds = places.map(({ unitId }) => unitId);
  const units = new Map(
    (await ctx.em.findBy(Unit, { id: In(unitIds), active: true })).map((unit) => [unit.id, unit]),
  );
  const twice = unitIds.find((id, i) => unitIds.indexOf(id) !== i);
  if (twice !== undefined) {
    throw new FuhanError('guard.failed', {
      detail: `${units.get(twice)?.shortName ?? '同一单位'}选了两次，一个单位只能有一种承办方式。`,
    });
  }
  const missing = unitIds.find((id) => !units.has(id));
  if (missing !== undefined) throw new FuhanError('unit.unknown', { name: missing });
  const state = firstState('assignment', 'proposal.handOver');
  await ctx.em.insert(
    Assignment,
    places.map((place, i) => ({
      id: newId(),
      proposalId: ctx.proposalId,
      ...place,
      ordinal: i + 1,
      state,
      handedOverAt: ctx.now,
    })),
  );
  const name = (unitId: string): string => units.get(unitId)?.shortName ?? '';
  const coNames = co.map(({ unitId }) => name(unitId)).join('、');
  await record(
    ctx,
    'proposal.handOver',
    ctx.proposalId,
    `交${name(input.leadUnitId)}${coNames ? `主办，${coNames}会办` : '单独办理'}。`,
  );
  await made(ctx, 'assignment', 'proposal.handOver', ctx.proposalId);
  return { id: ctx.proposalId };
};
