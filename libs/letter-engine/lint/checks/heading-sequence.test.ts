import { emptyLetter, type LetterBlock } from '../../model/model';
import { excerpts, slipsAfter, slipsOf } from '../testing/letters';
import { saying, wrongAfter } from '../testing/saying';
import { headingSequence } from './heading-sequence';

const THIRD = '三、关于“壮大师资队伍，提高课程质量”的建议';
const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text });
/** What is said of one section with these lines; a short one with a mark is a heading. */
const inSection = (...lines: readonly string[]): string[] =>
  excerpts(
    slipsOf(headingSequence, {
      ...emptyLetter(),
      sections: [
        { heading: '概况', level: 1, suggestion: null, verdict: null, blocks: lines.map(paragraph) },
      ],
    }),
  );

describe('marks of a wrong form', () => {
  it.each([
    ['三.关于', '三.关于“壮大师资队伍，提高课程质量”的建议'],
    ['三，关于', '三，关于“壮大师资队伍，提高课程质量”的建议'],
    ['三．关于', '三．关于“壮大师资队伍，提高课程质量”的建议'],
  ])('should be found on the first level: %s', (mark, wrong) => {
    expect(wrongAfter(headingSequence, ['三、关于', mark])).toEqual([wrong]);
  });

  it.each([
    ['half-width brackets', '(一)加强管理'],
    ['a comma behind the brackets', '（一）、加强管理'],
    ['no opening bracket', '一）加强管理'],
    ['no closing bracket', '（一加强管理'],
    ['square brackets', '[一]加强管理'],
    ['a comma behind the digit', '1、加强管理'],
  ])('should be found below: %s', (_, line) => {
    expect(inSection(line)).toEqual([line]);
  });

  it('should be told once for all of a kind', () => {
    expect(inSection('(一)加强管理', '(二)加大投入', '(三)抓好落实')).toEqual(['(一)加强管理']);
  });

  it('should weigh less where only the dot is a comma', () => {
    const blocks = [paragraph('1、加强管理')];
    const model = {
      ...emptyLetter(),
      sections: [{ heading: '概况', level: 1, suggestion: null, verdict: null, blocks }],
    };
    expect(slipsOf(headingSequence, model)[0]?.severity).toBe('yellow');
  });

  it('should be offered in the right form', () => {
    expect(slipsAfter(headingSequence, ['三、关于', '三.关于'])[0]?.replacement).toBe('三、');
  });
});

describe('numbers out of order', () => {
  it('should be found where a section is skipped', () => {
    expect(wrongAfter(headingSequence, [THIRD, THIRD.replace('三', '四')])).toEqual([
      THIRD.replace('三', '四'),
    ]);
  });

  it('should be found where a section’s number comes twice', () => {
    expect(wrongAfter(headingSequence, [THIRD, THIRD.replace('三', '二')])).toEqual([
      THIRD.replace('三', '二'),
    ]);
  });

  it.each([
    ['（一）甲', '（三）乙'],
    ['（一）甲', '（一）乙'],
    ['1.甲事', '3.乙事'],
    ['（1）甲事', '（3）乙事'],
  ])('should be found on lower levels: %s, %s', (first, second) => {
    expect(inSection(first, second)).toEqual([second]);
  });

  it('should be found where a level does not begin with one', () => {
    expect(inSection('（二）甲', '（三）乙')).toEqual(['（二）甲']);
  });

  it('should be one slip where one number is wrong and the next goes on', () => {
    expect(inSection('（一）甲', '（三）乙', '（三）丙', '（四）丁')).toEqual(['（三）乙']);
  });

  it('should be found where levels are turned round', () => {
    expect(inSection('1.甲事', '（一）乙事')).toEqual(['（一）乙事']);
  });
});

describe('points within a paragraph', () => {
  it.each([
    ['一是抓场地；三是抓师资。', '三是'],
    ['一是抓场地。二是抓师资。二是抓课程。', '二是'],
    ['二是抓场地。三是抓师资。', '二是'],
    ['第一，抓场地。第三，抓师资。', '第三，'],
  ])('should be found out of order: %s', (words, wrong) => {
    expect(saying(headingSequence, words)).toEqual([wrong]);
  });

  it.each([
    '一是抓场地；二是抓师资；三是抓课程。',
    '主要有两点：一是抓场地，二是抓师资。',
    '场地统一是当务之急，唯一是人手不足。',
    '目的有二。一是便民，二是惠民。',
    '第一，抓场地。第二，抓师资。',
    '获得全省第一，广受好评。',
    '**一是**抓场地。**二是**抓师资。',
  ])('should not be found: %s', (words) => {
    expect(saying(headingSequence, words)).toEqual([]);
  });

  it('should go on in the next paragraph', () => {
    expect(inSection('一是抓场地。', '二是抓师资。', '三是抓课程。')).toEqual([]);
  });

  it('should begin anew under the next heading', () => {
    expect(inSection('（一）甲', '一是抓场地。', '（二）乙', '一是抓师资。')).toEqual([]);
  });
});

describe('headings in order', () => {
  it('should not be found in a clean letter', () => {
    expect(wrongAfter(headingSequence, ['烘焙', '烹饪'])).toEqual([]);
  });

  it.each([
    [['（一）甲', '1.子事', '2.丑事', '（二）乙', '1.寅事', '2.卯事']],
    [['（一）甲', '（1）子事', '（2）丑事', '（二）乙']],
    [['1.甲事', '2.乙事', '另有两件事。', '1.丙事', '2.丁事']],
    [['1.2017年，安排54万元。', '2.2018年，安排60万元。']],
    [['3月12日召开会议。', '1.93亿元已经拨付。', '2025年全部完成。']],
    [['（一期工程）已经完工。', '（二期工程）正在施工。']],
  ])('should not be found: %j', (lines) => {
    expect(inSection(...lines)).toEqual([]);
  });

  it('should count an attachment by itself', () => {
    const blocks = [paragraph('一、适用范围'), paragraph('二、工作要求')];
    expect(slipsOf(headingSequence, { ...emptyLetter(), attachments: [{ title: '办法', blocks }] })).toEqual(
      [],
    );
  });
});
