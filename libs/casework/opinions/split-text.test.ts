import type { RawLine } from '@fuhan/letter-engine';
import { splitBySuggestions } from './split-text';

const two = [
  { id: 's1', title: '完善补贴目录' },
  { id: 's2', title: '建设康复辅具体验中心' },
];
const lines = (...texts: string[]): RawLine[] => texts.map((text, i) => ({ text, line: i + 1 }));
const split = (...texts: string[]) => splitBySuggestions(lines(...texts), two);

describe('a paper read into an opinion', () => {
  it('should be put under the suggestions its headings name, whatever their order', () => {
    expect(
      split('一、关于“建设体验中心”', '已选址。', '二、关于完善补贴目录的意见', '已修订。', '明年施行。'),
    ).toEqual([
      { suggestionId: 's2', body: '已选址。' },
      { suggestionId: 's1', body: '已修订。\n明年施行。' },
    ]);
  });
  it('should keep what stands before the first heading', () => {
    expect(split('来函收悉。', '一、完善补贴目录', '已修订。')).toEqual([
      { suggestionId: 's1', body: '来函收悉。\n已修订。' },
    ]);
  });
  it('should be wholly for the first suggestion where no heading names one', () => {
    expect(split('一、总体情况', '二、下一步', '好。')).toEqual([
      { suggestionId: 's1', body: '一、总体情况\n二、下一步\n好。' },
    ]);
  });
  it('should not take a sentence that speaks of a suggestion for its heading', () => {
    const sentence = `关于完善补贴目录，${'我局'.repeat(40)}。`;
    expect(split(sentence)).toEqual([{ suggestionId: 's1', body: sentence }]);
  });
  it('should keep the rows of a table as lines', () => {
    const table: RawLine = {
      text: '',
      line: 1,
      cells: [
        ['年份', '处'],
        ['2025', '10'],
      ],
    };
    expect(splitBySuggestions([table], two)).toEqual([
      { suggestionId: 's1', body: '年份 ｜ 处\n2025 ｜ 10' },
    ]);
  });
  it('should be nothing where nothing is written', () => {
    expect(split('', '　')).toEqual([]);
  });
});
