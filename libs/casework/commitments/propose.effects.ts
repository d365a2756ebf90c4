import { newId } from '@fuhan/kernel';
import { findPromises, samePromise } from '@fuhan/letter-engine';
import { In, Not } from 'typeorm';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Commitment, Draft, DraftSection, Letter, Passage } from '../case/entities';
import { tell } from '../case/tell';
import { firstState, made, transition } from '../case/transition';
import { type LetterPromise, proposedPromises, type StatedPromise } from './proposed-promises';

/** The promises in the words of a reply, with the suggestions they answer. */
async function toldIn(ctx: CommandContext, draft: Draft, date: string): Promise<LetterPromise[]> {
  const sections = await ctx.em.find(DraftSection, {
    where: { draftId: draft.id },
    order: { ordinal: 'ASC' },
  });
  const passages = await ctx.em.find(Passage, {
    where: { sectionId: In(sections.map(({ id }) => id)) },
    order: { ordinal: 'ASC' },
  });
  const ofSection = (id: string) =>
    passages
      .filter(({ sectionId }) => sectionId === id)
      .map(({ kind, body }) => ({ heading: kind !== 'paragraph', text: body }));
  const general = draft.prose.map((text) => ({ heading: false, text }));
  return [
    ...findPromises(general, date).map((each) => ({ ...each, suggestionId: null })),
    ...sections.flatMap(({ id, suggestionId, heading }) =>
      findPromises([{ heading: true, text: heading ?? '' }, ...ofSection(id)], date).map((each) => ({
        ...each,
        suggestionId,
      })),
    ),
  ];
}

/** What the opinions promise whose words stand in the reply. */
const statedFor = (ctx: CommandContext, draftId: string): Promise<StatedPromise[]> =>
  ctx.em.query(
    `SELECT i.suggestion_id AS "suggestionId", a.unit_id AS "unitId", c.text, c."dueOn", c.owner
     FROM opinion_item i JOIN opinion_version v ON v.id = i.opinion_version_id JOIN opinion o ON o.id = v.opinion_id
     JOIN assignment a ON a.id = o.assignment_id JOIN suggestion s ON s.id = i.suggestion_id,
     jsonb_to_recordset(i.commitments) AS c (text text, "dueOn" text, owner text)
     WHERE i.id IN (SELECT x.opinion_item_id FROM passage_source x JOIN passage p ON p.id = x.passage_id
       JOIN draft_section d ON d.id = p.section_id WHERE d.draft_id = $1)
     ORDER BY a.ordinal, s.ordinal, c.text`,
    [draftId],
  );

/** 摘出承诺: what the letter promises is put before its drafter; what is on the list already is not put there twice. */
export const proposeCommitments: EffectHandler = async (ctx, { targetId: letterId }) => {
  const { draftId, date } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const draft = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  if (draft.kind !== 'reply') return;
  const { id: assignmentId, unitId } = await ctx.em.findOneByOrFail(Assignment, { id: draft.assignmentId });
  const earlier = await ctx.em.findBy(Commitment, { assignmentId });
  const listed = earlier.filter(({ state }) => state !== 'dropped');
  const found = proposedPromises(await toldIn(ctx, draft, date), await statedFor(ctx, draftId), {
    ...{ writerId: unitId, letterDate: date },
  }).filter(({ text }) => !listed.some((known) => samePromise(known.text, text)));
  if (found.length === 0) return;
  await ctx.em.insert(
    Commitment,
    found.map((each) => {
      // The letter before this one was withdrawn: whose promise it was, and by when, was said already.
      const before = earlier.find(({ state, text }) => state === 'dropped' && samePromise(text, each.text));
      return {
        ...{ id: newId(), proposalId: ctx.proposalId, assignmentId, letterId, madeOn: date },
        state: firstState('commitment', 'draft.issue'),
        ...each,
        ...(before && {
          ...{ ownerUnitId: before.ownerUnitId, ownerId: before.ownerId, ownerName: before.ownerName },
          dueOn: each.dueOn ?? before.dueOn,
        }),
      };
    }),
  );
  await made(ctx, 'commitment', 'draft.issue', letterId);
};

/** The drafter is asked what of it is a promise. */
export const tellProposed: EffectHandler = async (ctx, { targetId: letterId }) => {
  const proposed = await ctx.em.findBy(Commitment, { letterId, state: 'proposed' });
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, {
    id: proposed[0]?.assignmentId ?? '',
  });
  tell(ctx, 'promises_found', `答复函里有 ${proposed.length} 条承诺，请确认责任单位、责任人和期限`, [
    drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] },
  ]);
};

/**
 * A letter that is void promises nothing; what was kept or given up of it stays on the list. Where another letter of the same text stands, to a
 * merged proposal, the promises are that one's.
 */
export const dropCommitments: EffectHandler = async (ctx, { targetId: letterId }) => {
  const { draftId } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const other = await ctx.em.findOneBy(Letter, { draftId, state: Not('withdrawn') });
  const ofLetter = { letterId, state: In(['proposed', 'confirmed']) };
  if (other) {
    await ctx.em.update(Commitment, ofLetter, { letterId: other.id });
    return;
  }
  const open = await ctx.em.findBy(Commitment, ofLetter);
  for (const { id } of open) await transition(ctx, 'commitment', id, 'commitment.drop');
};
