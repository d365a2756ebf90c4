import {
  added,
  addition,
  type Damage,
  DATE_LINE,
  edit,
  inBody,
  isAnswer,
  isCppccAnswer,
  only,
} from '../damage';

const TYPOS: readonly (readonly [sentence: string, wrong: string])[] = [
  ['有关部门将严格把关，谨防弄虚做假。', '弄虚做假'],
  ['项目前期手续已基本就续。', '就续'],
  ['我们将竭尽所能，不负重望。', '不负重望'],
  ['广大群众踊越参与。', '踊越'],
  ['工程建设有序推进，捷报频传、成绩菲然。', '菲然'],
  ['对违规行为坚决予以取谛。', '取谛'],
  ['下大力气解决停车难等瓶劲问题。', '瓶劲'],
  ['因疫情影响，工期略有廷误。', '廷误'],
];

const facts: readonly Damage[] = [
  edit('date-number-year', 'next year in the date', DATE_LINE, ([, , m, d]) => `2027年${m}月${d}日`, '2027'),
  addition(
    'date-facts',
    'a count up to the end of next year',
    '截至2027年1月，累计完成投资2.6亿元。',
    '2027年1月',
  ),
  edit(
    'date-form',
    'a zero before the day',
    DATE_LINE,
    ([, y, m, d]) => `${y}年${m}月${d!.length === 1 ? `0${d}` : `0${d![1]}`}日`,
    '月0',
  ),
  edit(
    'proposal-number-agree',
    'a zero lost in the opening',
    /(提出的[^\n]*?第)0(\d+号)/,
    ([, a, b]) => a! + b!,
    ([, , b]) => b!.slice(0, -1),
  ),
  addition(
    'unit-unknown',
    'a bureau that was never here',
    '市行政审批服务局已开通绿色通道。',
    '市行政审批服务局',
  ),
  addition('unit-unknown', 'a word too many', '市生态环境保护局已完成监测。', '市生态环境保护局'),
  only(
    isAnswer,
    addition(
      'unit-not-asked',
      'beside a body of the province',
      '省教育厅和市工信局已印发配套文件。',
      '市工信局',
    ),
  ),
  only(
    ({ name }) => ['000', '002'].includes(name),
    edit(
      'copy-to-order',
      'the copies begin with the last',
      /^抄送：([^、]*、[^、]*)、(.*)、([^、。]*)。$/m,
      ([, fixed, list, last]) => `抄送：${fixed}、${last}、${list}。`,
      ([, , list, last]) => [last!, list!.split('、')[0]!],
    ),
  ),
  edit(
    'suggestion-quote',
    'a character replaced by one of the same sound',
    /(关于“[^”\n]*)(提升|夯实|旅行社)/,
    ([, a, b]) => a! + { 提升: '提生', 夯实: '夯石', 旅行社: '旅行杜' }[b as '提升']!,
    ['提生', '夯石', '旅行杜'],
  ),
  edit('verdict-missing', 'lost among blank lines', /\n(?:吸收采纳|采纳吸收建议)。\n/, '\n\n\n', ''),
  only(isAnswer, edit('class-allowed', 'G', /([ABC])(?=类(?:）|$))/m, 'G', 'G')),
  only(
    ({ name }) => ['000', '002', '12'].includes(name),
    addition('class-fits', 'no money', '因市级财力紧张，目前无力承担该项支出，暂不予安排。', ''),
  ),
  only(
    isAnswer,
    edit('publication-fits', 'public in part', /公开方式：主动公开/, '公开方式：部份公开', '部份公开'),
  ),
  only(
    isAnswer,
    edit(
      'area-code',
      'words for the code',
      /0899-(\d{7})/,
      ([, n]) => `（市内）${n}`,
      ([, n]) => n!,
    ),
  ),
  edit(
    'signer-unit',
    'the party group signs',
    /^(云陵\S+局)(?=\n+2026年)/m,
    ([, unit]) => `中共${unit}党组`,
    '党组',
  ),
];

