import { allReturnWishes, assignmentRoles, returnDecisions } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import type { ReturnStatement } from '../case/entities';
import { concernsAssignment } from './concerns';
import { type CaseFile, type CaseFileContext, iso, isoOrNull, mayReadOf, names, unitIdOf } from './context';

/** Who handles the case, and how far each is; those whose duty ended early come after the others. Question and people of a unit are shown to those they concern. */
export function assignments(ctx: CaseFileContext): CaseFile['assignments'] {
  const name = names(ctx);
  const { targets } = ctx.material;
  const concerns = concernsAssignment(ctx);
  const all = ctx.material.assignments
    .filter(({ unitId }) => !ctx.isFormer || unitId === ctx.unitId)
    .map((each) =>
      concerns(each) ? each : { ...each, question: null, officeId: null, drafterId: null, signedBy: null },
    );
  const ended = (each: (typeof all)[number]): number => (each.endedAt === null ? 0 : 1);
  return [...all]
    .sort((a, b) => ended(a) - ended(b))
    .map((each) => ({
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
      targets: targets
        .filter(({ assignmentId }) => assignmentId === each.id && mayReadOf(ctx, each.unitId))
        .map(({ key, name: title, dueOn }) => ({ key, name: title, on: dueOn })),
      endedAt: isoOrNull(each.endedAt),
      endReason: each.endReason,
    }));
}

type Statement = CaseFile['returnRequests'][number]['statements'][number];

function labelOf({ kind, decision }: ReturnStatement, oneMore: boolean): string {
  if (kind === 'asked') return oneMore ? '请求增加会办' : '申请退办';
  if (kind === 'disputed') return '提出异议';
  const answer =
    decision === null ? '' : oneMore && decision === 'keep' ? '不增加会办单位' : returnDecisions[decision];
  return `${kind === 'decided' ? '答复' : '裁定'}：${answer}`;
}

/** Requests to return, between the unit concerned and those who decide. */
export function returnRequests(ctx: CaseFileContext): CaseFile['returnRequests'] {
  const name = names(ctx);
  const { requests, statements } = ctx.material;
  return requests
    .map((request) => ({ ...request, unitId: unitIdOf(ctx, request.assignmentId) }))
    .filter(({ unitId }) => mayReadOf(ctx, unitId))
    .map(({ id, assignmentId, unitId, wish, state }) => ({
      ...{ id, assignmentId, unitId, unit: name.unit(unitId), wish, wishLabel: allReturnWishes[wish], state },
      stateLabel: stateLabel('return_request', state),
      statements: statements
        .filter(({ requestId }) => requestId === id)
        .map((said): Statement => ({
          kind: said.kind,
          label: labelOf(said, wish === 'one_more'),
          speaker: said.rung ?? name.unit(unitId),
          person: name.person(said.byPerson) ?? '',
          decision: said.decision,
          unit: said.unitId === null ? null : name.unit(said.unitId),
          words: said.words,
          dated: said.dated,
          at: iso(said.at),
        })),
    }));
}
