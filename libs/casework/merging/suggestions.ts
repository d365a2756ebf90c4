import { newId } from '@fuhan/kernel';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Draft, DraftSection, OpinionProposal, Passage, Suggestion } from '../case/entities';

const suggestionsOf = ({ em }: CommandContext, proposalId: string): Promise<Suggestion[]> =>
  em.find(Suggestion, { where: { proposalId }, order: { ordinal: 'ASC' } });

/** Puts a section for each into the replies that are being written, after those that are there. */
async function openSections(ctx: CommandContext, added: readonly Suggestion[]): Promise<void> {
  const drafts = await ctx.em.findBy(Draft, {
    proposalId: ctx.proposalId,
    kind: 'reply',
    state: 'writing',
  });
  for (const { id: draftId } of drafts) {
    const count = await ctx.em.countBy(DraftSection, { draftId });
    await ctx.em.insert(
      DraftSection,
      added.map(({ id: suggestionId }, i) => ({
        ...{ id: newId(), draftId, ordinal: count + i + 1, suggestionId, version: 1 },
      })),
    );
  }
}

/**
 * The suggestions of a merged proposal become the leading case's, each with where it comes from; one that is asked there in the same words
 * is answered with it.
 * @returns how many came, and how many are asked already
 */
export async function takeSuggestions(
  ctx: CommandContext,
  mergedId: string,
): Promise<{ added: number; same: number }> {
  const own = await suggestionsOf(ctx, ctx.proposalId);
  const theirs = await suggestionsOf(ctx, mergedId);
  const fresh = theirs.filter(({ title }) => !own.some((each) => each.title === title));
  const last = own.at(-1)?.ordinal ?? 0;
  const rows = fresh.map(({ id: originId, title, body }, i) => ({
    ...{ id: newId(), proposalId: ctx.proposalId, ordinal: last + i + 1, title, body, originId },
  }));
  await ctx.em.insert(Suggestion, rows);
  await openSections(ctx, rows);
  return { added: fresh.length, same: theirs.length - fresh.length };
}

/** What was written stays in the reply under a heading of its own; a section without words goes. */
async function freeSections(ctx: CommandContext, { id: suggestionId, title }: Suggestion): Promise<void> {
  for (const { id, draftId, ordinal, verdict } of await ctx.em.findBy(DraftSection, { suggestionId })) {
    const written = verdict !== null || (await ctx.em.existsBy(Passage, { sectionId: id }));
    if (written) {
      await ctx.em.update(
        DraftSection,
        { id },
        { suggestionId: null, heading: title, verdict: null, version: () => 'version + 1' },
      );
      continue;
    }
    await ctx.em.delete(DraftSection, { id });
    await ctx.em.query(
      'UPDATE draft_section SET ordinal = ordinal - 1 WHERE draft_id = $1 AND ordinal > $2',
      [draftId, ordinal],
    );
  }
}

/** An opinion that waits inside its own unit is no longer asked for it. */
async function forgetProposed(ctx: CommandContext, left: ReadonlySet<string>): Promise<void> {
  const ids = ctx.snapshot.opinions.map(({ id }) => id);
  for (const { opinionId, content } of await ctx.em.findBy(OpinionProposal, { opinionId: In(ids) })) {
    const items = content.items.filter(({ suggestionId }) => !left.has(suggestionId));
    if (items.length < content.items.length)
      await ctx.em.update(OpinionProposal, { opinionId }, { content: { ...content, items } as never });
  }
}

/** Gives a proposal its suggestions back: what opinions said of them is kept with the proposal's own, the rest closes up. */
export async function giveSuggestionsBack(ctx: CommandContext, mergedId: string): Promise<void> {
  const origins = (await suggestionsOf(ctx, mergedId)).map(({ id }) => id);
  const copies = await ctx.em.findBy(Suggestion, { proposalId: ctx.proposalId, originId: In(origins) });
  for (const copy of copies) {
    await freeSections(ctx, copy);
    await ctx.em.query('UPDATE opinion_item SET suggestion_id = $2 WHERE suggestion_id = $1', [
      copy.id,
      copy.originId,
    ]);
  }
  await forgetProposed(ctx, new Set(copies.map(({ id }) => id)));
  await ctx.em.delete(Suggestion, { id: In(copies.map(({ id }) => id)) });
  for (const [i, { id, ordinal }] of (await suggestionsOf(ctx, ctx.proposalId)).entries())
    if (ordinal !== i + 1) await ctx.em.update(Suggestion, { id }, { ordinal: i + 1 });
}
