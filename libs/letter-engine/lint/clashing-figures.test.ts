import { clashingFigures, type ToldText } from './clashing-figures';

const words = (of: string, text: string): ToldText<string> => ({ of, text, stated: null });
const fact = (of: string, value: string, more: { scope?: string; asOf?: string; name?: string } = {}) => {
  const stated = { name: '充电桩', value, scope: null, asOf: null, ...more };
  return { of, text: `${stated.name}${value}`, stated } satisfies ToldText<string>;
};
const found = (...texts: ToldText<string>[]) =>
  clashingFigures(texts).map(({ name, values }) => [name, values.map(({ of, value }) => `${of} ${value}`)]);

describe('one thing told with two values', () => {
  it('should be found in the words of two tellers', () => {
    expect(
      found(words('甲', '全市已建成公共充电桩1200个。'), words('乙', '目前全市公共充电桩共1500个。')),
    ).toEqual([['公共充电桩', ['甲 1200个', '乙 1500个']]]);
  });

  it('should be found between a fact and words', () => {
    expect(
      found(fact('甲', '1200个', { name: '公共充电桩' }), words('乙', '目前全市公共充电桩共1500个。')),
    ).toEqual([['公共充电桩', ['甲 1200个', '乙 1500个']]]);
  });

  it('should be found between two facts', () => {
    expect(found(fact('甲', '120个'), fact('乙', '130个'))).toEqual([['充电桩', ['甲 120个', '乙 130个']]]);
  });

  it('should be found where facts are words', () => {
    expect(found(fact('甲', '已立项'), fact('乙', '未立项'))).toHaveLength(1);
  });

  it('should show everybody who told it, where three did', () => {
    expect(found(fact('甲', '120个'), fact('乙', '130个'), fact('丙', '120个'))[0]?.[1]).toHaveLength(3);
  });

  it.each<[string, ToldText<string>, ToldText<string>]>([
    ['the values are equal', fact('甲', '120个'), fact('乙', '120 个'.replace(' ', ''))],
    ['one is told in 万', fact('甲', '1.2万个'), fact('乙', '12000个')],
    ['the scopes differ', fact('甲', '120个', { scope: '东区' }), fact('乙', '130个', { scope: '西区' })],
    [
      'the days differ',
      fact('甲', '120个', { asOf: '2025-12-31' }),
      fact('乙', '130个', { asOf: '2026-03-31' }),
    ],
    ['the things differ', fact('甲', '120个'), fact('乙', '130个', { name: '换电站' })],
    ['one is a plan', words('甲', '全市已建成公共充电桩1200个。'), words('乙', '计划新建公共充电桩300个。')],
  ])('should not be found where %s', (_, one, other) => {
    expect(found(one, other)).toEqual([]);
  });
});
