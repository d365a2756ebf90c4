import { contactWays } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import { answers, type CaseFile, type CaseFileContext, iso, mayReadOf, names, unitIdOf } from './context';

/** The talks with the proposer, for the units that answer and those who oversee. */
export function contacts(ctx: CaseFileContext): CaseFile['contacts'] {
  const { unit, person } = names(ctx);
  const proposerNames = new Map(ctx.material.proposers.map(({ id, name }) => [id, name]));
  return ctx.material.contacts
    .filter(({ assignmentId }) => answers(ctx) || mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
    .map((each) => {
      const { id, assignmentId, way, heldOn, place, people, said, outcome, fileId, state } = each;
      const unitId = unitIdOf(ctx, assignmentId);
      return {
        ...{ id, assignmentId, unitId, unit: unit(unitId), way, wayLabel: contactWays[way] },
        ...{ heldOn, place, people, said, outcome, state, stateLabel: stateLabel('contact_record', state) },
        proposers: each.proposerIds.flatMap((proposerId) => proposerNames.get(proposerId) ?? []),
        file: fileId ? { href: `/api/files/${fileId}` } : null,
        recordedBy: person(each.recordedBy) ?? '',
        recordedAt: iso(each.recordedAt),
        answer: each.answer,
        answeredBy: each.answeredBy,
      };
    });
}
