import { stateLabel } from '@fuhan/rules';
import type { Confirmation, ShownPassage } from '../case/entities';
import { answers, type CaseFile, type CaseFileContext, iso, names, unitIdOf } from './context';

/** Whether the reader asked, or may stand by who asked: the unit of the draft, and who oversees. */
const asks = (ctx: CaseFileContext): boolean => ctx.overseesAll || answers(ctx);

const isOwn = (ctx: CaseFileContext, { assignmentId }: Confirmation): boolean =>
  assignmentId !== null && unitIdOf(ctx, assignmentId) === ctx.unitId;

/** What was asked about the drafts: all of it for who writes the reply, its own for a co-handler; of one moment, in the order of the units. */
export function confirmations(ctx: CaseFileContext): CaseFile['confirmations'] {
  const { unit, person } = names(ctx);
  const proposerName = (id: string | null): string =>
    ctx.material.proposers.find((each) => each.id === id)?.name ?? '';
  const place = ({ assignmentId }: Confirmation): number =>
    ctx.material.assignments.findIndex(({ id }) => id === assignmentId);
  return ctx.material.confirmations
    .filter((each) => asks(ctx) || isOwn(ctx, each))
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || place(a) - place(b))
    .map((each) => {
      const { id, draftId, kind, state, note, dueOn, answeredBy, remark, assignmentId } = each;
      return {
        ...{ id, draftId, kind, state, stateLabel: stateLabel('confirmation', state), note, dueOn },
        recipient: assignmentId ? unit(unitIdOf(ctx, assignmentId)) : proposerName(each.proposerId),
        ...{ askedAt: iso(each.askedAt), askedBy: person(each.askedBy) ?? '' },
        ...{ answeredAt: each.answeredAt ? iso(each.answeredAt) : null, answeredBy, remark },
        passages: kind === 'co_handler' ? (each.shown as ShownPassage[]) : [],
        address: state === 'asked' && asks(ctx) ? ctx.links.questionAddressOf(id) : null,
      };
    });
}
