export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Beyond this many words the table of comparisons grows too large for a page; the whole middle then counts as replaced. */
const tooMany = 4_000_000;

/** Length of the longest common run of words for every pair of tails. */
function tails(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = table[i] as Uint16Array;
    const next = table[i + 1] as Uint16Array;
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

function* middle(before: readonly string[], after: readonly string[]): Generator<Change> {
  if (before.length * after.length > tooMany) {
    yield { kind: 'removed', text: before.join('') };
    yield { kind: 'added', text: after.join('') };
    return;
  }
  const table = tails(before, after);
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const down = table[i + 1]?.[j] ?? -1;
    const right = table[i]?.[j + 1] ?? -1;
    if (i < before.length && j < after.length && before[i] === after[j]) {
      yield { kind: 'same', text: before[i] as string };
      i += 1;
      j += 1;
    } else if (i < before.length && (j >= after.length || down >= right)) {
      yield { kind: 'removed', text: before[i] as string };
      i += 1;
    } else {
      yield { kind: 'added', text: after[j] as string };
      j += 1;
    }
  }
}

/** Neighbours of one kind become one piece; within a change the removed words stand before the added ones. */
function joined(changes: Iterable<Change>): Change[] {
  const result: Change[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const change of changes) {
    if (change.kind === 'removed') removed += change.text;
    else if (change.kind === 'added') added += change.text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind: 'same', text: last.text + change.text };
      else result.push(change);
    }
  }
  flush();
  return result;
}

/** What was taken out of `before` and put in to make `after`, word by word as Chinese is segmented. */
export function differences(before: string, after: string): Change[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const same = (words: readonly string[]): Change[] =>
    words.length > 0 ? [{ kind: 'same', text: words.join('') }] : [];
  return joined([
    ...same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ]);
}
