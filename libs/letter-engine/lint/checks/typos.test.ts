import { CLEAN_TEXT, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { yunling } from '../testing/place';
import { saying, slipsSaying } from '../testing/saying';
import { typoPairs } from '../typo-pairs';
import { typos } from './typos';

describe('slips of writing', () => {
  it.each([
    ['多聚并措，扩大规模。', '多聚并措', '多措并举'],
    ['按照统一布署开课。', '布署', '部署'],
    ['既使下雨也照常上课。', '既使', '即使'],
    ['按装照明设备。', '按装', '安装'],
    ['夜校做为试点。', '做为', '作为'],
    ['推进功课专业建设。', '功课专业', '工科专业'],
    ['截止目前，已开课54场。', '截止目前', '截至目前'],
    ['截止2025年底，已开课54场。', '截止', '截至'],
    ['再接再励，办好夜校。', '再接再励', '再接再厉'],
    ['建立管理台帐。', '台帐', '台账'],
    ['居民反应的问题已经解决。', '反应', '反映'],
    ['经费已经拔付到位。', '拔付', '拨付'],
    ['工程已经峻工。', '峻工', '竣工'],
    ['加强领导，落时到位。', '落时到位', '落实到位'],
    ['夜校己建成。', '己', '已'],
    ['课程覆盖复盖面广。', '复盖', '覆盖'],
  ])('should be found: %s', (words, wrong, right) => {
    expect(slipsSaying(typos, words).map((slip) => [slip.excerpt, slip.replacement])).toEqual([
      [wrong, right],
    ]);
  });

  it('should be found wherever words stand', () => {
    expect(
      excerpts(slipsAfter(typos, ['公开方式：主动公开。', '公开方式：主动公开，按装后公布。'])),
    ).toHaveLength(1);
  });

  it('should be found as the place knows them', () => {
    const place = { ...yunling, typos: { 云凌市: '云陵市' } };
    const text = CLEAN_TEXT.replace('对我市群众文化', '对云凌市群众文化');
    expect(excerpts(slipsInText(typos, text, { place }))).toEqual(['云凌市']);
  });

  it('should take a place’s words for words, not for a pattern', () => {
    const place = { ...yunling, typos: { '夜校(甲)': '夜校' } };
    expect(slipsInText(typos, CLEAN_TEXT, { place })).toEqual([]);
  });
});

describe('words that only look like slips', () => {
  it.each([
    '自己经营，自己完成。',
    '路灯按装饰性能选用。',
    '既使学员受益，又使学校受益。',
    '来自已建成的夜校。',
    '员工做好准备，施工做到安全。',
    '配合做好工作，控制做到精准。',
    '教授于2025年到任。',
    '推动做强夜校品牌。',
    '各部门逐部门落实。',
    '投资原则是量力而行。',
    '打造形成特色，营造形象。',
    '系统记录学员信息，建设记录完整。',
    '每年废弃教材200册。',
    '等极端天气停课。',
    '高效宜居的社区。',
    '评审记录齐全。',
    '必须要加强管理。',
    '报名截止6月30日。',
    '指标计划已经下达。',
    '正规化建设持续推进。',
    '居民身份证可作凭证。',
    '学员反应热烈，反应迅速。',
    '水平合格，经济形式多样。',
    '社区化管理、信息划分清楚。',
    '预防犯罪，展示犯罪案例。',
    '促进人的全面发展，引进人才。',
    '吸引人到场，金融人才齐备。',
    '一周未见，近期未考虑。',
    '突出合作，后台合并。',
    '互联网落地，城市常驻人口。',
  ])('should not be found: %s', (words) => {
    expect(saying(typos, words)).toEqual([]);
  });

  it('should not be found in a clean letter', () => {
    expect(slipsInText(typos, CLEAN_TEXT)).toEqual([]);
  });
});

describe('the list of slips', () => {
  it('should hold at least 150', () => {
    expect(typoPairs.length).toBeGreaterThanOrEqual(150);
  });

  it('should name every wrong form once', () => {
    const wrongs = typoPairs.map(({ wrong }) => wrong);
    expect(wrongs.filter((wrong, i) => wrongs.indexOf(wrong) !== i)).toEqual([]);
  });

  it('should never find a slip in what is right', () => {
    const text = typoPairs.map(({ right }) => right).join('。');
    expect(saying(typos, `${text}。`)).toEqual([]);
  });

  it.each(
    typoPairs
      .filter(({ wrong }) => /^\p{Script=Han}+$/u.test(wrong))
      .map(({ wrong, right }) => [wrong, right]),
  )('should find %s', (wrong, right) => {
    expect(slipsSaying(typos, `，${wrong}，`).map((slip) => slip.replacement)).toEqual([right]);
  });
});
