import { saying, slipsSaying } from '../testing/saying';
import { repeatedWords } from './repeated-words';

describe('words written twice', () => {
  it.each([
    ['居民的的需求很大。', '的的'],
    ['开设了了新课程。', '了了'],
    ['我们将将扩大规模。', '将将'],
    ['对对提案逐条落实。', '对对'],
    ['课程和和教师都好。', '和和'],
    ['积极推进推进建设。', '推进推进'],
    ['加强管理工作工作。', '工作工作'],
    ['市财政局市财政局安排资金。', '市财政局市财政局'],
    ['2025年2025年共开课54场。', '2025年2025年'],
    ['为进一步进一步扩大规模，', '进一步进一步'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(repeatedWords, words)).toEqual([wrong]);
  });

  it('should be offered once', () => {
    expect(slipsSaying(repeatedWords, '积极推进推进建设。')[0]?.replacement).toBe('推进');
  });
});

describe('words rightly written twice', () => {
  it.each([
    '的的确确受欢迎。',
    '为了了解需求，开展调查。',
    '其中中级18人。',
    '招收博士博士后348人。',
    '逐户逐户走访，一个一个解决。',
    '大家商量商量再定。',
    '以以旧换新为抓手。',
    '与与会人员交流。',
    '在在建项目中选定。',
    '对对口帮扶地区倾斜。',
    '2020年共2020人参加。',
    '电话为5550555。',
    '科技服务服务业企业。',
    '越来越多的人参加。',
    '年年有课，天天开门，人人可学。',
  ])('should not be found: %s', (words) => {
    expect(saying(repeatedWords, words)).toEqual([]);
  });
});

describe('sentences written twice', () => {
  const sentence = '老城区居民步行十五分钟可到最近的一所社区夜校。';

  it('should be found', () => {
    expect(saying(repeatedWords, `${sentence}学员满意。${sentence}`)).toEqual([sentence]);
  });

  it('should be found whatever the marks between the words', () => {
    const other = sentence.replace('居民', '居民，');
    expect(saying(repeatedWords, `${sentence}学员满意。${other}`)).toEqual([other]);
  });

  it('should be told once however often they come', () => {
    expect(saying(repeatedWords, `${sentence}学员满意。${sentence}学员满意。${sentence}`)).toHaveLength(1);
  });

  it('should not be found where they are short', () => {
    expect(saying(repeatedWords, '学员都满意。学校放心。学员都满意。')).toEqual([]);
  });
});
