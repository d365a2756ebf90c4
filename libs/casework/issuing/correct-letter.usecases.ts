import { newId } from '@fuhan/kernel';
import { type Correction, Draft, Letter } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { changeVersioned } from '../drafting/draft-lock';
import { newestWording } from '../drafting/wording-of';

/**
 * 更正函: a letter of its own that says what is wrong in one that is out. It is reviewed, signed, numbered and sent like a reply, to
 * everybody who had the first one.
 */
export const correctLetter: UseCase<'letter.correct'> = async (ctx, correction: Correction, letterId) => {
  const letter = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const { assignmentId, outcomeClass, printClass, publication, contacts } = await ctx.em.findOneByOrFail(
    Draft,
    {
      id: letter.draftId,
    },
  );
  const id = newId();
  await ctx.em.insert(Draft, {
    id,
    proposalId: ctx.proposalId,
    assignmentId,
    kind: 'correction',
    correctsId: letterId,
    correction,
    state: firstState('draft', 'letter.correct'),
    version: 1,
    ...{ outcomeClass, printClass, publication, contacts },
    prose: [],
    wording: {},
    wordingVersion: await newestWording(ctx),
    returnReason: null,
  });
  await record(
    ctx,
    'letter.correct',
    id,
    `起草更正函，更正${letter.documentNumber} ${correction.corrections.length} 处。`,
  );
  await made(ctx, 'draft', 'letter.correct', id);
  return { id };
};

/** 写更正内容 */
export const saveCorrection: UseCase<'draft.saveCorrection'> = async (
  ctx,
  { version, ...correction },
  draftId,
) => {
  await changeVersioned(ctx.em, Draft, { id: draftId, version }, { correction });
  await record(
    ctx,
    'draft.saveCorrection',
    draftId,
    `修改了更正内容，共 ${correction.corrections.length} 处。`,
  );
  await transition(ctx, 'draft', draftId, 'draft.saveCorrection');
  return { id: draftId };
};
