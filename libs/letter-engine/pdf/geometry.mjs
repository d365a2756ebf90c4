// Matrices as PDF writes them, [a b c d e f], and boxes in their space.

export const MM = 25.4 / 72;

export const times = ([a, b, c, d, e, f], [p, q, r, s, t, u]) => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];
export const point = ([a, b, c, d, e, f], x, y) => [a * x + c * y + e, b * x + d * y + f];

/** How much longer a unit of length becomes, both ways taken together. */
export const scaleOf = ([a, b, c, d]) => Math.sqrt(Math.abs(a * d - b * c));

/** The box of a box seen through a matrix. */
export function throughMatrix(matrix, [x0, y0, x1, y1]) {
  const corners = [
    point(matrix, x0, y0),
    point(matrix, x1, y0),
    point(matrix, x0, y1),
    point(matrix, x1, y1),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const [MOVE, LINE, CUBIC, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];
/** How many numbers follow each drawing step. */
const LENGTH = { [MOVE]: 2, [LINE]: 2, [CUBIC]: 6, [QUADRATIC]: 4, [CLOSE]: 0 };
const STEPS = 12;

const cubicAt = (p, q, r, s, t) =>
  (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
const quadraticAt = (p, q, r, t) => (1 - t) ** 2 * p + 2 * (1 - t) * t * q + t ** 2 * r;

/** Points the step passes through: control points may lie outside the curve, so the curve itself is walked. */
function* walked(step, from, n) {
  if (step === CUBIC)
    for (let i = 1; i <= STEPS; i++)
      yield [cubicAt(from[0], n[0], n[2], n[4], i / STEPS), cubicAt(from[1], n[1], n[3], n[5], i / STEPS)];
  else if (step === QUADRATIC)
    for (let i = 1; i <= STEPS; i++)
      yield [quadraticAt(from[0], n[0], n[2], i / STEPS), quadraticAt(from[1], n[1], n[3], i / STEPS)];
  else yield [n[0], n[1]];
}

/** The boxes of a path's parts, one for each time the pen is set down; parts that draw no length are left out. */
export function partBoxes(path, most = 4000) {
  const boxes = [];
  let box = null;
  let from = [0, 0];
  for (let i = 0; i < path.length && boxes.length < most;) {
    const step = path[i];
    const count = LENGTH[step];
    if (count === undefined) break;
    const numbers = path.slice(i + 1, i + 1 + count);
    i += 1 + count;
    if (step === CLOSE) continue;
    if (step === MOVE) box = null;
    else {
      if (box === null) boxes.push((box = [from[0], from[1], from[0], from[1]]));
      for (const [x, y] of walked(step, from, numbers)) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
    from = [numbers[count - 2], numbers[count - 1]];
  }
  return boxes;
}

/** One box around all; null around nothing. */
export const around = (boxes) =>
  boxes.length === 0
    ? null
    : [0, 1, 2, 3].map((i) => (i < 2 ? Math.min : Math.max)(...boxes.map((each) => each[i])));
