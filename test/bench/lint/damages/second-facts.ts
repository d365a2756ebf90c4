import {
  added,
  addition,
  type Damage,
  DATE_LINE,
  edit,
  inBody,
  isAnswer,
  monthOf,
  only,
  replaced,
} from '../damage';

const TITLE_NUMBER = /(次会议第)(\d+)(号提案(?:的?答复|的复函))/;

const dates: readonly Damage[] = [
  edit('date-number-year', 'a century lost', DATE_LINE, ([, , m, d]) => `2016年${m}月${d}日`, '2016'),
  {
    id: 'date-facts',
    name: 'the end of the year already reckoned',
    make: ({ text }) =>
      (monthOf(text) ?? 12) < 9
        ? { text: added(text, '2026年11月30日，项目通过竣工验收。'), words: ['2026年11月30日'] }
        : null,
  },
  {
    id: 'date-facts',
    name: 'an event of next month told as past',
    make({ text }) {
      const month = monthOf(text);
      if (month === null || month > 10) return null;
      return {
        text: added(text, `${month + 1}月28日，三方已签订合作协议。`),
        words: [`${month + 1}月28日`],
      };
    },
  },
  edit('date-form', 'a blank between the digits', DATE_LINE, ([, y, m, d]) => `${y}年${m}月0${d}日`, '年'),
  edit('date-form', '号 for 日', DATE_LINE, ([, y, m, d]) => `${y}年${m}月${d}号`, '号'),
  edit('date-form', 'strokes', DATE_LINE, ([, y, m, d]) => `${y}/${m}/${d}`, '2026/'),
  edit(
    'proposal-session',
    'another meeting in title and opening',
    /八届五次会议第085034号/,
    '八届二次会议第085034号',
    '八届二次',
  ),
  edit('proposal-session', 'another term', /四届三次会议第043170/, '五届三次会议第043170', '五届三次'),
  edit(
    'proposal-session',
    'another meeting, long form',
    /第三次会议第083056/,
    '第四次会议第083056',
    '第四次',
  ),
  only(
    ({ text }) => /第\d+号[^\n]*收悉/.test(text),
    edit(
      'proposal-number-agree',
      'a digit lost in the title',
      TITLE_NUMBER,
      ([, before, number, after]) => before! + number!.slice(0, -1) + after!,
      ([, , number]) => number!.slice(0, -1),
    ),
  ),
  edit(
    'proposal-number-agree',
    'first digit of the opening',
    /(提出的[^\n]*?第)(\d)(\d+号)/,
    ([, before, digit, after]) => `${before}${(Number(digit) + 1) % 10}${after}`,
    ([, , digit, after]) => `${(Number(digit) + 1) % 10}${after!.replace('号', '')}`,
  ),
];

const units: readonly Damage[] = [
  addition('unit-unknown', 'a name cut short', '市人资社保局对企业用工给予指导。', '市人资社保局'),
  addition(
    'unit-unknown',
    'a word of the name replaced',
    '市城市建设管理局负责沿线保洁。',
    '市城市建设管理局',
  ),
  addition('unit-unknown', 'a bureau that became a committee', '市卫生健康局负责疾病监测。', '市卫生健康局'),
  edit(
    'unit-unknown',
    'a wrong character in the copy-to line',
    /(抄送：.*)市住房城乡建设局/,
    ([, before]) => `${before}市住房乡城建设局`,
    '市住房乡城建设局',
  ),
  edit(
    'unit-unknown',
    'a wrong character in the opening',
    /(经(?:综合|与).*?)市文化旅游局/,
    ([, before]) => `${before}市文化旅旅局`,
    '市文化旅旅局',
  ),
  edit('unit-two-names', 'a bureau by its popular name', /市住房城乡建设局(?=牵头)/, '市住建局', '市住建局'),
  edit(
    'unit-two-names',
    'a popular name in the middle',
    /(?<=下一步，我局将会同|建立云岭|主办|引导.{0,3})市(?:住房城乡建设局|文化旅游局)/,
    ([unit]) => (unit.includes('住房') ? '市住建局' : '市文旅局'),
    ['市住建局', '市文旅局'],
  ),
  edit('unit-two-names', 'two popular names', /市气象局在城区/, '市应急局、市气象局在城区', '市应急局'),
  only(
    isAnswer,
    inBody(
      'unit-not-asked',
      'a partner slipped into a sentence',
      /我(局|委)/,
      ([we]) => `${we}联合市生态环境局`,
      '市生态环境局',
    ),
  ),
  only(isAnswer, addition('unit-not-asked', 'a party office', '市委编办已原则同意增核人员。', '市委编办')),
  only(
    isAnswer,
    addition('unit-not-asked', 'in brackets', '经费已落实（由市发改委列入年度投资计划）。', '市发改委'),
  ),
  edit(
    'copy-to-order',
    'the first two co-handlers in the other order',
    /^(抄送：[^、]*、[^、]*、)([^、\n]*)、([^、。\n]*)(?=[、。])/m,
    ([, head, a, b]) => `${head}${b}、${a}`,
    ([, , a, b]) => [a!, b!],
  ),
  edit(
    'copy-to-order',
    'one from the middle forgotten',
    /^(抄送：[^、]*、[^、]*、[^、\n]*、)([^、\n]*)、/m,
    ([, head]) => head!,
    ([, , unit]) => unit!,
  ),
  only(
    ({ name }) => ['000', '002', 'n3'].includes(name),
    edit(
      'copy-to-order',
      'a second one nobody asked',
      /^(抄送：.*?)。$/m,
      ([, list]) => `${list}、市体育局。`,
      '市体育局',
    ),
  ),
];

