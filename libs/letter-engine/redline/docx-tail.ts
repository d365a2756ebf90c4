import type { DocxParagraph } from '../render/docx-paragraph';
import type { Aligned } from './align';
import { formerForm, formOf } from './docx-form';
import type { Reviser } from './docx-words';

interface Item {
  readonly paragraph: DocxParagraph;
}
const isTable = ({ paragraph }: Item): boolean => paragraph.table !== undefined;

/** Where the last pair stands; after it comes what only one version has. */
const lastPair = <T>(pairs: readonly Aligned<T>[]): number =>
  pairs.findLastIndex((pair) => 'before' in pair && 'after' in pair);

/**
 * The last paragraph mark of a Word file can neither come nor go. So the two last paragraphs become a pair where both
 * versions go on after the last pair, or where a table would lie in the way of `withLastMark`.
 */
export function withLastPair<T extends Item>(pairs: readonly Aligned<T>[]): Aligned<T>[] {
  const at = lastPair(pairs);
  const tail = pairs.slice(at + 1);
  const gone = tail.flatMap((pair) => ('before' in pair ? [pair.before] : []));
  const come = tail.flatMap((pair) => ('after' in pair ? [pair.after] : []));
  const anchor = pairs[at];
  const oneSided = gone.length === 0 || come.length === 0;
  if (oneSided && ![...gone, ...come].some(isTable)) return [...pairs];
  const torn = oneSided && anchor !== undefined;
  if (torn && 'before' in anchor) gone.unshift(anchor.before);
  if (torn && 'after' in anchor) come.unshift(anchor.after);
  return [
    ...pairs.slice(0, torn ? at : at + 1),
    ...gone.slice(0, -1).map((before) => ({ before })),
    ...come.slice(0, -1).map((after) => ({ after })),
    { before: gone.at(-1)!, after: come.at(-1)! },
  ];
}

/** Paragraphs at the very end that came or went: each mark from the last pair on changes in the place of the next one. */
export function withLastMark<T extends Item>(
  pairs: readonly Aligned<T>[],
  paragraphs: readonly DocxParagraph[],
  reviser: Reviser,
): DocxParagraph[] {
  const at = lastPair(pairs);
  const anchor = pairs[at];
  const [lastOf, last] = [pairs.at(-1), paragraphs.at(-1)];
  if (!anchor || !lastOf || !last || at === pairs.length - 1 || !('before' in anchor && 'after' in anchor))
    return [...paragraphs];
  const came = 'after' in lastOf;
  const { runs } = last;
  const [before, after] = came
    ? [anchor.before.paragraph, lastOf.after.paragraph]
    : [lastOf.before.paragraph, anchor.after.paragraph];
  const { was, ...held } = paragraphs[at]!;
  return [
    ...paragraphs.slice(0, at),
    { ...held, marks: [reviser.make(came ? 'ins' : 'del')], ...(came || !was ? {} : { was }) },
    ...paragraphs.slice(at + 1, -1),
    { ...formOf(after), ...(runs ? { runs } : {}), ...formerForm(before, after, reviser) },
  ];
}
