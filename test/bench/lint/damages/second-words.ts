import { added, addition, type Damage, edit, inBody, isAnswer, isCppccAnswer, only } from '../damage';

const words: readonly Damage[] = [
  only(
    isCppccAnswer,
    addition('address-mixed', 'a deputy thanked in the text', '再次感谢代表的关心。', '代表'),
  ),
  only(
    isCppccAnswer,
    edit('address-mixed', 'reply to a suggestion', /提案(?=的?答复的函$|的答复$)/m, '建议', '建议'),
  ),
  only(
    ({ text }) => /委员：/.test(text),
    addition('pronoun-mixed', 'the committee spoken to', '对贵委提出的意见，我们将认真吸收。', '贵委'),
  ),
  only(
    ({ text }) => /市委会：/.test(text),
    addition(
      'pronoun-mixed',
      'the organisation spoken to as a person',
      '对您提出的意见，我们将认真吸收。',
      '您',
    ),
  ),
  only(
    isAnswer,
    edit(
      'closing-formula',
      'with the wishes of a letter',
      /((?:专此答复|此复|特此函复|特此答复)[^\n]*)/,
      ([line]) => `${line}\n\n顺颂商祺！`,
      '顺颂',
    ),
  ),
  only(
    isAnswer,
    edit(
      'closing-formula',
      'a request for approval',
      /(?:专此答复|此复|特此函复|特此答复)/,
      '当否，请批复',
      '请批复',
    ),
  ),
  only(
    isAnswer,
    edit('closing-formula', 'a decision', /(?:专此答复|此复|特此函复|特此答复)/, '特此批复', '特此批复'),
  ),
  only(
    isAnswer,
    edit(
      'opening-twice',
      'in other words',
      /(答复如下：\n+)/,
      ([a]) => `${a}经认真研究，现将办理情况回复如下：\n\n`,
      '如下',
    ),
  ),
  edit('heading-sequence', 'an Arabic digit for a Chinese one', /^二、/m, '2、', '2、'),
  edit('heading-sequence', 'a point after brackets', /^（二）/m, '（二）、', '（二）、'),
  edit('heading-sequence', 'a heading of the level below', /^（一）/m, '（二）', '（二）'),
  edit('heading-sequence', '三是 skipped', /三是(?=[^\n]*四是)/, '四是', '四是'),
];

const marks: readonly Damage[] = [
  inBody('left-over-marks', 'underscores of a light mark-up', /我(局|委|市)/, ([a]) => `__${a}__`, '__'),
  inBody('left-over-marks', 'a tag for bold', /我(局|委|市)/, ([a]) => `<b>${a}</b>`, '<b>'),
  inBody('left-over-marks', 'a link', /我(局|委|市)/, ([a]) => `[${a}](http://yunling.example)`, ['](', '[']),
  inBody('left-over-marks', 'a placeholder', /我(局|委|市)/, '{{unit}}', '{{'),
  addition('blank-left', 'three crosses', '有关工作由×××牵头。', '×'),
  addition('blank-left', 'letters for a figure', '项目总投资XXX万元。', 'X'),
  addition('blank-left', 'dots for a figure', '项目总投资＿＿＿＿万元。', '＿'),
  addition('blank-left', 'to be told', '具体时间待定（请业务科室补充）。', '补充'),
  addition('blank-left', 'a certain month', '项目于2025年×月建成。', '×'),
  inBody('half-width', 'a question mark of a keyboard', /。(?=\p{Script=Han})/u, '!', '!'),
  inBody('half-width', 'a colon in the text', /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, ':', ':'),
  inBody('doubled-stops', 'a comma and a semicolon', /，/, '，；', '，；'),
  inBody('doubled-stops', 'a 顿号 and a comma', /，/, '、，', '、，'),
  inBody('brackets-balance', 'a title mark typed twice', /》/, '》》', '》'),
  inBody('half-width', 'one bracket of a pair', /（([^（）]{2,30})）/, ([, a]) => `（${a})`, ['（', ')']),
  addition('brackets-balance', 'a single quote left open', '群众都说‘办了一件实事。', '‘'),
];

const figures: readonly Damage[] = [
  edit('figures-disagree', 'drills that do not add up', /高级18人、中级52人/, '高级28人、中级52人', [
    '28人',
    '137人',
  ]),
  {
    id: 'figures-disagree',
    name: 'a third telling',
    make({ text, name }) {
      const told: Readonly<Record<string, readonly [string, string]>> = {
        '000': ['全市累计办结积水投诉862件。城区雨水管渠1346公里全部纳入台账。', '1346公里'],
        '002': ['首批推广名录收入线路9条。我市已公布产品目录，共有172家企业的产品收入其中。', '172家'],
        '15': ['截至目前，志愿者184人已经上岗。', '184人'],
        'opinion-03': ['目前仅有3个可供洒水车加水的取水栓。', '3个'],
      };
      const sentence = told[name];
      return sentence ? { text: added(text, sentence[0]), words: [sentence[1]] } : null;
    },
  },
  addition('figures-disagree', 'a pass rate above the whole', '抽检合格率为103.5%。', '103.5%'),
  {
    id: 'figures-stale',
    name: 'one fact of five years ago',
    make({ text, name }) {
      return name === '10'
        ? { text: added(text, '截至2021年底，全区有小剧场14家，年演出860场。'), words: ['2021年'] }
        : null;
    },
  },
  {
    id: 'boilerplate',
    name: 'the neighbour’s case word for word, other names',
    make: ({ text }) => ({
      text,
      words: [],
      case: {
        otherLetters: ['无关的一封信。', text.replace(/第\d+号/g, '第999号').replace(/[。]\n/g, '。\n\n')],
      },
    }),
  },
];

const TYPOS: readonly (readonly [string, string])[] = [
  ['坚持以人为本，杜绝敷衍塞责、草管人命。', '草管人命'],
  ['相关设施已陆继投用。', '陆继'],
  ['有关负责人亲自到现场督察，确保万无一失、有条不絮。', '有条不絮'],
  ['要统畴安排各项资金。', '统畴'],
  ['充份调动各方积极性。', '充份'],
  ['严历打击违法行为。', '严历'],
  ['切实维护群众合法权宜。', '权宜'],
  ['做好前期准备，以备不时之须。', '不时之须'],
  ['项目建设如火如茶。', '如火如茶'],
  ['全面提高服务水平和管理能力，走在全省前例。', '前例'],
  ['积极筹措资金，弥补经费不足，暂缓然眉之急。', '然眉之急'],
  ['工作人员克服重重困难，兢兢业业、认劳认怨。', '认劳认怨'],
];

/** Words, marks, figures, writing: slips thought of after the checks had been measured once. */
export const secondWords: readonly Damage[] = [
  ...words,
  ...marks,
  ...figures,
  ...TYPOS.map(([sentence, wrong]) => addition('typos', wrong, sentence, wrong)),
  addition('numerals', 'a year of two digits', '项目已于二零二五年底完工。', '二零二五年'),
  addition('numerals', 'a share half in words', '占比达百分之35。', '百分之35'),
  addition('numerals', 'a number half in words', '新增床位1千2百张。', '1千'),
  inBody(
    'repeated-words',
    'a subject',
    /我局将|我委将|我市/,
    ([a]) => a + a,
    ([a]) => a + a,
  ),
  addition('repeated-words', 'a verb', '有关部门正在加快加快推进。', '加快加快'),
  addition('repeated-words', '对对', '我们将对对照清单逐项落实。', '对对'),
];
