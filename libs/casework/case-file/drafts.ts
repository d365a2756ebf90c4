import { passageKinds } from '@fuhan/contracts';
import { mayReadDraft, stateLabel } from '@fuhan/rules';
import type { Draft, Passage } from '../case/entities';
import { isEdited } from '../drafting/provenance';
import { sectionTitle } from '../section-title';
import { rounds, steps } from './review-steps';
import { alsoLetters } from './merging';
import { type CaseFile, type CaseFileContext, names, unitIdOf } from './context';

function passage(
  ctx: CaseFileContext,
  each: Passage,
): CaseFile['drafts'][number]['sections'][number]['passages'][number] {
  const name = names(ctx);
  const sources = ctx.material.sources.filter(({ passageId }) => passageId === each.id);
  return {
    id: each.id,
    kind: each.kind satisfies keyof typeof passageKinds,
    body: each.body,
    writtenBy: name.person(each.writtenBy) ?? '',
    sources: sources.map(({ unitId, opinionItemId, opinionVersion, text }) => ({
      ...{ unit: name.unit(unitId), opinionItemId, opinionVersion, text },
    })),
    edited: isEdited(each.body, sources),
  };
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
  const frame = {
    kind,
    round: each.round,
    correction: correctionOf(ctx, each),
    outcomeClass,
    printClass,
    publication,
  };
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
    alsoLetters: kind === 'reply' ? alsoLetters(ctx) : [],
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
    rounds: rounds(ctx, id),
    steps: steps(ctx, id),
  };
}

/** The drafts the reader may read. */
export const drafts = (ctx: CaseFileContext): CaseFile['drafts'] =>
  ctx.material.drafts
    .filter(({ id }) => !ctx.isFormer && mayReadDraft(ctx.snapshot, ctx.actor, id))
    .map((each) => draft(ctx, each));
