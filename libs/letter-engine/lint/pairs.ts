/** A mark that does not pair, or stands inside a pair of its own kind, or closes across another pair. */
export interface PairFault {
  readonly at: number;
  readonly fault: 'unclosed' | 'unopened' | 'nested' | 'crossed';
}

const FAMILIES: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
  ['（(', '）)'],
  ['【', '】'],
  ['〔', '〕'],
  ['[［', ']］'],
  ['「', '」'],
];

const TITLES = 2;
const SIDES = ([0, 1] as const).map(
  (side) => new Map(FAMILIES.flatMap((family, i) => [...family[side]].map((mark) => [mark, i] as const))),
);
const familyOf = (mark: string, side: 0 | 1): number => SIDES[side]!.get(mark) ?? -1;
/** One ” inside an English word is an apostrophe; "1）" counts points. */
const isNoBracket = (text: string, at: number): boolean =>
  (text[at] === '’' && /[A-Za-z]/.test(text[at - 1] ?? '')) ||
  (/[）)]/.test(text[at]!) &&
    /(?:^|[。；;：:，,\s])\s*[\da-zA-Z一二三四五六七八九十]{1,2}$/.test(text.slice(Math.max(0, at - 5), at)));

interface Open {
  readonly at: number;
  readonly family: number;
}

/** Quotes and titles: one inside its own kind is a slip, a bracket in brackets is none. */
const NESTING = new Set([0, 1, 2]);
/** Enough to show that a text is broken; more would only slow the reader. */
const MOST_FAULTS = 20;
const DEEPEST = 50;

/** Families with more opening marks than closing ones: of two opens in a row one is left over rather than nested. */
function leftOvers(text: string): ReadonlySet<number> {
  const surplus = FAMILIES.map(() => 0);
  for (const mark of text) {
    const [opened, closed] = [familyOf(mark, 0), familyOf(mark, 1)];
    if (opened >= 0) surplus[opened]! += 1;
    else if (closed >= 0) surplus[closed]! -= 1;
  }
  return new Set(surplus.flatMap((count, family) => (count > 0 ? [family] : [])));
}

class Pairing {
  private readonly open: Open[] = [];
  private readonly leftOver: ReadonlySet<number>;
  readonly faults: PairFault[] = [];

  constructor(private readonly text: string) {
    this.leftOver = leftOvers(text);
  }

  get isLost(): boolean {
    return this.faults.length >= MOST_FAULTS || this.open.length >= DEEPEST;
  }

  opens(at: number, family: number): void {
    const same = NESTING.has(family) ? this.open.findIndex((one) => one.family === family) : -1;
    if (same >= 0 && this.leftOver.has(family)) {
      this.faults.push({ at: this.open[same]!.at, fault: 'unclosed' });
      this.open.splice(same, 1);
    } else if (same >= 0 && family !== TITLES) this.faults.push({ at, fault: 'nested' });
    this.open.push({ at, family });
  }

  closes(at: number, family: number): void {
    if (this.open.at(-1)?.family === family) {
      this.open.pop();
      return;
    }
    const below = this.open.findLastIndex((one) => one.family === family);
    if (below < 0) {
      if (!isNoBracket(this.text, at)) this.faults.push({ at, fault: 'unopened' });
      return;
    }
    // “…（…”…）: crossed where the inner one closes later, left open where it never does.
    const inner = this.open.slice(below + 1);
    const later = [...FAMILIES[inner[0]!.family]![1]].some((mark) => this.text.includes(mark, at));
    this.faults.push({ at: inner[0]!.at, fault: later ? 'crossed' : 'unclosed' });
    this.open.splice(below, later ? 1 : inner.length + 1);
  }

  end(): PairFault[] {
    const open = this.open.slice(0, MOST_FAULTS).map(({ at }): PairFault => ({ at, fault: 'unclosed' }));
    return [...this.faults, ...open].sort((a, b) => a.at - b.at);
  }
}

/** What is wrong with the quotes and brackets of a text, in order. `ignored` marks count for nothing. */
export function pairFaults(text: string, ignored = ''): PairFault[] {
  const pairing = new Pairing(text);
  for (let at = 0; at < text.length && !pairing.isLost; at++) {
    const mark = text[at]!;
    if (ignored.includes(mark)) continue;
    const opened = familyOf(mark, 0);
    if (opened >= 0) pairing.opens(at, opened);
    else if (familyOf(mark, 1) >= 0) pairing.closes(at, familyOf(mark, 1));
  }
  return pairing.end();
}
