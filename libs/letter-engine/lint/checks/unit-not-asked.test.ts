import { CLEAN_CASE, editedText, excerpts, slipsAfter, slipsInCase, slipsInText } from '../testing/letters';
import { unitNotAsked } from './unit-not-asked';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(unitNotAsked, [from, to]));

describe('units named but not asked', () => {
  it.each([
    ['市财政局安排', '市商务局安排', '市商务局'],
    ['市财政局安排', '市发改局安排', '市发改局'],
    ['市财政局安排', '市委组织部安排', '市委组织部'],
    ['市财政局安排', '云陵市商务局安排', '云陵市商务局'],
    ['今后，我局', '今后，我局会同市国资委', '市国资委'],
    ['2025年，全市在', '2025年，市体育局在', '市体育局'],
  ])('should find after “%s” → “%s”: %s', (from, to, wrong) => {
    expect(after(from, to)).toEqual([wrong]);
  });

  it('should tell each unit by itself', () => {
    expect(after('市财政局安排', '市商务局、市科技局安排')).toEqual(['市商务局', '市科技局']);
  });

  it('should tell a unit only once, at its first place', () => {
    const [slip, ...rest] = slipsAfter(
      unitNotAsked,
      ['市财政局安排', '市商务局安排'],
      ['今后，我局', '今后，市商务局'],
    );
    expect([slip?.place.path, slip?.alsoAt?.length, rest]).toEqual(['sections[1].blocks[0].text', 1, []]);
  });

  it('should go by the hand-over where the case is known', () => {
    const asked = ['市文化广电旅游局', '市财政局', '市教育体育局'];
    expect(excerpts(slipsInCase(unitNotAsked, { asked }))).toEqual(['市人力资源社会保障局']);
  });
});

describe('units that are responsible but not asked', () => {
  const reason = '职责表：办好夜校（安排经费。）→ 市商务局';
  const responsible = [{ suggestion: '增加夜校场地，方便就近入学', unit: '市商务局', reason }];
  const slips = (more: object) => slipsInCase(unitNotAsked, { responsible, ...more });

  it('should be told at the heading that takes the suggestion up, with what says so', () => {
    const [slip, ...rest] = slips({});
    expect([slip?.place.path, rest]).toEqual(['sections[1].heading', []]);
    expect(slip?.message).toContain(`按职责属于市商务局，但没有请它会办。依据：${reason}`);
  });

  it('should not be told where they were asked, or are nobody of the place', () => {
    expect(slips({ asked: [...CLEAN_CASE.asked, '市商务局'] })).toEqual([]);
    expect(slips({ responsible: [{ ...responsible[0], unit: '市海绵局' }] })).toEqual([]);
  });

  it('should not be told of who answers itself', () => {
    expect(slips({ responsible: [{ ...responsible[0], unit: '市文化广电旅游局' }] })).toEqual([]);
  });
});

describe('units that may be named', () => {
  it('should let the opening’s units stand', () => {
    expect(slipsInText(unitNotAsked, editedText())).toEqual([]);
  });

  it('should let a unit asked stand under another of its names', () => {
    expect(after('市教育体育局清理', '市教体局清理')).toEqual([]);
  });

  it.each([
    '我局',
    '市文旅局',
    '市政府办公室',
    '滨江新区管委会',
    '省财政厅',
    '教育部',
    '市图书馆',
    '江宁市商务局',
    '各镇街',
    '《市商务局夜市管理办法》所列单位',
  ])('should let %s stand', (words) => {
    expect(after('市财政局安排', `${words}安排`)).toEqual([]);
  });

  it('should let a unit stand that gets a copy', () => {
    const slips = slipsAfter(
      unitNotAsked,
      ['市财政局安排', '市商务局安排'],
      ['市人力资源社会保障局。\n', '市人力资源社会保障局、市商务局。\n'],
    );
    expect(slips).toEqual([]);
  });

  it('should let a co-handler’s opinion name whom it likes', () => {
    const text = editedText(
      ['市财政局安排', '市商务局安排'],
      ['第085041号提案答复的函', '第085041号提案的会办意见'],
    );
    expect(slipsInText(unitNotAsked, text)).toEqual([]);
  });
});
