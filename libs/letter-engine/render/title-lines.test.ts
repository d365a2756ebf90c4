import fc from 'fast-check';
import { titleLines } from './title-lines';
import { titleTokens, widthOf } from './title-tokens';

const NAMES = ['云陵市交通运输局', '云陵市人力资源和社会保障局', '甲某某'];

/** Titles as offices write them, with the lines a secretary would give them. */
const TITLES: readonly (readonly [...string[]])[] = [
  ['某某市工业和信息化局关于市政协', '十三届四次会议第134030号提案答复的函'],
  ['云陵市交通运输局关于市政协', '八届五次会议第085001号提案答复的函'],
  ['云陵市人力资源和社会保障局关于市政协', '十三届二次会议第132043号提案答复的函'],
  ['关于市政协十三届四次会议', '第134030号提案答复的函'],
  [
    '云陵市人力资源和社会保障局关于',
    '中国人民政治协商会议第十三届云陵市委员会',
    '第四次会议第134030号提案答复的函',
  ],
  ['云陵市交通运输局、云陵市财政局关于市政协', '八届五次会议第085001号提案答复的函'],
  ['关于对市人大八届六次会议', '第120号建议的答复'],
  ['云陵市教育局关于对市政协', '八届五次会议第23号提案会办意见的函'],
  ['云陵市住房和城乡建设局关于征求', '《云陵市城市更新管理办法（征求意见稿）》', '修改意见的函'],
  ['云陵市财政局关于申请延期答复市政协', '八届五次会议第085077号提案的函'],
  ['云陵市人民政府办公室关于交办', '市政协八届五次会议提案的通知'],
  ['云陵市水务局关于更正', '云水函〔2026〕12号文件的函'],
  ['云陵市卫生健康局关于退回市政协', '八届五次会议第085102号提案的函'],
  ['云陵市市场监督管理局关于市政协', '第085003号提案的会办意见'],
  ['云陵市农业农村局关于2025年度', '市政协提案办理情况的报告'],
  ['关于加快新能源汽车推广应用和充电', '基础设施建设的提案答复的函'],
  ['关于“推进医疗机构与医药企业合作”', '提案的答复'],
  ['云陵市发展和改革局关于促进民营经济', '高质量发展若干措施的答复意见的函'],
  ['云陵市公安局交通警察支队关于优化', '学校周边道路交通组织的提案的复函'],
  ['关于政协云陵市第八届委员会第五次会议', '第20260085001号提案的答复'],
  [
    '云陵市工业和信息化局',
    '关于市政协十三届四次会议第134030号',
    '《关于推动AI与制造业融合发展的提案》',
    '答复的函',
  ],
  ['云陵市生态环境局关于PM2.5与臭氧', '协同治理的提案答复的函'],
  ['云陵市民政局关于李某某等', '12名委员联名提案的答复'],
  ['云陵市医疗保障局关于进一步完善', '异地就医直接结算服务的提案答复的函'],
  ['云陵市应急管理局关于加强高层建筑', '消防安全管理工作的提案答复的函'],
  ['云陵市退役军人事务局关于市政协', '八届五次会议第085019号提案答复的函'],
  ['中共云陵市委组织部关于市政协', '八届五次会议第085066号提案答复的函'],
  ['云陵市商务局关于市政协', '八届五次会议第085041、085042、', '085043号提案合并答复的函'],
  ['云陵市人民政府地方金融监督管理局', '关于市八届人大六次会议', '第120号代表建议答复的函'],
  ['云陵市司法局', '关于《关于加强法律援助工作的提案》的答复'],
  ['云陵市统计局关于做好第五次', '全国经济普查工作提案答复的函'],
  ['云陵市自然资源局关于第085090号提案的答复'],
  ['关于第1号提案的答复'],
];

describe('the titles of offices', () => {
  it.each(TITLES.map((lines) => [lines.join(''), lines] as const))(
    'should be divided by sense: %s',
    (title, lines) => {
      expect(titleLines(title, 20, NAMES)).toEqual(lines);
    },
  );

  const divided = TITLES.map((lines) => titleLines(lines.join(''), 20, NAMES));
  const boundaries = divided.flatMap((lines) =>
    lines.slice(1).map((after, i) => ({ before: lines[i]!, after })),
  );

  it('should never tear a number', () => {
    expect(
      boundaries.filter(({ before, after }) => /[\d.]$/.test(before) && /^[\d.号年月日]/.test(after)),
    ).toEqual([]);
  });

  it('should never tear a title in 《》 that fits a line', () => {
    const torn = divided.flat().filter((line) => line.includes('《') !== line.includes('》'));
    expect(torn).toEqual([]);
  });

  it('should never begin a line with a mark or a word that leans back', () => {
    expect(boundaries.filter(({ after }) => /^[，。、；：？！）》”的号和与及]/.test(after))).toEqual([]);
  });

  it('should never end a line with an opening mark', () => {
    expect(boundaries.filter(({ before }) => /[（《“〔第]$/.test(before))).toEqual([]);
  });

  it('should never be an hourglass', () => {
    const hourglass = divided.filter((lines) => {
      const widths = lines.map(widthOf);
      return widths.some(
        (w, i) =>
          w + 0.5 < Math.max(0, ...widths.slice(0, i)) && w + 0.5 < Math.max(0, ...widths.slice(i + 1)),
      );
    });
    expect(hourglass).toEqual([]);
  });
});

describe('any title', () => {
  const title = fc.string({
    unit: fc.constantFrom(...'云陵市交通运输局关于的和第12号《》“”（）、提案会议五届A.'),
    minLength: 1,
    maxLength: 230,
  });

  it('should be the title again when its lines are joined', () => {
    fc.assert(fc.property(title, (text) => titleLines(text).join('') === text));
  });

  it('should have no line wider than the text area', () => {
    fc.assert(fc.property(title, (text) => titleLines(text).every((line) => widthOf(line) <= 20)));
  });

  it('should have no empty line', () => {
    fc.assert(fc.property(title, (text) => titleLines(text).every((line) => line !== '')));
  });

  it('should be divided, however long it is', () => {
    const long = '关于加快推进产业发展和公共服务优化的若干措施'.repeat(60);
    expect(titleLines(long).join('')).toBe(long);
  });
});

describe('a title with a will of its own', () => {
  it('should be broken where a line feed was typed', () => {
    expect(titleLines('云陵市交通运输局\n关于提案答复的函')).toEqual([
      '云陵市交通运输局',
      '关于提案答复的函',
    ]);
  });

  it('should keep a unit named in the letter whole', () => {
    const tokens = titleTokens('关于请粤港澳办协助答复提案的函', 20, ['粤港澳办']);
    expect(tokens).toContain('粤港澳办');
  });

  it('should give up a name that no line can hold', () => {
    const name = '云陵市粤港澳大湾区协同发展和对外经济合作促进委员会办公室';
    expect(titleLines(`${name}关于提案答复的函`, 20, [name]).every((line) => widthOf(line) <= 20)).toBe(true);
  });

  it('should take two units before 关于 for two pieces', () => {
    expect(titleTokens('甲区教育局和乙区财政局关于提案的函', 20).slice(0, 3)).toEqual([
      '甲区教育局',
      '和',
      '乙区财政局',
    ]);
  });
});
