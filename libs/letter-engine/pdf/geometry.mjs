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
/** Where between its ends a curve is looked at, and what each of its points weighs there. */
const BETWEEN = Array.from({ length: 11 }, (_, i) => (i + 1) / 12);
const CUBIC_WEIGHTS = BETWEEN.map((t) => {
  const u = 1 - t;
  return [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
});
const QUADRATIC_WEIGHTS = BETWEEN.map((t) => {
  const u = 1 - t;
  return [u * u, 2 * u * t, t * t];
});

const grow = (box, x, y) => {
  if (x < box[0]) box[0] = x;
  if (y < box[1]) box[1] = y;
  if (x > box[2]) box[2] = x;
  if (y > box[3]) box[3] = y;
};
const holds = (box, x, y) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3];

/** Widens the box by a step. Control points may lie outside the curve, so the curve is walked, unless even they widen nothing. */
function widen(box, step, [x, y], n) {
  const ends = n.length - 2;
  let inside = true;
  for (let i = 0; i <= ends; i += 2) inside &&= holds(box, n[i], n[i + 1]);
  if (inside) return;
  if (step === CUBIC)
    for (const [a, b, c, d] of CUBIC_WEIGHTS)
      grow(box, a * x + b * n[0] + c * n[2] + d * n[4], a * y + b * n[1] + c * n[3] + d * n[5]);
  if (step === QUADRATIC)
    for (const [a, b, c] of QUADRATIC_WEIGHTS)
      grow(box, a * x + b * n[0] + c * n[2], a * y + b * n[1] + c * n[3]);
  grow(box, n[ends], n[ends + 1]);
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
      widen(box, step, from, numbers);
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
