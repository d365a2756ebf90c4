import { assignmentRoles } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import { type CaseFile, type CaseFileContext, isoOrNull, names } from './context';

/** Who handles the case, and how far each is. */
export function assignments(ctx: CaseFileContext): CaseFile['assignments'] {
  const name = names(ctx);
  return ctx.material.assignments.map((each) => ({
    id: each.id,
    unitId: each.unitId,
    unit: name.unit(each.unitId),
    role: each.role,
    roleLabel: assignmentRoles[each.role],
    question: each.question,
    state: each.state,
    stateLabel: stateLabel('assignment', each.state),
    office: name.office(each.officeId),
    drafter: name.person(each.drafterId),
    signedAt: isoOrNull(each.signedAt),
    signedBy: name.person(each.signedBy),
  }));
}
