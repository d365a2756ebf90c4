import { type Damage, edit, isAnswer, isCppccAnswer, only, replaced } from '../damage';

const NUMBER = /^(云.{1,4}|江文旅函)〔2026〕(\d+)号/m;
const numbered = (
  name: string,
  print: (code: string, serial: string) => string,
  words: (code: string, serial: string) => string,
): Damage =>
  edit(
    'number-form',
    name,
    NUMBER,
    ([, code, serial]) => print(code!, serial!),
    ([, code, serial]) => words(code!, serial!),
  );

const numberForm: readonly Damage[] = [
  numbered(
    'black brackets',
    (code, n) => `${code}【2026】${n}号`,
    () => '【2026】',
  ),
  numbered(
    'square brackets',
    (code, n) => `${code}[2026]${n}号`,
    () => '[2026]',
  ),
  numbered(
    'round brackets',
    (code, n) => `${code}（2026）${n}号`,
    () => '（2026）',
  ),
  numbered(
    'half-width round brackets',
    (code, n) => `${code}(2026)${n}号`,
    () => '(2026)',
  ),
  numbered(
    '第 before the serial',
    (code, n) => `${code}〔2026〕第${n}号`,
    (_, n) => `第${n}号`,
  ),
  numbered(
    'a leading zero',
    (code, n) => `${code}〔2026〕0${n}号`,
    (_, n) => `0${n}号`,
  ),
  numbered(
    '号 forgotten',
    (code, n) => `${code}〔2026〕${n}`,
    (_, n) => `〔2026〕${n}`,
  ),
  numbered(
    'a year of two digits',
    (code, n) => `${code}〔26〕${n}号`,
    () => '〔26〕',
  ),
  edit(
    'number-form',
    'square brackets in a cited number',
    /（(云\S{1,4})〔(\d{4})〕(\d+)号）/,
    ([, code, year, n]) => `（${code}[${year}]${n}号）`,
    ([, , year]) => `[${year}]`,
  ),
  edit(
    'number-form',
    'black brackets in a cited number',
    /（(云\S{1,4})〔(\d{4})〕(\d+)号）/,
    ([, code, year, n]) => `（${code}【${year}】${n}号）`,
    ([, , year]) => `【${year}】`,
  ),
];

const TITLE_END = /^((?:云陵\S*|关于\S*)(?:提案|建议)(?:的?答复的函|的答复|的复函))$/m;

const titleMarks: readonly Damage[] = [
  edit(
    'title-marks',
    '关于 outside and inside',
    /(提出的|提出的第\d+号)《关于/,
    ([, before]) => `${before}关于《关于`,
    '关于《关于',
  ),
  edit(
    'title-marks',
    'the mark typed twice',
    /(提出的|提出的第\d+号)《关于/,
    ([, before]) => `${before}《《关于`,
    '《《',
  ),
  edit(
    'title-marks',
    'the closing mark forgotten',
    /(《关于[^》\n]*)》(?=收悉|（)/,
    ([, title]) => title!,
    '《关于',
  ),
  edit(
    'title-marks',
    'the opening mark forgotten',
    /《(关于[^》\n]*》(?=收悉|（))/,
    ([, title]) => title!,
    '》',
  ),
  only(
    isAnswer,
    edit('title-marks', 'a stop after the title', TITLE_END, ([, title]) => `${title}。`, '。'),
  ),
  only(
    isAnswer,
    edit(
      'title-marks',
      'a title without its kind',
      TITLE_END,
      ([, title]) => title!.replace(/的?答复的函$|的答复$|的复函$/, ''),
      ['提案', '建议'],
    ),
  ),
  only(isCppccAnswer, {
    id: 'title-marks',
    name: "quotes around the proposal's name in the title",
    make: ({ text, case: { proposal } }) =>
      replaced(text, TITLE_END, ([, title]) => title!.replace(/第\d+号提案/, `“${proposal.title}”提案`), '“'),
  }),
  only(
    isAnswer,
    edit(
      'title-marks',
      'the proposal named with nested marks',
      TITLE_END,
      ([, title]) => title!.replace(/第\d+号提案/, '《关于落实《云陵市总体规划》的提案》'),
      '《云陵市总体规划》',
    ),
  ),
];

/** A mark that stands in the text as `from`, in order; applied to whole lines. */
const headingSequence: readonly Damage[] = [
  edit('heading-sequence', 'a half-width point', /^二、/m, '二.', '二.'),
  edit('heading-sequence', 'a comma for the 顿号', /^二、/m, '二，', '二，'),
  edit('heading-sequence', 'one number skipped', /^三、/m, '四、', '四、'),
  edit('heading-sequence', 'one number twice', /^二、/m, '一、', '一、'),
  edit('heading-sequence', 'half-width brackets', /^（二）/m, '(二)', '(二)'),
  edit('heading-sequence', 'a second level skipped', /^（二）/m, '（三）', '（三）'),
  edit('heading-sequence', 'a second level that does not begin at one', /^（一）/m, '（二）', '（二）'),
  edit('heading-sequence', 'an item skipped', /^2\./m, '3.', '3.'),
  edit('heading-sequence', 'an item twice', /^2\./m, '1.', '1.'),
  edit('heading-sequence', 'a comma after the digit', /^2\./m, '2、', '2、'),
  edit('heading-sequence', '二是 skipped', /二是(?=[^\n]*三是)/, '三是', ['三是']),
  edit('heading-sequence', '一是 twice', /(一是[^\n]*?)二是/, ([, before]) => `${before}一是`, [
    '一是',
    '三是',
  ]),
  edit(
    'heading-sequence',
    '三是 becomes 四是',
    /(一是[^\n]*?二是[^\n]*?)三是/,
    ([, before]) => `${before}四是`,
    '四是',
  ),
];

/** Slips of fixed forms: numbers, titles, marks of headings. */
export const formDamages: readonly Damage[] = [...numberForm, ...titleMarks, ...headingSequence];
