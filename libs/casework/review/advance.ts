import { isComplete, settle, touchedParts } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { CommandContext } from '../case/context';
import { ReviewStep } from '../case/entities';
import { transition } from '../case/transition';
import { partsFor, textNow } from './text-now';

/** The steps of a draft's newest round, in their order. */
export async function newestSteps(em: EntityManager, draftId: string): Promise<ReviewStep[]> {
  const round = await em.maximum(ReviewStep, 'round', { draftId });
  return round === null ? [] : em.find(ReviewStep, { where: { draftId, round }, order: { ordinal: 'ASC' } });
}

/** What an approval leaves, taken away again. */
export const undecided = {
  ...{ comment: null, decidedAt: null, decidedBy: null, seenDigest: null, seenParts: null, keptFrom: null },
  inkId: null,
} as const;

/** The steps whose approval saw another text than there is now: a unit was renamed, the order of co-handlers changed. */
async function stale(
  ctx: CommandContext,
  draftId: string,
  steps: readonly ReviewStep[],
): Promise<{ id: string; touched: readonly string[] }[]> {
  const now = await textNow(ctx, draftId);
  return steps
    .filter(({ state }) => state === 'approved')
    .map((step) => ({
      id: step.id,
      touched: touchedParts(step.seenParts ?? {}, partsFor(ctx.profile, now, step)),
    }))
    .filter(({ touched }) => touched.length > 0);
}

/**
 * Makes exactly the steps open whose turn it is. When all have approved the text as it stands, the draft is signed; a step that
 * approved other words is asked again instead.
 */
export async function advance(ctx: CommandContext, draftId: string): Promise<void> {
  const steps = await newestSteps(ctx.em, draftId);
  const { open, hold } = settle(steps);
  for (const id of hold)
    await transition(ctx, 'review_step', id, 'reviewStep.hold', { readAt: null, readBy: null });
  for (const id of open) await transition(ctx, 'review_step', id, 'reviewStep.open', { openedAt: ctx.now });
  if (!isComplete(steps)) return;
  const again = await stale(ctx, draftId, steps);
  for (const { id, touched } of again) {
    await transition(ctx, 'review_step', id, 'reviewStep.reopen', {
      ...undecided,
      touched,
      readAt: null,
      readBy: null,
    });
  }
  if (again.length > 0) await advance(ctx, draftId);
  else await transition(ctx, 'draft', draftId, 'draft.sign');
}
