import { isLive } from '@fuhan/rules';
import { keepingDuties } from '../commitments/owner';
import { type FormContext, type FormOf, plain } from './form';

/** The units that have part in the case, and who of them may work on a promise by name. */
const choices = ({ material, dutiesOf }: FormContext) => {
  const { units, people } = material.directory;
  const parts = material.assignments.filter((each) => isLive(each) && each.role !== 'reference');
  const unitIds = [...new Set(parts.map(({ unitId }) => unitId))];
  const nameOf = (id: string): string => units.get(id)?.shortName ?? '';
  const fit = [...people.values()].filter(
    ({ id, unitId, disabledAt }) =>
      unitIds.includes(unitId) &&
      disabledAt === null &&
      dutiesOf.get(id)?.some((duty) => keepingDuties.includes(duty)),
  );
  return {
    ownerUnits: unitIds.map((id) => ({ value: id, label: nameOf(id) })),
    owners: fit.map(({ id, name, unitId }) => ({ value: id, label: `${name}（${nameOf(unitId)}）` })),
  };
};

const asProposed: FormOf = (ctx, targetId) => {
  const promise = ctx.material.commitments.find(({ id }) => id === targetId);
  const { text = '', dueOn, ownerUnitId, ownerId = null, ownerName = null } = promise ?? {};
  return {
    defaults: { text, ...(dueOn && { dueOn }), ownerUnitId, ownerId, ownerName },
    choices: choices(ctx),
  };
};

/** Keeping promises. */
export const commitmentForms = {
  'commitment.confirm': asProposed,
  'assignment.addCommitment': (ctx, targetId) => ({
    defaults: { ownerUnitId: ctx.material.assignments.find(({ id }) => id === targetId)?.unitId },
    choices: {
      ...choices(ctx),
      suggestions: ctx.material.suggestions.map(({ id, title }) => ({ value: id, label: title })),
    },
  }),
  'commitment.strike': plain,
  'commitment.assign': (ctx, targetId) => {
    const { ownerUnitId, ownerId, ownerName } =
      ctx.material.commitments.find(({ id }) => id === targetId) ?? {};
    return { defaults: { ownerUnitId, ownerId, ownerName }, choices: choices(ctx) };
  },
  'commitment.report': ({ today }) => ({ defaults: { on: today } }),
  'commitment.keep': ({ today }) => ({ defaults: { on: today } }),
  'commitment.carry': plain,
  'commitment.giveUp': plain,
  'commitment.renewLinks': plain,
  'commitment.answerProposer': (ctx, targetId) => {
    const promise = ctx.material.commitments.find(({ id }) => id === targetId);
    return { defaults: { text: promise?.settledWords ?? '' } };
  },
} satisfies Record<string, FormOf>;
