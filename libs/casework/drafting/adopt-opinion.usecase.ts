import { FuhanError, newId } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import type { Position } from '@fuhan/contracts';
import { In } from 'typeorm';
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
import { type Before, beforeLastStep } from '../case/last-step';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { changeVersioned, sectionOf } from './draft-lock';
import { kindOf, paragraphsOf } from './passages';

/** What an adoption has put in, and what stood there before. */
interface Adopted extends Before {
  readonly sectionId: string;
  /** The section's version with the adopted words, untouched. */
  readonly version: number;
  readonly verdict: Position | null;
  readonly passageIds: readonly string[];
  readonly unit: string;
  /** It had been set aside: with these words. */
  readonly rejection: Pick<ItemRejection, 'opinionItemId' | 'reason' | 'rejectedBy' | 'rejectedAt'> | null;
}

/** The paragraphs that are to be taken; all where none is named. */
function chosenOf(body: string, paragraphs: readonly number[] | null): string[] {
  const all = paragraphsOf(body);
  return (paragraphs ?? all.map((_, i) => i)).map((i) => {
    const text = all[i];
    if (text === undefined)
      throw new FuhanError('guard.failed', { detail: `这条意见只有 ${all.length} 段。` });
    return text;
  });
}

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
  const chosen = chosenOf(item.body, paragraphs);
  const first = (await ctx.em.countBy(Passage, { sectionId })) + 1;
  const passages = chosen.map((text, i) => ({
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
  const rejection = await ctx.em.findOneBy(ItemRejection, { draftId: targetId, opinionItemId });
  await ctx.em.delete(ItemRejection, { draftId: targetId, opinionItemId });
  // An unanswered section takes the position the opinion proposes; the drafter may change it.
  await changeVersioned(
    ctx.em,
    DraftSection,
    section,
    (section.verdict ?? section.heading) ? {} : { verdict: item.position },
  );
  const { shortName } = await ctx.em.findOneByOrFail(Unit, { id: unitId });
  const before: Adopted = {
    ...{ of: targetId, sectionId, version: section.version + 1, verdict: section.verdict },
    ...{ passageIds: passages.map(({ id }) => id), unit: shortName, rejection },
  };
  const words = `采用${shortName}会办意见（第 ${version.version} 版）${chosen.length} 段，写入第 ${section.ordinal} 部分。`;
  await record(ctx, 'draft.adopt', sectionId, words, before);
  await transition(ctx, 'draft', targetId, 'draft.adopt');
  return { id: sectionId };
};

/** 撤回采用: the words go out again, what was chosen and set aside before stands again; by the same hand, at once. */
export const unadoptOpinion: UseCase<'draft.unadopt'> = async (ctx, _input, targetId) => {
  const instead = '不要这几段的，请在“写这一部分”里删去。';
  const before = await beforeLastStep<Adopted>(ctx, 'draft.adopt', targetId, instead);
  const { sectionId, version, verdict, passageIds, unit, rejection } = before;
  const section = await sectionOf(ctx.em, targetId, sectionId);
  // An editor saves without a line of its own for each time.
  if (section.version !== version)
    throw new FuhanError('guard.failed', { detail: `采用以后这一部分又改过，不能再撤回。${instead}` });
  await ctx.em.delete(Passage, { id: In([...passageIds]), sectionId });
  await changeVersioned(ctx.em, DraftSection, section, { verdict });
  if (rejection) await ctx.em.insert(ItemRejection, { ...rejection, draftId: targetId });
  const words = `撤回采用${unit}会办意见，从第 ${section.ordinal} 部分取出 ${passageIds.length} 段。`;
  await record(ctx, 'draft.unadopt', sectionId, words);
  await transition(ctx, 'draft', targetId, 'draft.unadopt');
  return { id: sectionId };
};
