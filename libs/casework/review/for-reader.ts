import type { Actor, NextAction, PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { ReviewStep } from '../case/entities';
import { draftFindings, overrulable } from '../drafting/check-draft';
import { phrasesFor } from './phrases';
import { textNow } from './text-now';

/** What the forms of a reader's review steps are filled with. */
export interface ReviewForReader {
  /** What may be let stand, by step that the reader signs. */
  readonly overrulable: ReadonlyMap<string, ReturnType<typeof overrulable>>;
  /** The digest of the text as it stands, by step that the reader decides. */
  readonly seen: ReadonlyMap<string, string>;
  readonly phrases: readonly string[];
}

/** Checks run and texts are composed only for steps that are the reader's. */
export async function reviewForReader(
  em: EntityManager,
  profile: PlaceProfile,
  actor: Actor,
  next: readonly NextAction[],
): Promise<ReviewForReader> {
  const ctx = { em, profile };
  const open = next.filter(({ action, blockedBy }) => action.startsWith('reviewStep.') && !blockedBy);
  const ids = (action: NextAction['action']) =>
    open.filter((each) => each.action === action).map(({ targetId }) => targetId);
  const overrules = new Map<string, ReturnType<typeof overrulable>>();
  for (const id of ids('reviewStep.overrule')) {
    const step = await em.findOneByOrFail(ReviewStep, { id });
    overrules.set(id, overrulable(await draftFindings(ctx, step.draftId), step.overrules));
  }
  const seen = new Map<string, string>();
  for (const id of ids('reviewStep.approve')) {
    const { draftId } = await em.findOneByOrFail(ReviewStep, { id });
    seen.set(id, (await textNow(ctx, draftId)).digest);
  }
  return { overrulable: overrules, seen, phrases: open.length > 0 ? await phrasesFor(em, actor) : [] };
}
