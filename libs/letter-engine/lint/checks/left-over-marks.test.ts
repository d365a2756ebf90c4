import { editedLetter, excerpts, slipsOf } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { leftOverMarks } from './left-over-marks';

describe('marks that nobody took out', () => {
  it.each([
    ['**二是**加强管理。', '**二是**'],
    ['二是**加强管理。', '**'],
    ['重点抓*师资*建设。', '*'],
    ['~~旧办法~~已经停用。', '~~旧办法~~'],
    ['使用`夜校通`报名。', '`夜校通`'],
    ['见[报名页](https://example.cn/a)。', '[报名页](https://example.cn/a)'],
    ['感谢{{pronoun}}的支持。', '{{pronoun}}'],
    ['共${count}人。', '${count}'],
    ['第一行<br>第二行。', '<br>'],
    ['所谓&ldquo;夜校。', '&ldquo;'],
    ['见错误！未找到引用源。', '错误！未找到引用源。'],
    ['见Error页 PAGE \\* MERGEFORMAT 。', 'PAGE \\* MERGEFORMAT'.slice(0, 7)],
    ['[bookmark: _GoBack]为此，', '[bookmark: _GoBack]'],
    ['此处【批注：数字待核】不妥。', '【批注：数字待核】'],
    ['锟斤拷锟斤拷', '锟斤拷锟斤拷'],
    ['开办\ufffd夜校。', '\ufffd'],
    ['转行\\n再写。', '\\n'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(leftOverMarks, words)[0]).toBe(wrong);
  });

  it('should be offered as the words inside', () => {
    expect(slipsSaying(leftOverMarks, '**二是**加强管理。')[0]?.replacement).toBe('二是');
  });

  it('should be named where they have no shape', () => {
    const model = { ...editedLetter(), closing: '专此\u200b答复。' };
    expect(slipsOf(leftOverMarks, model)[0]?.message).toContain('看不见的字符');
  });

  it('should be found in a heading', () => {
    const model = editedLetter();
    const [first, ...others] = model.sections;
    const sections = [{ ...first!, heading: '**基本情况**' }, ...others];
    expect(excerpts(slipsOf(leftOverMarks, { ...model, sections }))).toEqual(['**基本情况**']);
  });

  it.each(['&nbsp;', '&#8220;', '\ufeff', '\u00ad'])('should be found in a draft: %j', (mark) => {
    expect(excerpts(slipsOf(leftOverMarks, { ...editedLetter(), closing: `专此${mark}答复。` }))).toEqual([
      mark,
    ]);
  });

  it('should be found at a paragraph’s beginning', () => {
    const model = { ...editedLetter(), opening: ['## 现答复如下：', '- 其一。'] };
    expect(excerpts(slipsOf(leftOverMarks, model))).toEqual(['## ', '- ']);
  });
});

describe('marks that belong there', () => {
  it.each([
    '“线上+线下”共办54场。',
    '教室面积为3*4米。',
    '得分<60分的补考，>90分的表扬。',
    '报名网址为https://example.cn/a_b。',
    '评分为A、B、C三档。',
    '开设C#编程课。',
    '合作单位为AT&T公司。',
    '每周1-5日开课。',
  ])('should not be found: %s', (words) => {
    expect(saying(leftOverMarks, words)).toEqual([]);
  });

  it('should not be found in a masked telephone', () => {
    expect(wrongAfter(leftOverMarks, ['0899-5550123', '139****0123'])).toEqual([]);
  });
});
