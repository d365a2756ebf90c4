import { passageKinds } from '@fuhan/contracts';
import { checkNamed } from '@fuhan/letter-engine';
import { stateLabel } from '@fuhan/rules';
import type { Draft, Passage } from '../case/entities';
import { sectionTitle } from '../section-title';
import { type CaseFile, type CaseFileContext, isoOrNull, mayReadOf, names, unitIdOf } from './context';

function passage(
  ctx: CaseFileContext,
  each: Passage,
): CaseFile['drafts'][number]['sections'][number]['passages'][number] {
  const name = names(ctx);
  const { opinionItemId, sourceText, opinionVersion } = each;
  const adopted = opinionItemId !== null && sourceText !== null;
  return {
    id: each.id,
    kind: each.kind satisfies keyof typeof passageKinds,
    body: each.body,
    writtenBy: name.person(each.writtenBy) ?? '',
    source: adopted
      ? {
          unit: name.unit(each.sourceUnitId),
          opinionItemId,
          opinionVersion: opinionVersion ?? 0,
          text: sourceText,
          edited: sourceText !== each.body,
        }
      : null,
  };
}

function steps(ctx: CaseFileContext, draftId: string): CaseFile['drafts'][number]['steps'] {
  const name = names(ctx);
  return ctx.material.steps
    .filter((step) => step.draftId === draftId)
    .map((step) => ({
      id: step.id,
      round: step.round,
      name: step.name,
      state: step.state,
      stateLabel: stateLabel('review_step', step.state),
      comment: step.comment,
      decidedBy: name.person(step.decidedBy),
      decidedAt: isoOrNull(step.decidedAt),
      overrules: step.overrules.map(({ checkId, excerpt, reason, by, at }) => ({
        ...{ excerpt, reason, at },
        check: checkNamed(checkId)?.name ?? checkId,
        by: name.person(by) ?? '',
      })),
    }));
}

/** What a 更正函 puts right, with the number of the letter it is about. */
function correctionOf(
  { material }: CaseFileContext,
  { correction, correctsId }: Draft,
): CaseFile['drafts'][number]['correction'] {
  const corrected = material.letters.find(({ id }) => id === correctsId);
  return correction && { of: corrected?.documentNumber ?? '', ...correction };
}

function draft(ctx: CaseFileContext, each: Draft): CaseFile['drafts'][number] {
  const { sections, passages } = ctx.material;
  const unitId = unitIdOf(ctx, each.assignmentId);
  const { id, assignmentId, state, version, kind, outcomeClass, printClass, publication } = each;
  const { contacts, prose, returnReason } = each;
  const frame = { kind, correction: correctionOf(ctx, each), outcomeClass, printClass, publication };
  return {
    ...{
      id,
      assignmentId,
      unitId,
      unit: names(ctx).unit(unitId),
      state,
      stateLabel: stateLabel('draft', state),
      version,
    },
    ...frame,
    ...{ contacts, prose, returnReason },
    sections: sections
      .filter(({ draftId }) => draftId === id)
      .map((section) => ({
        id: section.id,
        ordinal: section.ordinal,
        suggestionId: section.suggestionId,
        heading: sectionTitle(ctx.material, section),
        verdict: section.verdict,
        version: section.version,
        passages: passages
          .filter(({ sectionId }) => sectionId === section.id)
          .map((one) => passage(ctx, one)),
      })),
    steps: steps(ctx, id),
  };
}

/** The drafts the reader's unit may read. */
export const drafts = (ctx: CaseFileContext): CaseFile['drafts'] =>
  ctx.material.drafts
    .filter(({ assignmentId }) => !ctx.isFormer && mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
    .map((each) => draft(ctx, each));
