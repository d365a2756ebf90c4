import { stateLabel } from '@fuhan/rules';
import type { Letter } from '../case/entities';
import { type CaseFile, type CaseFileContext, iso, isoOrNull, mayReadOf, names, unitIdOf } from './context';

const writerOf = ({ material }: CaseFileContext, { draftId }: Letter): string =>
  material.drafts.find(({ id }) => id === draftId)?.assignmentId ?? '';

/** Before it is delivered, a letter is the writing unit's own. */
const mayReadLetter = (ctx: CaseFileContext, each: Letter): boolean =>
  each.state === 'delivered' || mayReadOf(ctx, unitIdOf(ctx, writerOf(ctx, each)));

function letter(ctx: CaseFileContext, each: Letter): CaseFile['letters'][number] {
  const { material, links } = ctx;
  const unitId = unitIdOf(ctx, writerOf(ctx, each));
  const { id, draftId, state, documentNumber, date, outcomeClass, pages, digest } = each;
  return {
    ...{ id, draftId, unitId, unit: names(ctx).unit(unitId), state, stateLabel: stateLabel('letter', state) },
    ...{ documentNumber, date, outcomeClass, pages, digest },
    issuedAt: iso(each.issuedAt),
    issuedBy: names(ctx).person(each.issuedBy) ?? '',
    files: material.files
      .filter(({ letterId }) => letterId === id)
      .map(({ format, state: fileState }) => ({
        format,
        state: fileState,
        href: `/api/letters/${id}/files/${format}`,
      })),
    deliveries: material.deliveries
      .filter(({ letterId }) => letterId === id)
      .map((delivery) => ({
        id: delivery.id,
        recipient: delivery.recipientName,
        recipientKind: delivery.recipientKind,
        state: delivery.state,
        stateLabel: stateLabel('delivery', delivery.state),
        sentAt: iso(delivery.sentAt),
        receivedAt: isoOrNull(delivery.receivedAt),
        link:
          delivery.recipientKind === 'proposer' && ctx.unitId === unitId
            ? links.addressOf(delivery.id)
            : null,
      })),
  };
}

/** The letters the reader's unit may read. */
export const letters = (ctx: CaseFileContext): CaseFile['letters'] =>
  ctx.material.letters.filter((each) => mayReadLetter(ctx, each)).map((each) => letter(ctx, each));
