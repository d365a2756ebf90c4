import { CLEAN_CASE, CLEAN_TEXT, editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { saying, wrongAfter } from '../testing/saying';
import { addressMixed } from './address-mixed';

/** The clean letter as an answer to a delegate of the people's congress. */
const toDelegate = (words = ''): string =>
  editedText(
    ['市政协八届五次会议第085041号提案', '市八届人大五次会议第041号建议'],
    ['民进云陵市委会：', '闻人清和代表：'],
    ['（提案第085041号）', '（第041号建议）'],
    ['对提案提出的专职编制', '对建议提出的专职编制'],
    ['市政协提案委、', '市人大常委会选联工委、'],
  ).replace('到校学习。', `到校学习。${words}`);
const npc = (words = ''): string[] => excerpts(slipsInText(addressMixed, toDelegate(words)));

describe('words of the people’s congress in an answer to the consultative conference', () => {
  it.each([
    ['感谢各位代表的关心。', '各位代表'],
    ['王某代表提出的办法很好。', '代表提出'],
    ['代表反映的问题我们已经核实。', '代表反映'],
    ['张代表所提的三点意见很实在。', '代表所提的'],
    ['第085041号建议已经办结。', '第085041号建议'],
    ['您的建议已经收悉。', '您的建议已经收悉'],
    ['按照人大建议办理的要求抓好落实。', '人大建议'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(addressMixed, words)).toEqual([wrong]);
  });

  it('should be found in the title', () => {
    expect(wrongAfter(addressMixed, ['第085041号提案答复', '第085041号建议答复'])).toEqual([
      '第085041号建议',
    ]);
  });

  it('should be found in the salutation', () => {
    expect(wrongAfter(addressMixed, ['民进云陵市委会：', '闻人清和代表：'])).toEqual(['闻人清和代表']);
  });

  it('should be told once for all its places', () => {
    const [slip, ...others] = slipsAfter(addressMixed, [
      '到校学习。',
      '到校学习。感谢各位代表。各位代表辛苦了。',
    ]);
    expect([others.length, slip?.alsoAt?.length]).toEqual([0, 1]);
  });

  it('should be offered the right word', () => {
    const [slip] = slipsAfter(addressMixed, ['到校学习。', '到校学习。感谢各位代表。']);
    expect(slip?.replacement).toBe('各位委员');
  });
});

describe('innocent words beside them', () => {
  it.each([
    '夜校是具有代表性的文化项目。',
    '我市邀请人大代表、政协委员到场视察。',
    '企业代表提出增开晚间课程。',
    '居民代表反映停车不便。',
    '这代表了群众的心声。',
    '建议各镇街提前报名。',
    '我们将认真吸收提案中的建议。',
    '市人大常委会委员会前视察了两所夜校。',
    '对于“各位代表”一词不再使用。',
    '按照《关于做好代表建议和委员提案办理工作的通知》要求办理。',
  ])('should not be found: %s', (words) => {
    expect(saying(addressMixed, words)).toEqual([]);
  });

  it('should not be found in a clean letter', () => {
    expect(excerpts(slipsInText(addressMixed, CLEAN_TEXT))).toEqual([]);
  });

  it('should not be found where nothing tells whose paper it is', () => {
    const text = editedText(
      ['关于市政协八届五次会议第085041号提案答复的函', '关于社区夜校问题答复的函'],
      ['（提案第085041号）', '（第041号建议）'],
      ['市政协提案委、', ''],
    );
    expect(excerpts(slipsInText(addressMixed, text))).toEqual([]);
  });
});

describe('words of the consultative conference in an answer to the people’s congress', () => {
  it('should not be found in a clean one', () => {
    expect(npc()).toEqual([]);
  });

  it.each([
    ['感谢各位委员的关心。', '各位委员'],
    ['闻人清和委员提出的办法很好。', '委员提出'],
    ['该提案已经办结。', '提案'],
  ])('should be found: %s', (words, wrong) => {
    expect(npc(words)).toEqual([wrong]);
  });

  it.each([
    '办理人大代表建议、政协提案是分内之事。',
    '我市选举产生了业主委员会。',
    '已报市政府建议提案科备案。',
  ])('should not be found: %s', (words) => {
    expect(npc(words)).toEqual([]);
  });

  it('should be known from the case, whatever the letter says', () => {
    const proposal = { ...CLEAN_CASE.proposal, kind: 'npc' as const };
    const slips = slipsInText(addressMixed, CLEAN_TEXT, { case: { ...CLEAN_CASE, proposal } });
    expect(excerpts(slips)).toEqual(['提案']);
  });
});
