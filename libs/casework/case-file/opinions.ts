import { positions } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import type { Opinion } from '../case/entities';
import { answers, type CaseFile, type CaseFileContext, iso, mayReadOf, names, unitIdOf } from './context';

function opinion(
  ctx: CaseFileContext,
  { id, assignmentId, state, returnReason }: Opinion,
): CaseFile['opinions'][number] {
  const name = names(ctx);
  const { versions, items } = ctx.material;
  const unitId = unitIdOf(ctx, assignmentId);
  return {
    id,
    assignmentId,
    unitId,
    unit: name.unit(unitId),
    state,
    stateLabel: stateLabel('opinion', state),
    returnReason,
    versions: versions
      .filter(({ opinionId }) => opinionId === id)
      .map((version) => ({
        version: version.version,
        submittedAt: iso(version.submittedAt),
        submittedBy: name.person(version.submittedBy) ?? '',
        contactName: version.contactName,
        contactPhone: version.contactPhone,
        items: items
          .filter(({ opinionVersionId }) => opinionVersionId === version.id)
          .map(({ id: itemId, suggestionId, position, body, commitments }) => ({
            id: itemId,
            suggestionId,
            position,
            positionLabel: positions[position],
            body,
            commitments,
          })),
      })),
  };
}

/** The opinions the reader's unit may read. */
export const opinions = (ctx: CaseFileContext): CaseFile['opinions'] =>
  ctx.material.opinions
    .filter(({ assignmentId }) => answers(ctx) || mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
    .map((each) => opinion(ctx, each));
