import { newId } from '@fuhan/kernel';
import { type PlaceProfile, writesReply } from '@fuhan/rules';
import type { EffectHandler } from '../case/context';
import { Assignment, Draft, DraftSection, Suggestion } from '../case/entities';
import { firstState, transition } from '../case/transition';
import { newestWording } from './wording-of';
import { In } from 'typeorm';

const printsClass = (profile: PlaceProfile): boolean =>
  profile.classes.every(({ printedByDefault }) => printedByDefault);

/** Naming the drafter of a unit that answers opens its draft: one section for each suggestion. Naming another keeps it. */
export const openDraft: EffectHandler = async (ctx, { targetId }) => {
  const assignment = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  if (!writesReply(assignment.role) || (await ctx.em.existsBy(Draft, { assignmentId: targetId }))) return;
  const draftId = newId();
  await ctx.em.insert(Draft, {
    id: draftId,
    proposalId: ctx.proposalId,
    assignmentId: targetId,
    state: firstState('draft', 'draft.open'),
    version: 1,
    outcomeClass: null,
    printClass: printsClass(ctx.profile),
    publication: 'active',
    contacts: [],
    prose: [],
    wording: {},
    wordingVersion: await newestWording(ctx),
    returnReason: null,
    contactRequired: ctx.profile.requirements.contactBeforeReview,
    confirmationRequired: ctx.profile.requirements.confirmationBeforeReview,
  });
  const suggestions = await ctx.em.find(Suggestion, {
    where: { proposalId: ctx.proposalId },
    order: { ordinal: 'ASC' },
  });
  await ctx.em.insert(
    DraftSection,
    suggestions.map(({ id: suggestionId }, i) => ({
      id: newId(),
      draftId,
      ordinal: i + 1,
      suggestionId,
      version: 1,
    })),
  );
};

/** The reply of a unit that no longer answers goes no further; its text stays. */
export const dropDraft: EffectHandler = async (ctx, { targetId: assignmentId }) => {
  // Beside the reply a letter of correction may be in the making; what is issued stays as it was sent.
  const open = await ctx.em.findBy(Draft, {
    assignmentId,
    state: In(['writing', 'correcting', 'in_review', 'signed']),
  });
  for (const { id } of open) await transition(ctx, 'draft', id, 'draft.drop');
};
