/** Where the pen was, in units of the box. */
export type Point = readonly [number, number];
export type Stroke = readonly Point[];

/** The box in which a hand writes, as the sign-off sheet has it. */
export const inkBox = { width: 1200, height: 600 } as const;

/** The strokes of path data. */
export const strokesOf = (path: string | null): Stroke[] =>
  (path ?? '')
    .split('M')
    .slice(1)
    .map((stroke) => stroke.split('L').map((pair): Point => pair.split(' ').map(Number) as [number, number]));

/** Path data of strokes; a touch without a move is a point, drawn as a line of no length. */
export const pathOf = (strokes: readonly Stroke[]): string =>
  strokes
    .map((stroke) => (stroke.length === 1 ? [...stroke, ...stroke] : stroke))
    .map((stroke) => `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}`)
    .join('');

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** A place on the screen as a point of the box that is drawn there. */
export const pointAt = (
  at: { readonly x: number; readonly y: number },
  frame: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Point => [
  within(((at.x - frame.left) / frame.width) * inkBox.width, inkBox.width),
  within(((at.y - frame.top) / frame.height) * inkBox.height, inkBox.height),
];

/** How far a point lies from the line between two others. */
function offLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dx * (ay - y) - dy * (ax - x)) / length;
}

/** A stroke with as few points as draw it alike: nothing off by more than this many units. */
export function simplified(stroke: Stroke, off = 2): Stroke {
  const kept = new Set<number>([0, stroke.length - 1]);
  const waiting: [number, number][] = [[0, stroke.length - 1]];
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    const [from, to] = span;
    const ends = [stroke[from], stroke[to]] as [Point, Point];
    let [worst, far] = [0, off];
    for (let i = from + 1; i < to; i += 1) {
      const away = offLine(stroke[i] as Point, ...ends);
      if (away > far) [worst, far] = [i, away];
    }
    if (worst === 0) continue;
    kept.add(worst);
    waiting.push([from, worst], [worst, to]);
  }
  return stroke.filter((_, i) => kept.has(i));
}

/** What is written, and what was taken back and may come again. */
export interface Written {
  readonly strokes: readonly Stroke[];
  readonly undone: readonly Stroke[];
}

/** A new stroke: what was taken back before it does not come again. */
export const draw = ({ strokes }: Written, stroke: Stroke): Written => ({
  strokes: [...strokes, simplified(stroke)],
  undone: [],
});

export const undo = ({ strokes, undone }: Written): Written => ({
  strokes: strokes.slice(0, -1),
  undone: [...undone, ...strokes.slice(-1)],
});

export const redo = ({ strokes, undone }: Written): Written => ({
  strokes: [...strokes, ...undone.slice(-1)],
  undone: undone.slice(0, -1),
});

/** Everything away; stroke by stroke it may come again. */
export const wipe = ({ strokes, undone }: Written): Written => ({
  strokes: [],
  undone: [...undone, ...strokes.toReversed()],
});
