import { coAssignments, type FormOf, plain, shortName, unitChoices } from './form';

const divide: FormOf = (ctx) => {
  const { directory } = ctx.material;
  const offices = [...directory.offices.values()].filter(({ unitId }) => unitId === ctx.unitId);
  const drafters = [...directory.people.values()].filter(
    ({ id, unitId, disabledAt }) =>
      unitId === ctx.unitId && disabledAt === null && ctx.dutiesOf.get(id)?.includes('drafter'),
  );
  return {
    choices: {
      offices: offices.map(({ id, name }) => ({ value: id, label: name })),
      drafters: drafters.map(({ id, name, officeId }) => {
        const office = officeId ? directory.offices.get(officeId)?.name : undefined;
        return { value: id, label: office ? `${name}（${office}）` : name };
      }),
    },
  };
};

/** Begins with what the list proposes, where the proposal came in one. */
const handOver: FormOf = (ctx) => {
  const { proposedHandOver: proposed } = ctx.material;
  const choices = { units: unitChoices(ctx) };
  if (!proposed) return { choices };
  const { leadUnitId, coUnitIds, referenceUnitIds, handedOverOn } = proposed;
  return {
    choices,
    defaults: {
      ...(leadUnitId ? { leadUnitId } : {}),
      coHandlers: coUnitIds.map((unitId) => ({ unitId, question: '' })),
      referenceUnitIds,
      handedOverOn,
    },
  };
};

/** Handing over and taking on. */
export const handOverForms = {
  'proposal.handOver': handOver,
  'proposal.reorderHandlers': (ctx) => ({
    defaults: { unitIds: coAssignments(ctx).map(({ unitId }) => unitId) },
    choices: {
      coUnits: coAssignments(ctx).map(({ unitId }) => ({ value: unitId, label: shortName(ctx, unitId) })),
    },
  }),
  'assignment.sign': plain,
  'assignment.divide': divide,
} satisfies Record<string, FormOf>;
