import {
  draw,
  pathOf,
  pointAt,
  redo,
  simplified,
  type Stroke,
  strokesOf,
  undo,
  wipe,
  type Written,
} from './ink';

const line: Stroke = [
  [10, 10],
  [60, 60],
];
const dot: Stroke = [[300, 200]];
const nothing: Written = { strokes: [], undone: [] };

describe('what is written by hand', () => {
  it('should be path data and come back as its strokes', () => {
    const path = pathOf([line, dot]);
    expect(path).toBe('M10 10L60 60M300 200L300 200');
    expect(strokesOf(path)).toEqual([line, [...dot, ...dot]]);
    expect(strokesOf(null)).toEqual([]);
  });

  it('should be told in units of the box, whole, and never outside it', () => {
    const frame = { left: 100, top: 50, width: 300, height: 150 };
    expect(pointAt({ x: 250, y: 125 }, frame)).toEqual([600, 300]);
    expect(pointAt({ x: 0, y: 999 }, frame)).toEqual([0, 600]);
  });

  it('should keep a corner and leave out what lies on a line', () => {
    const corner: Stroke = [...Array.from({ length: 50 }, (_, i) => [i * 4, 0] as const), [200, 100]];
    expect(simplified(corner)).toEqual([
      [0, 0],
      [196, 0],
      [200, 100],
    ]);
  });

  it('should lose the last stroke by 撤销 and have it again by 恢复', () => {
    const two = draw(draw(nothing, line), dot);
    expect(undo(two).strokes).toEqual([line]);
    expect(redo(undo(two)).strokes).toEqual(two.strokes);
  });

  it('should not have again what was taken back before a new stroke', () => {
    const written = draw(undo(draw(nothing, line)), dot);
    expect(redo(written).strokes).toEqual([dot]);
  });

  it('should be wiped at once, and come again stroke by stroke in the order it was written', () => {
    const wiped = wipe(draw(draw(nothing, line), dot));
    expect(wiped.strokes).toEqual([]);
    expect(redo(wiped).strokes).toEqual([line]);
    expect(redo(redo(wiped)).strokes).toEqual([line, dot]);
  });
});