const words: readonly Damage[] = [
  only(
    isCppccAnswer,
    addition('address-mixed', 'asks of a deputy', '对代表们反映的困难，我们感同身受。', '代表'),
  ),
  only(
    ({ text }) => /委员：/.test(text),
    addition('pronoun-mixed', 'you in the plural', '我们将把进展及时告知你们。', '你们'),
  ),
  only(
    isAnswer,
    edit(
      'closing-formula',
      'the formula of an instruction',
      /(?:专此答复|此复|特此函复|特此答复)/,
      '请遵照执行',
      '请遵照执行',
    ),
  ),
  only(
    isAnswer,
    edit(
      'opening-twice',
      'as a sentence of its own',
      /(答复如下：\n+)/,
      ([a]) => `${a}经研究，具体答复如下。\n\n`,
      '答复如下',
    ),
  ),
  edit('heading-sequence', 'a traditional mark', /^二、/m, '（二）', ['（二）']),
  edit('heading-sequence', 'two headings alike', /^四、/m, '三、', '三、'),
  edit(
    'number-form',
    'a hyphen for the brackets',
    /^(云.{1,4}|江文旅函)〔2026〕(\d+)号/m,
    ([, c, n]) => `${c}2026-${n}号`,
    '2026-',
  ),
  edit('title-marks', 'single marks for double', /《(关于[^》\n]*)》(?=收悉)/, ([, t]) => `《${t}`, '《'),
  inBody('left-over-marks', 'a line break written out', /。(?=\p{Script=Han})/u, '。\\n', '\\n'),
  inBody('left-over-marks', 'a strike-through', /我(局|委|市)/, ([a]) => `~~${a}~~`, '~~'),
  addition('blank-left', 'a sum of blanks', '项目总投资____万元，其中财政资金____万元。', '____'),
  addition('blank-left', 'a hint to the writer', '该项目由市国资公司承建（此处请核实）。', '核实'),
  inBody('half-width', 'brackets round a number', /。(?=\p{Script=Han})/u, '(详见附表)。', ['(', ')']),
  inBody('doubled-stops', 'three commas', /，/, '，，，', '，，'),
  inBody('doubled-stops', 'a colon and a comma', /，(?=\p{Script=Han})/u, '：，', '：，'),
  addition('brackets-balance', 'a bracket never opened', '有关费用由市级统筹）解决。', '）'),
  addition('brackets-balance', 'a quote never closed', '积极打造“十五分钟便民生活圈，方便群众办事。', '“'),
  addition('figures-disagree', 'a share of 106', '目标任务完成率115%，回访率100%，参保率106%。', '106%'),
  {
    id: 'figures-disagree',
    name: 'a fourth telling',
    make({ text, name }) {
      const told: Readonly<Record<string, readonly [string, string]>> = {
        '000': ['目前，城区共有调蓄设施12处，运行良好。', '12处'],
        '002': ['首批推广名录共收入线路8条。柑橘研究院现有检测平台5个。', '5个'],
        '15': ['全市中小学共有缺编教师120人。', '120人'],
      };
      const pair = told[name];
      return pair ? { text: added(text, pair[0]), words: [pair[1]] } : null;
    },
  },
  addition('numerals', 'a count half in words', '共有3十余家企业参与。', '3十'),
  addition('numerals', 'a year in words', '计划于二零二七年底前完成。', '二零二七年'),
  addition('repeated-words', 'a noun', '相关问题问题已逐一整改。', '问题问题'),
  addition('repeated-words', '在在', '目前正在在抓紧施工。', '在在'),
  ...TYPOS.map(([sentence, wrong]) => addition('typos', wrong, sentence, wrong)),
];

/** Slips of a third round, thought of after the checks had been bettered by the second. */
export const thirdRound: readonly Damage[] = [...facts, ...words];
