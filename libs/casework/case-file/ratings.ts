import { marks, ratingVias, rungWays } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import type { Rating } from '../case/entities';
import {
  answers,
  type CaseFile,
  type CaseFileContext,
  iso,
  isoOrNull,
  mayReadOf,
  names,
  unitIdOf,
} from './context';

type RatingView = CaseFile['ratings'][number];

function given(rating: Rating): RatingView['given'] {
  const { handling, handlingReason, result, resultReason, remark, givenAt, givenVia, scanFileId } = rating;
  if (!handling || !result || !givenAt || !givenVia) return null;
  return {
    ...{ handling, handlingLabel: marks[handling], handlingReason },
    ...{ result, resultLabel: marks[result], resultReason, remark },
    ...{ at: iso(givenAt), via: givenVia, viaLabel: ratingVias[givenVia] },
    scan: scanFileId ? `/api/files/${scanFileId}` : null,
  };
}

/** The ratings: who oversees sees each from the start; the unit that answers sees one once it is given, and nothing of it before. */
export function ratings(ctx: CaseFileContext): CaseFile['ratings'] {
  const { proposers, letters, deliveries } = ctx.material;
  const order = proposers.map(({ id }) => id);
  const nameOf = ({ letterId, proposerId }: Rating): string =>
    deliveries.find((copy) => copy.letterId === letterId && copy.proposerId === proposerId)?.recipientName ??
    '';
  const coordinates = ctx.actor.duties.includes('coordinator');
  return ctx.material.ratings
    .filter(
      ({ state, assignmentId }) =>
        ctx.overseesAll || (state === 'given' && answers(ctx) && mayReadOf(ctx, unitIdOf(ctx, assignmentId))),
    )
    .sort((a, b) => a.round - b.round || order.indexOf(a.proposerId) - order.indexOf(b.proposerId))
    .map((rating) => ({
      id: rating.id,
      letterId: rating.letterId,
      documentNumber: letters.find(({ id }) => id === rating.letterId)?.documentNumber ?? '',
      proposer: nameOf(rating),
      ...{ round: rating.round, state: rating.state, stateLabel: stateLabel('rating', rating.state) },
      ...{ askedAt: iso(rating.askedAt), dueOn: rating.dueOn },
      remindedAt: ctx.overseesAll ? isoOrNull(rating.remindedAt) : null,
      address:
        coordinates && rating.state === 'asked'
          ? ctx.links.ratingAddressOf(rating.id, rating.linkSerial)
          : null,
      given: given(rating),
    }));
}

/** What followed where a proposer was not satisfied: for the unit concerned and those who oversee. */
export function redos(ctx: CaseFileContext): CaseFile['redos'] {
  const { unit, person } = names(ctx);
  return ctx.material.redos
    .filter(({ assignmentId }) => ctx.overseesAll || unitIdOf(ctx, assignmentId) === ctx.unitId)
    .map((redo) => ({
      id: redo.id,
      unit: unit(unitIdOf(ctx, redo.assignmentId)),
      documentNumber: ctx.material.letters.find(({ id }) => id === redo.letterId)?.documentNumber ?? '',
      ...{ round: redo.round, state: redo.state, stateLabel: stateLabel('redo', redo.state) },
      ...{ weighedAt: iso(redo.weighedAt), decidedAt: isoOrNull(redo.decidedAt) },
      ...{ decidedBy: person(redo.decidedBy), reason: redo.reason },
      rung: redo.rung && { ...redo.rung, wayLabel: rungWays[redo.rung.way] },
    }));
}
