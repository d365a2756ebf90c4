import { saying, slipsSaying } from '../testing/saying';
import { numerals } from './numerals';

describe('numbers wrongly written', () => {
  it.each([
    ['二零二五年共开课54场。', '二零二五年'],
    ['二〇二五年共开课54场。', '二〇二五年'],
    ['2025年六月开课。', '六月'],
    ['2025年六月5日开课。', '六月5日'],
    ['3月十五日开课。', '3月十五日'],
    ['2025年06月开课。', '06月'],
    ['2025年6月05日开课。', '05日'],
    ['第1，抓场地。', '第1，'],
    ['1是抓场地。', '1是'],
    ['投入5千多万元。', '5千'],
    ['新增床位1千2百张。', '1千2百'],
    ['参加人数达3百人。', '3百'],
    ['每周开课1--3次。', '1--3'],
    ['每周开课1一3次。', '1一3'],
    ['每周开课1——3次。', '1——3'],
    ['占比达百分之35。', '百分之35'],
    ['约有30人左右参加。', undefined],
    ['约30人左右参加。', '约30人左右'],
    ['超过500余人参加。', '超过500余'],
    ['近300多人参加。', '近300多'],
    ['超过30%以上的居民参加。', '超过30%以上'],
    ['等候时间减少2倍。', '减少2倍'],
    ['新设5十个点。', '5十'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(numerals, words)[0]).toBe(wrong);
  });

  it.each([
    ['二零二五年共开课54场。', '2025年'],
    ['2025年06月开课。', '6月'],
    ['占比达百分之35。', '35%'],
    ['每周开课1--3次。', '1—3'],
  ])('should be offered as it should be: %s', (words, right) => {
    expect(slipsSaying(numerals, words)[0]?.replacement).toBe(right);
  });

  it('should be found where 百分之 stands beside %', () => {
    expect(saying(numerals, '满意率达98%，参与率达百分之三十。')).toEqual(['百分之三十']);
  });

  it('should be one slip where two rules see it', () => {
    expect(saying(numerals, '2025年06月05日开课。')).toHaveLength(1);
  });
});

describe('numbers rightly written', () => {
  it.each([
    '2024—2030年共安排3次。',
    '按《2024-2030年规划》办理，今年1-6月开课。',
    '“十五五”时期开课54场。',
    '参与率达百分之三十。',
    '提高5个百分点。',
    '百分之百满意，满意率100%。',
    '总投资1.2亿元，其中3000万元为自筹。',
    '线路全长12千米，功率50千瓦。',
    '第一，抓场地。',
    '二三十人参加，三五天办结。',
    '近300人参加，超600人受益。',
    '约2250人参加，播放2万次左右。',
    '农历正月十五开课，2025年正月闭馆。',
    '一至三年级都开课。',
    '《二〇二五年工作方案》已经印发。',
    '十二月开课。',
  ])('should not be found: %s', (words) => {
    expect(saying(numerals, words)).toEqual([]);
  });
});
