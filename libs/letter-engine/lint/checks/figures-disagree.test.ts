import { excerpts, slipsAfter } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { figuresDisagree } from './figures-disagree';

/** What is said when words are added to a later section. */
const later = (words: string): string[] =>
  wrongAfter(figuresDisagree, ['逐步淘汰评价不高的课程。', `逐步淘汰评价不高的课程。${words}`]);

describe('one thing with two figures', () => {
  it.each([
    ['截至目前，全市社区夜校39所。', '39所 … 37所'],
    ['全市现有社区夜校41所。', '41所 … 37所'],
    ['我市共开办社区夜校36所。', '36所 … 37所'],
    ['目前，累计有3.6万人次到校学习。', '3.6万人次 … 2.6万人次'],
  ])('should be found in another section: %s', (words, wrong) => {
    expect(later(words)).toEqual([wrong]);
  });

  it('should point to the other place', () => {
    const [slip] = slipsAfter(figuresDisagree, [
      '逐步淘汰评价不高的课程。',
      '逐步淘汰评价不高的课程。全市现有社区夜校41所。',
    ]);
    expect([slip?.place.label, slip?.alsoAt?.[0]?.label]).toEqual(['第三部分第2段', '第一部分第1段']);
  });

  it.each([
    '全市现有社区夜校37所。',
    '2024年，全市共有社区夜校22所。',
    '明年计划新建社区夜校12所。',
    '老城区平均每个镇街有社区夜校3所。',
    '全市现有社区书屋41所。',
  ])('should not be found: %s', (words) => {
    expect(later(words)).toEqual([]);
  });
});

describe('parts against their total', () => {
  it.each([
    ['共有教室46间，其中城区21间、镇村35间。', '46间 … 21间、35间'],
    ['共有教室46间，其中城区21间、镇村24间。', '46间 … 21间、24间'],
    ['共有教室46间，其中城区48间。', '46间 … 48间'],
    ['共有学员200人。其中，青年120人，老年90人。', '200人 … 120人、90人'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(figuresDisagree, words)).toEqual([wrong]);
  });

  it.each([
    '共有教室46间，其中城区21间、镇村25间。',
    '共有教室46间，其中新建12间。',
    '通过552人，其中正高级143人，副高级409人，卫生研究73人。',
    '共有教室46间，其中城区21间、镇村20层楼。',
    '共有127家企业收入其中，每家2人。',
    '共有项目7项，其中药物3项，器械4项。',
  ])('should not be found: %s', (words) => {
    expect(saying(figuresDisagree, words)).toEqual([]);
  });
});

describe('shares and movements', () => {
  it.each([
    ['按期办结率达到108%。', '108%'],
    ['参与率为120%。', '120%'],
    ['占比120%。', '120%'],
    ['由45天缩短到60天。', '由45天缩短到60'],
    ['从12家增加到8家。', '从12家增加到8'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(figuresDisagree, words)).toEqual([wrong]);
  });

  it.each([
    '办结率达到98%。',
    '同比增长120%，完成年度计划的105%。',
    '由45天缩短到19天。',
    '从12家增加到18家。',
    '排名从第5提升到第2。',
    '从2024年的12家增加到15家。',
    '由8000人增加到1.2万人。',
  ])('should not be found: %s', (words) => {
    expect(saying(figuresDisagree, words)).toEqual([]);
  });
});

describe('a clean letter', () => {
  it('should have no slip', () => {
    expect(excerpts(slipsSaying(figuresDisagree, '学员都很满意。'))).toEqual([]);
  });
});
