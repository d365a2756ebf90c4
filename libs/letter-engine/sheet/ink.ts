/** The box in which a hand writes: twice as wide as high, in units of its own. */
export const INK_BOX = { width: 1200, height: 600 } as const;

/** What a hand wrote: its strokes as path data, and the part of the box they fill, with the breadth of the pen around. */
export interface Ink {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const INK = /^(?:M\d{1,4} \d{1,3}(?:L\d{1,4} \d{1,3})*)+$/;
const PEN = 10;

const pointsOf = (path: string): number[][] =>
  path
    .split(/[ML]/)
    .slice(1)
    .map((pair) => pair.split(' ').map(Number));

/** Whether a text is nothing but strokes inside the box: it is drawn as it is, so nothing else may stand in it. */
export const isInk = (path: string): boolean =>
  INK.test(path) && pointsOf(path).every(([x = 0, y = 0]) => x <= INK_BOX.width && y <= INK_BOX.height);

/** The strokes with the part of the box they fill. */
export function inkOf(path: string): Ink {
  const points = pointsOf(path);
  const along = (axis: 0 | 1): [number, number] => {
    const values = points.map((point) => point[axis] ?? 0);
    return [values.reduce((a, b) => Math.min(a, b)) - PEN, values.reduce((a, b) => Math.max(a, b)) + PEN];
  };
  const [[left, right], [top, bottom]] = [along(0), along(1)];
  return { path, x: left, y: top, width: right - left, height: bottom - top };
}
