import { positions } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import type { Opinion } from '../case/entities';
import { type CaseFile, type CaseFileContext, iso, names, unitIdOf } from './context';

/** An opinion on its way through its own unit, for that unit alone. */
export function ownRoute(
  ctx: CaseFileContext,
  { id, assignmentId, route }: Opinion,
): CaseFile['opinions'][number]['ownRoute'] {
  const proposed = ctx.material.proposals.find(({ opinionId }) => opinionId === id);
  if (!proposed || unitIdOf(ctx, assignmentId) !== ctx.unitId) return null;
  return {
    steps: route.map(({ name }, i) => {
      const passed = proposed.endorsements[i];
      return { name, by: passed?.person ?? null, at: passed?.at ?? null, words: passed?.words ?? null };
    }),
    refusal: proposed.refusal,
    proposedBy: names(ctx).person(proposed.proposedBy) ?? '',
    proposedAt: iso(proposed.proposedAt),
    items: proposed.content.items.map(({ suggestionId, position, body }) => ({
      ...{ suggestionId, positionLabel: positions[position], body },
    })),
  };
}

/** What other sections of the reader's own unit were asked for. */
export const contributions = (ctx: CaseFileContext): CaseFile['contributions'] =>
  ctx.material.contributions
    .filter(({ assignmentId }) => unitIdOf(ctx, assignmentId) === ctx.unitId)
    .map((each) => {
      const { id, assignmentId, officeId, state, question, dueOn, body } = each;
      const { person } = names(ctx);
      return {
        ...{ id, assignmentId, state, stateLabel: stateLabel('contribution', state), question, dueOn, body },
        office: ctx.material.directory.offices.get(officeId)?.name ?? '',
        ...{ askedAt: iso(each.askedAt), askedBy: person(each.askedBy) ?? '' },
        givenAt: each.givenAt ? iso(each.givenAt) : null,
        givenBy: each.givenBy ? person(each.givenBy) : null,
      };
    });
