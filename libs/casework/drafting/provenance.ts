import type { CommandContext } from '../case/context';
import { Passage, type PassageSource } from '../case/entities';

/** Whether somebody has changed the words since they were adopted; false for a passage that rests on no opinion. */
export const isEdited = (body: string, sources: readonly Pick<PassageSource, 'text'>[]): boolean =>
  sources.length > 0 && body !== sources.map(({ text }) => text).join('');

/** The part of a text before its n-th character and the rest; characters outside the basic plane (𠮷) count as one. */
export function cutAt(text: string, at: number): readonly [string, string] {
  const characters = [...text];
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
}

/** Numbers the passages of a section 1, 2, 3 … in this order. */
export async function number(ctx: CommandContext, sectionId: string, ids: readonly string[]): Promise<void> {
  await ctx.em.query(
    `UPDATE passage p SET ordinal = n.ordinal, section_id = $1
     FROM unnest($2::uuid[]) WITH ORDINALITY AS n (id, ordinal) WHERE p.id = n.id`,
    [sectionId, ids],
  );
}

/** The passages of a section in their order. */
export const passagesOf = (ctx: CommandContext, sectionId: string): Promise<Passage[]> =>
  ctx.em.find(Passage, { where: { sectionId }, order: { ordinal: 'ASC' } });
