import { slipsAfter } from '../testing/letters';
import { saying, wrongAfter } from '../testing/saying';
import { openingTwice } from './opening-twice';

const again = (words: string): string[] =>
  wrongAfter(openingTwice, ['现答复如下：', `现答复如下：\n\n${words}`]);

describe('a second lead to the answer', () => {
  it.each([
    ['提案针对性强，很有帮助。现具体答复如下：', '现具体答复如下 … 现答复如下'],
    ['现将办理情况答复如下：', '现将办理情况答复如下 … 现答复如下'],
    ['经研究，现分项函复如下：', '现分项函复如下 … 现答复如下'],
    ['现就有关问题回复如下：', '现就有关问题回复如下 … 现答复如下'],
    ['我局给予以下答复：', '给予以下答复 … 现答复如下'],
  ])('should be found: %s', (words, wrong) => {
    expect(again(words)).toEqual([wrong]);
  });

  it('should be found in the first section too', () => {
    expect(saying(openingTwice, '现答复如下：')).toEqual(['现答复如下 … 现答复如下']);
  });

  it('should point to both places', () => {
    const [slip] = slipsAfter(openingTwice, ['现答复如下：', '现答复如下：\n\n现具体答复如下：']);
    expect([slip?.place.label, slip?.alsoAt?.[0]?.label]).toEqual(['开头第2段', '开头第1段']);
  });
});

describe('one lead to the answer', () => {
  it.each([
    ['现答复如下：', '现将办理情况答复如下：'],
    ['现答复如下：', '现函复如下。'],
    ['现答复如下：', '有关情况说明如下：'],
  ])('should not be found: %s as %s', (from, to) => {
    expect(wrongAfter(openingTwice, [from, to])).toEqual([]);
  });

  it.each([
    '我局已于3月当面答复委员。',
    '各校在“现答复如下”一栏填写意见。',
    '具体做法如下：一是开门办学。',
    '答复时间不迟于6月。',
  ])('should not be found beside other words: %s', (words) => {
    expect(saying(openingTwice, words)).toEqual([]);
  });
});
