import { addition, type Damage, edit, inBody, isAnswer, only } from '../damage';

const QUANTITY = /\d[\d.]*(?=(?:公里|万元|亿元|家|处|名|个|人|万册|辆))/;
const blanked = (name: string, blank: string): Damage => inBody('blank-left', name, QUANTITY, blank, blank);

const leftOverMarks: readonly Damage[] = [
  edit('left-over-marks', 'stars around a lead-in', /一是/, '**一是**', '**'),
  inBody('left-over-marks', 'a line break of a web page', /。/, '。<br>', '<br>'),
  inBody('left-over-marks', 'a character written as on a web page', /“/, '&ldquo;', '&ldquo;'),
  inBody('left-over-marks', 'stars around a word', /我(局|委|市)/, ([word]) => `**${word}**`, '**'),
  addition(
    'left-over-marks',
    'a bookmark of a word processor',
    '[bookmark: _GoBack]有关工作正在推进。',
    'bookmark',
  ),
  inBody(
    'left-over-marks',
    'a tag of a web page',
    /(?:我局|我委)/,
    ([word]) => `<span>${word}</span>`,
    '<span>',
  ),
  inBody('left-over-marks', 'back quotes', /(?:我局|我委)/, ([word]) => `\`${word}\``, '`'),
];

const blankLeft: readonly Damage[] = [
  blanked('a line to write on', '____'),
  blanked('crosses', '××'),
  blanked('capital X', 'XX'),
  addition('blank-left', 'somebody or other', '具体工作由某某同志负责。', '某某'),
  addition('blank-left', 'a note to oneself', '项目总投资（待补充）。', '待补充'),
  addition('blank-left', 'brackets with nothing in them', '项目总投资（  ）万元。', ['（  ）', '（', '  ']),
  addition('blank-left', 'black brackets with nothing in them', '项目由【】承担。', '【】'),
  addition('blank-left', 'words of a form', '项目由（此处填写单位名称）承担。', '此处填写'),
  edit('blank-left', 'a date without its digits', /^2026年\d+月\d+日$/m, '2026年  月  日', '月'),
  addition('blank-left', 'a day to be filled in', '项目将于2027年  月  日开工。', '月'),
];

const halfWidth: readonly Damage[] = [
  inBody('half-width', 'a comma', /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, ',', ','),
  inBody('half-width', 'a stop', /(?<=\p{Script=Han})。(?=\p{Script=Han})/u, '.', '.'),
  inBody('half-width', 'a semicolon', /(?<=\p{Script=Han})[；，](?=\p{Script=Han})/u, ';', ';'),
  edit('half-width', 'a colon', /答复如下：/, '答复如下:', ':'),
  edit(
    'half-width',
    'brackets',
    /（(?!第|联系)([^（）\n]*\p{Script=Han}[^（）\n]*)）(?!类)/u,
    ([, inner]) => `(${inner})`,
    ['(', ')'],
  ),
  edit('half-width', 'quotes', /“([^”\n]{2,30})”(?!的建议)/, ([, inner]) => `"${inner}"`, '"'),
  {
    id: 'half-width',
    name: 'every comma',
    make: ({ text }) => ({ text: text.replace(/(?<=\p{Script=Han})，/gu, ','), words: [','] }),
  },
];

const LAST_STOP = /(\S{2})。$/;
const doubledStops: readonly Damage[] = [
  inBody('doubled-stops', 'two stops', /。/, '。。', '。。'),
  inBody('doubled-stops', 'two commas', /，/, '，，', '，，'),
  inBody('doubled-stops', 'a stop and a comma', /。(?=\p{Script=Han})/u, '。，', '。，'),
  inBody('doubled-stops', 'a comma and a stop', /。/, '，。', '，。'),
  inBody('doubled-stops', 'two 顿号', /、/, '、、', '、、'),
  inBody('doubled-stops', 'a semicolon and a stop', /。(?=\p{Script=Han})/u, '；。', '；。'),
  inBody(
    'doubled-stops',
    'no stop at the end of a paragraph',
    LAST_STOP,
    ([, end]) => end!,
    ([, end]) => end!,
  ),
  inBody(
    'doubled-stops',
    'a comma at the end of a paragraph',
    LAST_STOP,
    ([, end]) => `${end}，`,
    ([, end]) => [`${end}，`, '，'],
  ),
];

const bracketsBalance: readonly Damage[] = [
  edit(
    'brackets-balance',
    'a closing quote forgotten',
    /“([^”\n]{2,30})”(?=[^的])(?!的建议)/,
    ([, inner]) => `“${inner}`,
    ([, inner]) => ['“', inner!],
  ),
  edit(
    'brackets-balance',
    'an opening quote forgotten',
    /“([^”\n]{2,30})”(?!的建议)/,
    ([, inner]) => `${inner}”`,
    '”',
  ),
  inBody(
    'brackets-balance',
    'a closing bracket forgotten',
    /（([^（）]{2,30})）/,
    ([, inner]) => `（${inner}`,
    '（',
  ),
  inBody(
    'brackets-balance',
    'a closing bracket typed twice',
    /（([^（）]{2,30})）/,
    ([all]) => `${all}）`,
    '）',
  ),
  edit(
    'brackets-balance',
    'two opening quotes',
    /“([^”\n]{2,30})”(?!的建议)/,
    ([, inner]) => `“${inner}“`,
    '“',
  ),
  edit(
    'brackets-balance',
    'quotes the wrong way round',
    /“([^”\n]{2,30})”(?!的建议)/,
    ([, inner]) => `”${inner}“`,
    ['”', '“'],
  ),
  addition('brackets-balance', 'marks that cross', '我们将落实《云陵市“十五五”环境提升》规划”提出的任务。', [
    '”',
    '》',
  ]),
  addition(
    'brackets-balance',
    'a closing title mark forgotten',
    '我们将落实《云陵市公共服务提升行动计划，逐年公布进度。',
    '《',
  ),
  only(
    isAnswer,
    addition(
      'brackets-balance',
      'a verb drawn into the quotes',
      '5月上旬，我市成功“举办2026年云陵经验交流大会、成果巡展”启动仪式，社会反响良好。',
      ['“举办', '”'],
    ),
  ),
  edit(
    'brackets-balance',
    'a quote too many in a heading',
    /^（一）(\S{2})(?=\S{2,10}$)/m,
    ([, verb]) => `（一）“${verb}`,
    '“',
  ),
];

/** Slips of marks: left over, blank, half-width, doubled, unbalanced. */
export const markDamages: readonly Damage[] = [
  ...leftOverMarks,
  ...blankLeft,
  ...halfWidth,
  ...doubledStops,
  ...bracketsBalance,
];
