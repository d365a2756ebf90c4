import { inkOf, isInk } from './ink';

describe('what a hand wrote', () => {
  it.each(['M0 0', 'M0 0L1200 600', 'M10 20L30 40L50 60M700 80L90 100'])(
    'should be strokes in the box: %s',
    (path) => {
      expect(isInk(path)).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['a point outside the box', 'M0 0L1201 10'],
    ['a point below the box', 'M0 601'],
    ['a stroke without a beginning', 'L10 10'],
    ['a curve', 'M0 0C10 10 20 20 30 30'],
    ['a number that is none', 'M-1 5'],
    ['the end of an attribute', 'M0 0"/><script>'],
    ['a line break', 'M0 0\nL1 1'],
    ['a blank at the end', 'M0 0L1 1 '],
  ])('should not be %s', (_what, path) => {
    expect(isInk(path)).toBe(false);
  });

  it('should be read quickly however long it is, and however it ends', () => {
    expect(isInk(`${'M1 1L2 2'.repeat(5_000)}x`)).toBe(false);
  });

  it('should be cut to the part of the box it fills, the pen included', () => {
    expect(inkOf('M100 50L300 90M200 40L210 60')).toMatchObject({ x: 90, y: 30, width: 220, height: 70 });
  });
});
