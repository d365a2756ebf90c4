import { type DateString, FuhanError, newId, shanghaiInstant } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import type { AssignmentRole } from '@fuhan/rules';
import { In } from 'typeorm';
import { Assignment } from '../case/entities';
import type { CommandContext } from '../case/context';
import { firstState, made, record } from '../case/transition';
import type { UseCase } from '../case/use-case';

interface Place {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly question: string | null;
}

/** The true moment of a hand-over: now, or the day on which it was done on paper. */
function momentOf({ now, today }: CommandContext, day: DateString | null): Date {
  if (day === null || day === today) return now;
  if (day > today)
    throw new FuhanError('guard.failed', { detail: '交办日期还没有到，请改成今天或以前的日期。' });
  return shanghaiInstant(day, '09:00');
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
  const handedOverAt = momentOf(ctx, input.handedOverOn);
  const state = firstState('assignment', 'proposal.handOver');
  await ctx.em.insert(
    Assignment,
    places.map((place, i) => ({
      id: newId(),
      proposalId: ctx.proposalId,
      ...place,
      ordinal: i + 1,
      state,
      handedOverAt,
    })),
  );
  const name = (unitId: string): string => units.get(unitId)?.shortName ?? '';
  const coNames = co.map(({ unitId }) => name(unitId)).join('、');
  await record(
    ctx,
    'proposal.handOver',
    ctx.proposalId,
    `交${name(input.leadUnitId)}${coNames ? `主办，${coNames}会办` : '单独办理'}${input.handedOverOn ? `，交办日期 ${input.handedOverOn}` : ''}。`,
  );
  await made(ctx, 'assignment', 'proposal.handOver', ctx.proposalId);
  return { id: ctx.proposalId };
};
