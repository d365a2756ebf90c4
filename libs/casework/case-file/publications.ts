import { stateLabel } from '@fuhan/rules';
import { type CaseFile, type CaseFileContext, iso, isoOrNull, mayReadOf, names, unitIdOf } from './context';

/** 公开稿 of the letters: for the unit that wrote them, and who oversees. */
export function publications(ctx: CaseFileContext): CaseFile['publications'] {
  const { person } = names(ctx);
  return ctx.material.publications
    .filter(({ assignmentId }) => mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
    .map((copy) => ({
      ...{ id: copy.id, letterId: copy.letterId, title: copy.title, state: copy.state, reason: copy.reason },
      documentNumber: ctx.material.letters.find(({ id }) => id === copy.letterId)?.documentNumber ?? '',
      stateLabel: stateLabel('publication', copy.state),
      masked: copy.masked.map((each) => ({ ...each })),
      ...{ preparedAt: iso(copy.preparedAt), preparedBy: person(copy.preparedBy) ?? '' },
      ...{ reviewedAt: isoOrNull(copy.reviewedAt), reviewedBy: person(copy.reviewedBy) },
      publishedOn: copy.publishedOn,
      preview: `/api/publications/${copy.id}/preview.html`,
    }));
}
