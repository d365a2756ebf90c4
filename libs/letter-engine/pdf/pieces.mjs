// Joins characters drawn one after the other on one line.

/** A gap wider than this part of the size begins a new piece. */
const GAP = 0.3;
const MM_PER_POINT = 25.4 / 72;

const continues = (piece, glyph) =>
  piece !== undefined &&
  piece.font === glyph.font &&
  piece.angle === glyph.angle &&
  Math.abs(piece.size - glyph.size) < 0.05 &&
  Math.abs(piece.baseline - glyph.baseline) < 0.05 &&
  Math.abs(glyph.left - piece.right) < GAP * glyph.size * MM_PER_POINT;

/** The pieces of a page in the order of drawing. */
export function piecesOf(glyphs) {
  const pieces = [];
  for (const glyph of glyphs) {
    const last = pieces.at(-1);
    if (continues(last, glyph)) {
      last.text += glyph.text;
      last.right = Math.max(last.right, glyph.right);
    } else {
      const { text, left, right, baseline, size, font, angle } = glyph;
      pieces.push({ text, left, right, baseline, size, font, angle });
    }
  }
  return pieces.filter(({ text }) => text !== '').map(({ angle: _angle, ...piece }) => piece);
}
