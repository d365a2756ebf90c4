import { FuhanError, newId } from '@fuhan/kernel';
import { Draft, DraftSection } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { composeDraft } from './compose-draft';
import { changeVersioned, sectionOf } from './draft-lock';
import { paragraphsOf } from './passages';

/** 加一部分: a section that answers no suggestion (总体情况); the later ones move down. */
export const addSection: UseCase<'draft.addSection'> = async (ctx, { heading, position }, targetId) => {
  const count = await ctx.em.countBy(DraftSection, { draftId: targetId });
  const ordinal = Math.min(position, count + 1);
  await ctx.em.query('UPDATE draft_section SET ordinal = ordinal + 1 WHERE draft_id = $1 AND ordinal >= $2', [
    targetId,
    ordinal,
  ]);
  const id = newId();
  await ctx.em.insert(DraftSection, { id, draftId: targetId, ordinal, heading, version: 1 });
  await record(ctx, 'draft.addSection', id, `在答复稿里加了“${heading}”。`);
  await transition(ctx, 'draft', targetId, 'draft.addSection');
  return { id };
};

/** 删一部分: only one that answers no suggestion. */
export const removeSection: UseCase<'draft.removeSection'> = async (ctx, { sectionId }, targetId) => {
  const section = await sectionOf(ctx.em, targetId, sectionId);
  if (section.suggestionId !== null)
    throw new FuhanError('guard.failed', { detail: '这一部分答复一条建议，不能删。' });
  await ctx.em.delete(DraftSection, { id: sectionId });
  await ctx.em.query('UPDATE draft_section SET ordinal = ordinal - 1 WHERE draft_id = $1 AND ordinal > $2', [
    targetId,
    section.ordinal,
  ]);
  await record(ctx, 'draft.removeSection', sectionId, `删去了答复稿里的“${section.heading ?? ''}”。`);
  await transition(ctx, 'draft', targetId, 'draft.removeSection');
  return { id: sectionId };
};

/** 填文头文尾: class, contacts, publication mark, the response as a whole, and this letter's own wording. */
export const saveFrame: UseCase<'draft.saveFrame'> = async (ctx, input, targetId) => {
  const { version, wording, prose, ...facts } = input;
  if (!ctx.profile.classes.some(({ key }) => key === facts.outcomeClass)) {
    const known = ctx.profile.classes.map(({ key }) => key).join('、');
    throw new FuhanError('guard.failed', {
      detail: `本地的办理结果只有 ${known}，没有“${facts.outcomeClass}”。`,
    });
  }
  await changeVersioned(
    ctx.em,
    Draft,
    { id: targetId, version },
    {
      ...facts,
      prose: paragraphsOf(prose),
      wording: Object.fromEntries(wording.map(({ piece, template }) => [piece, template])),
    },
  );
  // A faulty template is refused here, where its writer can mend it, and not when the letter is to be issued.
  await composeDraft(ctx, targetId, { documentNumber: null, date: null });
  await record(ctx, 'draft.saveFrame', targetId, '填写了文头文尾。');
  await transition(ctx, 'draft', targetId, 'draft.saveFrame');
  return { id: targetId };
};
