import { deliveryMeans } from '@fuhan/contracts';
import { stateLabel } from '@fuhan/rules';
import type { Letter } from '../case/entities';
import { answeredNumbers } from './merging';
import { type CaseFile, type CaseFileContext, iso, isoOrNull, mayReadOf, names, unitIdOf } from './context';

function withdrawalOf(
  ctx: CaseFileContext,
  { withdrawal }: Letter,
): CaseFile['letters'][number]['withdrawal'] {
  if (!withdrawal) return null;
  const { askedBy, decidedBy, ...rest } = withdrawal;
  const { person } = names(ctx);
  return { ...rest, askedBy: person(askedBy) ?? '', decidedBy: person(decidedBy) };
}

const sealsOf = (ctx: CaseFileContext, letterId: string): CaseFile['letters'][number]['seals'] =>
  ctx.material.seals
    .filter((use) => use.letterId === letterId)
    .map(({ seal, copies, note, scanFileId, usedBy, usedAt }) => ({
      ...{ seal, copies, note, scan: fileAddress(scanFileId), usedAt: iso(usedAt) },
      usedBy: names(ctx).person(usedBy) ?? '',
    }));

const fileAddress = (id: string | null): string | null => (id ? `/api/files/${id}` : null);

const numberOf = ({ material }: CaseFileContext, letterId: string | null | undefined): string | null =>
  material.letters.find(({ id }) => id === letterId)?.documentNumber ?? null;

const writerOf = ({ material }: CaseFileContext, { draftId }: Letter): string =>
  material.drafts.find(({ id }) => id === draftId)?.assignmentId ?? '';

/** Before it is delivered, a letter is the writing unit's own; who had it still reads that it was withdrawn. */
const mayReadLetter = (ctx: CaseFileContext, each: Letter): boolean =>
  each.state === 'delivered' ||
  ctx.material.deliveries.some(({ letterId, unitId }) => letterId === each.id && unitId === ctx.unitId) ||
  mayReadOf(ctx, unitIdOf(ctx, writerOf(ctx, each)));

function letter(ctx: CaseFileContext, each: Letter): CaseFile['letters'][number] {
  const { material, links } = ctx;
  const unitId = unitIdOf(ctx, writerOf(ctx, each));
  const { id, draftId, state, documentNumber, date, outcomeClass, pages, digest } = each;
  return {
    ...{ id, draftId, unitId, unit: names(ctx).unit(unitId), state, stateLabel: stateLabel('letter', state) },
    ...{ documentNumber, date, outcomeClass, pages, digest },
    issuedAt: iso(each.issuedAt),
    issuedBy: names(ctx).person(each.issuedBy) ?? '',
    withdrawal: withdrawalOf(ctx, each),
    replaces: numberOf(ctx, each.replacesId),
    answers: answeredNumbers(ctx, [each.answersId, ...each.alsoAnswers]),
    corrects: numberOf(ctx, material.drafts.find((one) => one.id === draftId)?.correctsId),
    seals: sealsOf(ctx, id),
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
        receivedBy: delivery.receivedBy,
        means: delivery.means ? deliveryMeans[delivery.means] : null,
        tracking: delivery.tracking,
        receipt: fileAddress(delivery.receiptFileId),
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
