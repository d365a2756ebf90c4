import { type Clash, decide, merge } from './merge';
import type { Piece, SectionText } from './pieces';

const piece = (id: string, body: string): Piece => ({ id, kind: 'paragraph', body, sources: [] });
const text = (...pieces: Piece[]): SectionText => ({ heading: null, verdict: null, pieces });
const bodies = ({ pieces }: SectionText): string[] => pieces.map(({ body }) => body);

const base = text(piece('a', '甲'), piece('b', '乙'));

describe('two people in one section', () => {
  it('should both be heard where they wrote in different passages', () => {
    const { text: merged, clashes } = merge(
      base,
      text(piece('a', '甲改'), piece('b', '乙')),
      text(piece('a', '甲'), piece('b', '乙改')),
    );
    expect([bodies(merged), clashes]).toEqual([['甲改', '乙改'], []]);
  });

  it('should find a new passage after the one it was put after', () => {
    const { text: merged } = merge(
      base,
      text(piece('a', '甲改'), piece('b', '乙')),
      text(piece('a', '甲'), piece('n', '新'), piece('b', '乙')),
    );
    expect(bodies(merged)).toEqual(['甲改', '新', '乙']);
  });

  it('should lose what one deleted and the other left alone', () => {
    expect(bodies(merge(base, text(piece('a', '甲')), base).text)).toEqual(['甲']);
    expect(bodies(merge(base, base, text(piece('b', '乙'))).text)).toEqual(['乙']);
  });

  it('should not be asked where both wrote the same', () => {
    const both = text(piece('a', '同'), piece('b', '乙'));
    expect(merge(base, both, both).clashes).toEqual([]);
  });

  it('should take the other’s verdict where I set none', () => {
    expect(merge(base, base, { ...base, verdict: 'adopted' }).text.verdict).toBe('adopted');
    expect(merge(base, { ...base, verdict: 'partly' }, base).text.verdict).toBe('partly');
  });

  const clashing = () =>
    merge(base, text(piece('a', '我的'), piece('b', '乙')), text(piece('a', '他的'), piece('b', '乙')));

  it('should be asked where both changed one passage, and keep mine until then', () => {
    const { text: merged, clashes } = clashing();
    expect([bodies(merged), clashes.map(({ theirs }) => theirs?.body)]).toEqual([['我的', '乙'], ['他的']]);
  });

  it('should be asked where one deleted what the other changed', () => {
    const { clashes } = merge(base, text(piece('b', '乙')), text(piece('a', '甲改'), piece('b', '乙')));
    expect(clashes).toEqual([{ id: 'a', base: piece('a', '甲'), mine: null, theirs: piece('a', '甲改') }]);
  });

  it.each([
    ['mine', ['我的', '乙']],
    ['theirs', ['他的', '乙']],
    ['both', ['我的', '他的', '乙']],
  ] as const)('should get what they decide: %s', (decision, expected) => {
    const { text: merged, clashes } = clashing();
    expect(bodies(decide(merged, clashes[0] as Clash, decision, () => 'new'))).toEqual(expected);
  });
});
