import { FuhanError, newId } from '@fuhan/kernel';
import type { CommandContext } from '../case/context';
import { DraftSection, Passage, PassageSource } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { changeVersioned, sectionOf } from './draft-lock';
import { cutAt, isEdited, number, passagesOf } from './provenance';

const refuse = (detail: string): FuhanError => new FuhanError('guard.failed', { detail });

/** The passage and its section, if they belong to this draft. */
async function passageOf(
  ctx: CommandContext,
  draftId: string,
  id: string,
): Promise<{ passage: Passage; section: DraftSection }> {
  const passage = await ctx.em.findOneBy(Passage, { id });
  if (!passage) throw refuse('这一段已不在答复稿里，可能已被删除。请刷新。');
  return { passage, section: await sectionOf(ctx.em, draftId, passage.sectionId) };
}

/** Whoever has the section's form open is told that it has changed. */
const touch = (ctx: CommandContext, section: DraftSection): Promise<void> =>
  changeVersioned(ctx.em, DraftSection, section, {});

/** 移动段落: within its section or to another; what it rests on goes with it. */
export const movePassage: UseCase<'draft.movePassage'> = async (ctx, input, targetId) => {
  const { passage, section } = await passageOf(ctx, targetId, input.passageId);
  const to = await sectionOf(ctx.em, targetId, input.sectionId);
  const there = (await passagesOf(ctx, to.id)).map(({ id }) => id).filter((id) => id !== passage.id);
  there.splice(input.position - 1, 0, passage.id);
  await number(ctx, to.id, there);
  await touch(ctx, to);
  if (to.id !== section.id) {
    await number(
      ctx,
      section.id,
      (await passagesOf(ctx, section.id)).map(({ id }) => id),
    );
    await touch(ctx, section);
  }
  const place = there.indexOf(passage.id) + 1;
  await record(
    ctx,
    'draft.movePassage',
    passage.id,
    `把答复稿第 ${section.ordinal} 部分的一段移到第 ${to.ordinal} 部分第 ${place} 段。`,
  );
  await transition(ctx, 'draft', targetId, 'draft.movePassage');
  return { id: passage.id };
};

/** The adopted words of the two parts: cut with the passage where nobody has edited it, else whole in both. */
function parted(
  body: string,
  sources: readonly PassageSource[],
  at: number,
): readonly [PassageSource[], PassageSource[]] {
  if (isEdited(body, sources)) return [[...sources], [...sources]];
  const first: PassageSource[] = [];
  const second: PassageSource[] = [];
  let left = at;
  for (const source of sources) {
    const [before, after] = cutAt(source.text, Math.max(0, left));
    if (before !== '') first.push({ ...source, text: before });
    if (after !== '') second.push({ ...source, text: after });
    left -= [...source.text].length;
  }
  return [first, second];
}

async function keepSources(
  ctx: CommandContext,
  passageId: string,
  sources: readonly PassageSource[],
): Promise<void> {
  await ctx.em.delete(PassageSource, { passageId });
  await ctx.em.insert(
    PassageSource,
    sources.map((source, i) => ({ ...source, passageId, ordinal: i + 1 })),
  );
}

const sourcesOf = (ctx: CommandContext, passageId: string): Promise<PassageSource[]> =>
  ctx.em.find(PassageSource, { where: { passageId }, order: { ordinal: 'ASC' } });

/** 拆分段落: one passage becomes two; each knows what it rests on. */
export const splitPassage: UseCase<'draft.splitPassage'> = async (ctx, { passageId, at }, targetId) => {
  const { passage, section } = await passageOf(ctx, targetId, passageId);
  const [head, tail] = cutAt(passage.body, at);
  if (head.trim() === '' || tail.trim() === '')
    throw refuse(`这一段只有 ${[...passage.body].length} 个字。请选一个分开后两边都有字的位置。`);
  const [before, after] = parted(passage.body, await sourcesOf(ctx, passage.id), at);
  const order = (await passagesOf(ctx, section.id)).map(({ id }) => id);
  const second = { ...passage, id: newId(), body: tail, ordinal: order.length + 1 };
  await ctx.em.update(Passage, { id: passage.id }, { body: head });
  await ctx.em.insert(Passage, second);
  order.splice(order.indexOf(passage.id) + 1, 0, second.id);
  await number(ctx, section.id, order);
  await keepSources(ctx, passage.id, before);
  await keepSources(ctx, second.id, after);
  await touch(ctx, section);
  await record(ctx, 'draft.splitPassage', passage.id, `把答复稿第 ${section.ordinal} 部分的一段分成两段。`);
  await transition(ctx, 'draft', targetId, 'draft.splitPassage');
  return { id: second.id };
};

/** 合并段落: a passage and the one after it become one, which rests on what both rested on. */
export const joinPassages: UseCase<'draft.joinPassages'> = async (ctx, { passageId }, targetId) => {
  const { passage, section } = await passageOf(ctx, targetId, passageId);
  const all = await passagesOf(ctx, section.id);
  const next = all[all.findIndex(({ id }) => id === passage.id) + 1];
  if (!next) throw refuse('这是这一部分的最后一段，后面没有可以合并的段落。请选前面的一段。');
  if (next.kind !== passage.kind) throw refuse('标题不能与正文合并。请先在“写这一部分”里改段落的样式。');
  const sources = [...(await sourcesOf(ctx, passage.id)), ...(await sourcesOf(ctx, next.id))];
  await ctx.em.update(Passage, { id: passage.id }, { body: passage.body + next.body });
  await ctx.em.delete(Passage, { id: next.id });
  await keepSources(ctx, passage.id, sources);
  await number(
    ctx,
    section.id,
    all.flatMap(({ id }) => (id === next.id ? [] : [id])),
  );
  await touch(ctx, section);
  await record(ctx, 'draft.joinPassages', passage.id, `把答复稿第 ${section.ordinal} 部分的两段合成一段。`);
  await transition(ctx, 'draft', targetId, 'draft.joinPassages');
  return { id: passage.id };
};
