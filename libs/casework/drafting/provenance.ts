import type { CommandContext } from '../case/context';
import { Passage, type PassageSource } from '../case/entities';

/** Whether somebody has changed the words since they were adopted; false for a passage that rests on no opinion. */
export const isEdited = (body: string, sources: readonly Pick<PassageSource, 'text'>[]): boolean =>
  sources.length > 0 && body !== sources.map(({ text }) => text).join('');

/**
 * A unit's own words of a passage, without those of the other units it was joined with.
 * Where the joined words were edited afterwards they cannot be told apart: then its words as adopted, and a line that says so.
 */
export function wordsOfUnit(
  body: string,
  sources: readonly Pick<PassageSource, 'text' | 'unitId'>[],
  unitId: string,
): string {
  const own = sources.filter((each) => each.unitId === unitId).map(({ text }) => text);
  if (own.length === sources.length) return body;
  const words = own.join('');
  return own.every((text) => body.includes(text))
    ? words
    : `${words}（这是采用时的原文。答复稿把它与其他单位的内容合写并作了修改，改后的文字请向主办单位了解。）`;
}

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
