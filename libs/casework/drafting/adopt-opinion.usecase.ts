import { FuhanError, newId } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import {
  Assignment,
  DraftSection,
  ItemRejection,
  Opinion,
  OpinionItem,
  OpinionVersion,
  Passage,
  PassageSource,
} from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { changeVersioned, sectionOf } from './draft-lock';
import { kindOf, paragraphsOf } from './passages';

/** 采用会办意见: copies paragraphs of an opinion into a section; each remembers unit, opinion, version and the words as given. */
export const adoptOpinion: UseCase<'draft.adopt'> = async (
  ctx,
  { sectionId, opinionItemId, paragraphs },
  targetId,
) => {
  const section = await sectionOf(ctx.em, targetId, sectionId);
  const item = await ctx.em.findOneBy(OpinionItem, { id: opinionItemId });
  const version = item && (await ctx.em.findOneByOrFail(OpinionVersion, { id: item.opinionVersionId }));
  const opinion = version && (await ctx.em.findOneByOrFail(Opinion, { id: version.opinionId }));
  if (!item || !version || opinion?.proposalId !== ctx.proposalId) {
    throw new FuhanError('guard.failed', { detail: '这条意见不属于这件提案。请刷新后再选。' });
  }
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: opinion.assignmentId });
  const all = paragraphsOf(item.body);
  const chosen = (paragraphs ?? all.map((_, i) => i)).map((i) => all[i]);
  if (chosen.some((text) => text === undefined))
    throw new FuhanError('guard.failed', { detail: `这条意见只有 ${all.length} 段。` });
  const first = (await ctx.em.countBy(Passage, { sectionId })) + 1;
  const passages = chosen.map((text = '', i) => ({
    id: newId(),
    sectionId,
    ordinal: first + i,
    kind: kindOf(text),
    body: text,
    writtenBy: ctx.actor.personId,
  }));
  await ctx.em.insert(Passage, passages);
  await ctx.em.insert(
    PassageSource,
    passages.map(({ id: passageId, body: text }) => ({
      ...{ passageId, ordinal: 1, opinionItemId, opinionVersion: version.version, unitId, text },
    })),
  );
  // What was set aside and is taken up after all is no longer set aside.
  await ctx.em.delete(ItemRejection, { draftId: targetId, opinionItemId });
  // An unanswered section takes the position the opinion proposes; the drafter may change it.
  await changeVersioned(
    ctx.em,
    DraftSection,
    section,
    (section.verdict ?? section.heading) ? {} : { verdict: item.position },
  );
  const { shortName } = await ctx.em.findOneByOrFail(Unit, { id: unitId });
  await record(
    ctx,
    'draft.adopt',
    sectionId,
    `采用${shortName}会办意见（第 ${version.version} 版）${chosen.length} 段，写入第 ${section.ordinal} 部分。`,
  );
  await transition(ctx, 'draft', targetId, 'draft.adopt');
  return { id: sectionId };
};
