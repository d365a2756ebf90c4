import { FuhanError, newId } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { DraftSection, HistoryEntry, ItemRejection, Passage, PassageSource } from '../case/entities';
import { personOf } from '../case/outside-actor';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { changeVersioned, sectionOf } from './draft-lock';
import { type GivenWords, givenWords } from './given-words';

/** What the editor says a passage rests on. */
interface WantedSource {
  readonly opinionItemId: string;
  readonly text: string;
}

interface Wanted {
  readonly id: string | null;
  readonly kind: Passage['kind'];
  readonly body: string;
  readonly sources: readonly WantedSource[] | null;
}

const refuse = (detail: string): FuhanError => new FuhanError('guard.failed', { detail });

/** A passage is named once, and never by the name of one that stands elsewhere. */
async function checkNames(ctx: CommandContext, sectionId: string, wanted: readonly Wanted[]): Promise<void> {
  const named = wanted.flatMap(({ id }) => id ?? []);
  const strange =
    new Set(named).size < named.length ||
    (await ctx.em.find(Passage, { where: { id: In(named) } })).some((each) => each.sectionId !== sectionId);
  if (strange) throw refuse('有段落不在这一部分里，可能已移到别处。请刷新后再保存。');
}

/** Writes down what a passage rests on, as far as the units really said it. */
async function keepSources(
  ctx: CommandContext,
  passageId: string,
  sources: readonly WantedSource[],
  given: ReadonlyMap<string, GivenWords>,
): Promise<void> {
  await ctx.em.delete(PassageSource, { passageId });
  const rows = sources.map(({ opinionItemId, text }, i) => {
    const words = given.get(opinionItemId);
    if (!words || !words.body.includes(text))
      throw refuse('有一段标明的来源与会办意见对不上。请从“会办意见”里重新插入这一段。');
    const { version, unitId } = words;
    return { passageId, ordinal: i + 1, opinionItemId, opinionVersion: version, unitId, text };
  });
  if (rows.length > 0) await ctx.em.insert(PassageSource, rows);
}

/** Keeps what is still there with its origin, drops what is gone, adds what is new, in the order given. */
async function replacePassages(
  ctx: CommandContext,
  sectionId: string,
  wanted: readonly Wanted[],
  given: ReadonlyMap<string, GivenWords>,
): Promise<void> {
  const there = new Map((await ctx.em.findBy(Passage, { sectionId })).map((each) => [each.id, each]));
  const gone = [...there.keys()].filter((id) => !wanted.some((each) => each.id === id));
  if (gone.length > 0) await ctx.em.delete(Passage, { id: In(gone) });
  for (const [i, { id, kind, body, sources }] of wanted.entries()) {
    const ordinal = i + 1;
    const before = id === null ? undefined : there.get(id);
    const passageId = id ?? newId();
    const writtenBy = before?.body === body ? before.writtenBy : ctx.actor.personId;
    const row = { sectionId, ordinal, kind, body, writtenBy };
    if (before) await ctx.em.update(Passage, { id: passageId }, row);
    else await ctx.em.insert(Passage, { id: passageId, ...row });
    if (sources !== null) await keepSources(ctx, passageId, sources, given);
  }
}

const itemsIn = async (ctx: CommandContext, sectionId: string): Promise<Set<string>> => {
  const rows = (await ctx.em.query(
    `SELECT DISTINCT s.opinion_item_id AS id FROM passage_source s JOIN passage p ON p.id = s.passage_id
     WHERE p.section_id = $1`,
    [sectionId],
  )) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
};

/** What is taken up with this save is told like an adoption, and is no longer set aside; what is taken out is told too. */
async function tellAdopted(
  ctx: CommandContext,
  section: DraftSection,
  before: ReadonlySet<string>,
): Promise<void> {
  const now = await itemsIn(ctx, section.id);
  const adopted = [...now].filter((id) => !before.has(id));
  const gone = [...before].filter((id) => !now.has(id));
  const given = await givenWords(ctx, [...adopted, ...gone]);
  if (adopted.length > 0)
    await ctx.em.delete(ItemRejection, { draftId: section.draftId, opinionItemId: In(adopted) });
  const tell = async (id: string, action: 'draft.adopt' | 'draft.unadopt'): Promise<void> => {
    const { unitId, version } = given.get(id) as GivenWords;
    const { shortName } = await ctx.em.findOneByOrFail(Unit, { id: unitId });
    const opinion = `${shortName}会办意见（第 ${version} 版）`;
    const words =
      action === 'draft.adopt'
        ? `采用${opinion}，写入第 ${section.ordinal} 部分。`
        : `从第 ${section.ordinal} 部分取出${opinion}的内容。`;
    await record(ctx, action, section.id, words);
  };
  for (const id of adopted) await tell(id, 'draft.adopt');
  for (const id of gone) await tell(id, 'draft.unadopt');
}

const SITTING_MS = 30 * 60_000;

/** An editor saves every few seconds: one sitting of one person at one section is one line of the history. */
async function recordSitting(ctx: CommandContext, section: DraftSection): Promise<void> {
  const last = await ctx.em.findOne(HistoryEntry, {
    where: { proposalId: ctx.proposalId, action: 'draft.saveSection', objectId: section.id },
    order: { at: 'DESC' },
  });
  const goesOn =
    last !== null &&
    last.personId === personOf(ctx.actor) &&
    last.actor === ctx.actor.name &&
    ctx.now.getTime() - last.at.getTime() < SITTING_MS;
  if (!goesOn) await record(ctx, 'draft.saveSection', section.id, `修改了答复稿第 ${section.ordinal} 部分。`);
}

/** 写这一部分: verdict and passages of one section; adopted words keep their origin wherever the editor moves them. */
export const saveSection: UseCase<'draft.saveSection'> = async (ctx, input, targetId) => {
  const section = await sectionOf(ctx.em, targetId, input.sectionId);
  const free = section.suggestionId === null;
  await changeVersioned(
    ctx.em,
    DraftSection,
    { id: section.id, version: input.version },
    {
      verdict: free ? null : input.verdict,
      ...(free && input.heading !== null ? { heading: input.heading } : {}),
    },
  );
  await checkNames(ctx, section.id, input.passages);
  const named = input.passages.flatMap(({ sources }) => sources ?? []);
  const given = await givenWords(
    ctx,
    named.map(({ opinionItemId }) => opinionItemId),
  );
  const before = await itemsIn(ctx, section.id);
  await replacePassages(ctx, section.id, input.passages, given);
  if (given.size > 0 || before.size > 0) await tellAdopted(ctx, section, before);
  await recordSitting(ctx, section);
  await transition(ctx, 'draft', targetId, 'draft.saveSection');
  return { id: section.id };
};
