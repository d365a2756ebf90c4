import { differences } from './diff';

const without = (kind: 'added' | 'removed', before: string, after: string): string =>
  differences(before, after)
    .filter((change) => change.kind !== kind)
    .map((change) => change.text)
    .join('');

describe('differences', () => {
  it('should be one piece when nothing was changed', () => {
    expect(differences('我局高度重视。', '我局高度重视。')).toEqual([
      { kind: 'same', text: '我局高度重视。' },
    ]);
  });
  it('should be empty when both texts are empty', () => {
    expect(differences('', '')).toEqual([]);
  });
  it('should mark the added words alone', () => {
    expect(differences('开展工作。', '继续开展工作。')).toContainEqual({ kind: 'added', text: '继续' });
  });
  it('should put the removed words before the added ones', () => {
    const kinds = differences('新增项目十个。', '新增项目百个。').map((change) => change.kind);
    expect(kinds.indexOf('removed')).toBeLessThan(kinds.indexOf('added'));
  });
  const pairs: [string, string][] = [
    ['招引企业落户，推动项目实施。', '招引龙头企业落户本市，推动重点项目实施。'],
    ['第一段。\n第二段。', '第二段。\n第三段。'],
    ['全部', ''],
    ['', '全新'],
    ['甲'.repeat(3000), '乙'.repeat(3000)],
  ];
  it.each(pairs)('should give the old text back when the additions are left out (%#)', (before, after) => {
    expect(without('added', before, after)).toBe(before);
  });
  it.each(pairs)('should give the new text back when the removals are left out (%#)', (before, after) => {
    expect(without('removed', before, after)).toBe(after);
  });
});
