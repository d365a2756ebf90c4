import { addition, type Damage, edit, inBody } from '../damage';

/** Where the right word stands in the text it is replaced; else somebody writes a sentence with the wrong one. */
const REPLACED: readonly (readonly [right: string, wrong: string])[] = [
  ['部署', '布署'],
  ['截至', '截止'],
  ['覆盖', '复盖'],
  ['签订', '签定'],
  ['多措并举', '多聚并措'],
  ['反映', '反应'],
  ['作为', '做为'],
];

const WRITTEN: readonly (readonly [sentence: string, wrong: string])[] = [
  ['既使遇到困难，也要按期完成。', '既使'],
  ['已为独居老人按装报警装置860套。', '按装'],
  ['有关经验做为典型在全市推广。', '做为'],
  ['服务中心座落在人民路东段。', '座落'],
  ['工作中要防止思想松驰。', '松驰'],
  ['我们将再接再励，把实事办好。', '再接再励'],
  ['各单位必需严格按照时间节点推进。', '必需'],
  ['要因地治宜，分类施策。', '因地治宜'],
  ['各项任务按步就班推进。', '按步就班'],
  ['已在社区安装通迅设备62套。', '通迅'],
  ['以良性竟争激发市场活力。', '竟争'],
  ['充分发挥中心城区的幅射带动作用。', '幅射'],
  ['要一如继往做好服务。', '一如继往'],
  ['坚决遏止安全事故发生，做到防犯于未然。', '防犯'],
  ['消除各类防碍通行的隐患。', '防碍'],
  ['相关资料已上传至统一帐号。', '帐号'],
  ['我们将迫不急待解决这些难题。', '迫不急待'],
  ['两家单位已签定合作协议。', '签定'],
];

const typos: readonly Damage[] = [
  ...REPLACED.map(([right, wrong]) =>
    edit('typos', `${wrong} for ${right}`, new RegExp(right), wrong, wrong),
  ),
  ...WRITTEN.map(([sentence, wrong]) => addition('typos', `${wrong} in a new sentence`, sentence, wrong)),
];

const YEARS: Readonly<Record<string, string>> = {
  '2024': '二零二四',
  '2025': '二零二五',
  '2026': '二零二六',
};

const numerals: readonly Damage[] = [
  inBody(
    'numerals',
    'a year in words with 零',
    /(2024|2025|2026)年(?!\d*[—-])/,
    ([, year]) => `${YEARS[year!]}年`,
    ([, year]) => YEARS[year!]!,
  ),
  addition('numerals', 'digits and words in one number', '项目累计惠及群众5千多人。', '5千'),
  addition('numerals', 'digits and words in a sum', '项目总投资3百余万元。', '3百'),
  addition(
    'numerals',
    'a share in words beside shares in digits',
    '群众满意率由83.5%提高到百分之九十六。',
    '百分之九十六',
  ),
  addition(
    'numerals',
    'ordinals with digits and comma',
    '第1，完善台账；第2，强化督查；第3，跟踪问效。',
    '第1',
  ),
  addition('numerals', 'a month with a leading zero', '项目已于2026年01月开工。', '01月'),
  addition('numerals', 'a date half in words', '项目已于二〇二六年1月开工。', '二〇二六年'),
  addition('numerals', 'a range with two hyphens', '预计还需3--5个月完成。', '3--5'),
];

const twice = (name: string, words: RegExp): Damage =>
  inBody(
    'repeated-words',
    name,
    words,
    ([word]) => word + word,
    ([word]) => word + word,
  );

const repeatedWords: readonly Damage[] = [
  twice('的', /(?<=\p{Script=Han})的(?=\p{Script=Han})/u),
  twice('了', /(?<=\p{Script=Han})了(?=(?!解)\p{Script=Han})/u),
  twice('a verb', /推进|建设|完善|安排|纳入|提高|完成|确保/),
  twice('the own name', /我局|我委/),
  twice('和', /(?<=\p{Script=Han})和(?=\p{Script=Han})/u),
  addition('repeated-words', '进行 twice', '目前正在对方案进行进行论证。', '进行进行'),
  addition('repeated-words', 'a phrase of three characters', '有关经费已经落实到位到位。', '到位到位'),
];

/** Slips of writing. */
export const writingDamages: readonly Damage[] = [...typos, ...numerals, ...repeatedWords];
