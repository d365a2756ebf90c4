import { editedLetter, excerpts, slipsAfter, slipsOf } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { titleMarks } from './title-marks';

const PROPOSAL = '《关于办好社区夜校，丰富青年晚间生活的建议》';
const titled = (title: string): string[] => excerpts(slipsOf(titleMarks, { ...editedLetter(), title }));

describe('titles of proposals', () => {
  it.each([
    ['关于 outside and inside', `关于${PROPOSAL}`, '关于《关于'],
    ['no closing mark', PROPOSAL.slice(0, -1), '《关于办好社区夜校，丰富青年'],
    ['no opening mark', PROPOSAL.slice(1), '好社区夜校，丰富青年晚间生活的建议》'.slice(-14)],
    ['marks in marks', '《关于落实《夜校办法》的建议》', '《夜校办法》的建议》（提案第'],
    ['quotes round the marks', `“${PROPOSAL}”`, `“${PROPOSAL}”`],
  ])('should be found in the opening: %s', (_, words, wrong) => {
    expect(wrongAfter(titleMarks, [PROPOSAL, words])).toEqual([wrong]);
  });

  it.each([PROPOSAL, '《关于落实〈夜校办法〉的建议》', '“办好社区夜校”'])(
    'should not be found: %s',
    (words) => {
      expect(
        excerpts(slipsOf(titleMarks, { ...editedLetter(), opening: [`你们提出的${words}收悉。`] })),
      ).toEqual([]);
    },
  );

  it('should be offered without the second 关于', () => {
    expect(slipsAfter(titleMarks, [PROPOSAL, `关于${PROPOSAL}`])[0]?.replacement).toBe('《关于');
  });
});

describe('titles named in the text', () => {
  it('should be found nested in marks of the same kind, as a light slip', () => {
    expect(slipsSaying(titleMarks, '印发《关于转发《夜校办法》的通知》。')[0]?.severity).toBe('yellow');
  });

  it.each(['印发《关于转发〈夜校办法〉的通知》。', '出台《夜校办法》《教师名册》等文件。'])(
    'should not be found: %s',
    (words) => {
      expect(saying(titleMarks, words)).toEqual([]);
    },
  );
});

describe('the letter’s title', () => {
  it.each([
    ['a stop in it', '云陵市商务局关于市政协八届五次会议，第12号提案答复的函', '，'],
    ['a colon in it', '关于第12号提案答复的函：之一的函', '：'],
    ['the proposal’s name in quotes', '关于“关于办好社区夜校的提案”答复的函', '“关于办好社区夜校的提案”'],
    ['a short name in quotes', '关于市政协“办好夜校”提案答复的函', '“办好夜校”'],
    ['关于 twice', '关于《关于办好社区夜校的提案》答复的函', '关于《关于'],
    ['an open mark', '关于《办好社区夜校的提案答复的函', '《办好社区夜校的提案答复的函'],
    ['no kind at its end', '云陵市商务局关于市政协第12号提案', '政协第12号提案'],
    ['no 函 at its end', '云陵市商务局关于市政协第12号提案答复', '第12号提案答复'],
  ])('should be found with %s', (_, title, wrong) => {
    expect(titled(title)).toEqual([wrong]);
  });

  it.each([
    '云陵市商务局关于市政协八届五次会议第085012号提案答复的函',
    '关于对政协云陵市第八届委员会第五次会议第12号提案的复函',
    '对市政协八届五次会议第12号提案的答复',
    '云陵市商务局关于《关于办好社区夜校的提案》的答复'.replace('关于《关于', '对《关于'),
    '关于市政协八届五次会议第12号、第45号提案答复的函',
    '关于“十五五”文化规划有关提案答复的函',
    '关于第12号提案会办意见的函',
    '关于第12号提案办理情况的报告',
    '关于市政协八届五次会议第12号提案答复的函（代拟稿）',
  ])('should not be found: %s', (title) => {
    expect(titled(title)).toEqual([]);
  });

  it('should end as it likes in other kinds of letters', () => {
    const model = { ...editedLetter(), kind: 'chase' as const, title: '关于催办第12号提案的通知' };
    expect(excerpts(slipsOf(titleMarks, model))).toEqual([]);
  });

  it('should be left to another check where it is missing', () => {
    expect(slipsOf(titleMarks, { ...editedLetter(), title: null })).toEqual([]);
  });
});