const klass: readonly Damage[] = [
  only(isAnswer, edit('class-missing', 'a mark of underscores', /（[ABC]类）/, '（__类）', '')),
  only(isAnswer, edit('class-allowed', 'F', /([ABC])(?=类(?:）|$))/m, 'F', 'F')),
  only(
    ({ name }) => ['02', '15', '16'].includes(name),
    edit(
      'class-fits',
      'A in another shape',
      /(?:（[ABC]类）|[ABC]类$|类别：[ABC])/m,
      ([mark]) => mark.replace(/[ABC]/, 'A'),
      '',
    ),
  ),
  only(
    ({ name }) => ['000', '002', '12'].includes(name),
    addition('class-fits', 'not within our powers', '该项建议不属于我市事权，无法办理，请予理解。', ''),
  ),
  only(
    ({ name }) => ['000', '002', '12'].includes(name),
    addition('class-fits', 'later perhaps', '待条件成熟后再行研究。', ''),
  ),
  only(isAnswer, {
    id: 'contact-recorded',
    name: 'no talk',
    make: ({ text }) => ({
      text: added(text, '我们多次登门走访。'),
      words: [],
      case: { contactRecorded: false },
    }),
  }),
  edit('publication-fits', 'a half word', /公开方式：主动公开/, '公开方式：主动', '主动'),
  edit('publication-fits', 'secret', /公开方式：主动公开/, '公开方式：内部资料', '内部资料'),
];

const lines: readonly Damage[] = [
  only(isAnswer, {
    id: 'required-lines',
    name: 'all contacts gone',
    make: ({ text }) => ({ ...replaced(text, /^.*(?:联系人|承办人及联系电话).*\n/m, '', '')!, says: /联系/ }),
  }),
  edit(
    'lines-order',
    'the copies above the signature',
    /^(云陵\S+(?:局|委员会)\n+2026年[\s\S]*?)(抄送：.*)$/m,
    ([, a, b]) => `${b}\n\n${a}`,
    ['抄送', '云陵', '2026'],
  ),
  edit(
    'lines-order',
    'the publication mark above the date',
    /^(2026年\d+月\d+日\n+[\s\S]*?)(公开方式：.*)$/m,
    ([, a, b]) => `${b}\n\n${a}`,
    ['公开方式', '2026'],
  ),
  edit(
    'area-code',
    'in brackets, without code',
    /0899-(\d{3})(\d{4})/,
    ([, a, b]) => `${a}-${b}`,
    ([, a, b]) => [`${a}-${b}`, a! + b!],
  ),
  edit(
    'area-code',
    'a space in the number',
    /0899-(\d{3})(\d{4})/,
    ([, a, b]) => `${a} ${b}`,
    ([, a, b]) => [`${a} ${b}`, a! + b!],
  ),
  edit(
    'signer-unit',
    'a station signs',
    /^(云陵\S+局)(?=\n+2026年)/m,
    ([, unit]) => `${unit}执法监察支队`,
    '支队',
  ),
  edit('signer-unit', 'the city signs', /^(云陵\S+局)(?=\n+2026年)/m, '云陵市人民政府', '云陵市人民政府'),
];

/** Facts, units, class, lines: slips thought of after the checks had been measured once. */
export const secondFacts: readonly Damage[] = [...dates, ...units, ...klass, ...lines];
