import { assignmentRoles } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import { concernsAssignment } from './concerns';
import { type CaseFile, type CaseFileContext, isoOrNull, names } from './context';

/** Who handles the case, and how far each is; question and people of a unit are shown to those they concern. */
export function assignments(ctx: CaseFileContext): CaseFile['assignments'] {
  const name = names(ctx);
  const concerns = concernsAssignment(ctx);
  const shown = ctx.material.assignments.map((each) =>
    concerns(each) ? each : { ...each, question: null, officeId: null, drafterId: null, signedBy: null },
  );
  return shown.map((each) => ({
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
