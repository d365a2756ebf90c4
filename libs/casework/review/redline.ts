import { FuhanError, shanghaiDate, shanghaiTime } from '@fuhan/kernel';
import { redlineHtml } from '@fuhan/letter-engine';
import type { PlaceProfile } from '@fuhan/rules';
import { type EntityManager, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { DraftSnapshot, HistoryEntry, ReviewRound, ReviewStep } from '../case/entities';
import { textNow } from './text-now';

/** The text a step saw when it last decided, in this round or an earlier one. */
async function seenByStep(em: EntityManager, draftId: string, stepId: string): Promise<string | null> {
  const step = await em.findOneBy(ReviewStep, { id: stepId, draftId });
  const decided =
    step &&
    (await em.findOne(ReviewStep, {
      where: {
        draftId,
        stepKey: step.stepKey,
        seenDigest: Not(IsNull()),
        round: LessThanOrEqual(step.round),
      },
      order: { round: 'DESC' },
    }));
  return decided?.seenDigest ?? null;
}

const sentIn = async (em: EntityManager, draftId: string, round: number): Promise<string | null> =>
  (await em.findOneBy(ReviewRound, { draftId, round }))?.digest ?? null;

/** Who wrote on the draft last, and when: the redline names them. */
async function lastWriter(
  em: EntityManager,
  proposalId: string,
): Promise<{ author: string; at: Date } | null> {
  const entry = await em
    .createQueryBuilder(HistoryEntry, 'h')
    .where('h.proposalId = :proposalId AND h.action LIKE :writing', { proposalId, writing: 'draft.%' })
    .orderBy('h.id', 'DESC')
    .getOne();
  return entry && { author: entry.actor, at: entry.at };
}

/**
 * 花脸稿: what came and went between the text a step (by id) or a round (by number) saw and the text as it stands.
 * @throws FuhanError `review.nothing-to-compare`
 */
export async function draftRedline(
  ctx: { readonly em: EntityManager; readonly profile: PlaceProfile },
  draft: { readonly id: string; readonly proposalId: string },
  since: string,
): Promise<string> {
  const { em } = ctx;
  const digest = /^\d{1,6}$/.test(since)
    ? await sentIn(em, draft.id, Number(since))
    : await seenByStep(em, draft.id, since);
  const before = digest && (await em.findOneBy(DraftSnapshot, { draftId: draft.id, digest }));
  if (!before) throw new FuhanError('review.nothing-to-compare');
  const { model } = await textNow(ctx, draft.id);
  const last = await lastWriter(em, draft.proposalId);
  const at = last?.at ?? before.takenAt;
  return redlineHtml(before.model, model, {
    author: last?.author ?? '系统',
    at: `${shanghaiDate(at)}T${shanghaiTime(at)}:00+08:00`,
  });
}
