import { added, type Damage, edit, isAnswer } from '../damage';

/** The same thing told again with another figure, as happens when two people write two sections. */
const TOLD_AGAIN: Readonly<Record<string, readonly (readonly [sentence: string, wrong: string])[]>> = {
  '000': [
    ['目前，城区共有雨水管渠1463公里。', '1463公里'],
    ['列入清单的98个易涝点均已落实责任人。', '98个'],
    ['城区共有排涝泵站85座，均已纳入统一调度。', '85座'],
  ],
  '002': [
    ['柑橘研究院累计投入1.6亿元，引进11个专家团队。', '1.6亿元'],
    ['柑橘研究院建成9个育种基地。', '9个育种基地'],
  ],
  '04': [['该渠全长6.38公里，沿线有三个村受益。', '6.38公里']],
  '12': [['2022—2025年，共争取上级专项资金486万元。', '486万元']],
  '15': [['全市已有返聘教师36人。', '36人']],
  '16': [['市社会组织服务园现有工位102个。', '102个']],
  'opinion-01': [['至此，适老站台改造36处、低地板公交车42辆的任务圆满完成。', '42辆']],
};

const toldAgain = (name: string, which: number): Damage => ({
  id: 'figures-disagree',
  name,
  make({ text, name: letter }) {
    const told = TOLD_AGAIN[letter]?.[which];
    return told ? { text: added(text, told[0]), words: [told[1]] } : null;
  },
});

const figuresDisagree: readonly Damage[] = [
  toldAgain('a thing told again with another figure', 0),
  toldAgain('another thing told again with another figure', 1),
  toldAgain('a third thing told again with another figure', 2),
  edit('figures-disagree', 'grades that do not add up', /初级67人/, '初级76人', ['76人', '137人']),
  edit('figures-disagree', 'kinds that do not add up', /茶叶类企业22家/, '茶叶类企业32家', ['32家', '127家']),
  edit('figures-disagree', 'festivals that do not add up', /开耕节9场/, '开耕节6场', ['6场', '17场']),
  edit('figures-disagree', 'places that do not add up', /江北片区13个/, '江北片区31个', ['31个', '22个']),
  {
    id: 'figures-disagree',
    name: 'a share above the whole',
    make: ({ text }) => ({ text: added(text, '按期办结率达到108%，群众满意率99%。'), words: ['108%'] }),
  },
  {
    id: 'figures-disagree',
    name: 'a coverage above the whole',
    make: ({ text }) => ({ text: added(text, '目前，镇街覆盖率已达120%。'), words: ['120%'] }),
  },
];

const YEAR = /20(2\d)(?=年|—20)/g;
const bodyLines = (text: string, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line.length > 40 && !/收悉|^抄送|^云陵/.test(line) ? change(line) : line))
    .join('\n');
/** The letter tells its facts by years, and by no day that is of the letter's own year. */
const DATED_BY_YEAR = /^(?![\s\S]*(?<!年)\d月\d+日)[\s\S]*(?:20\d\d年[^\n]*){2}/;
const RECENT = /20\d\d年|今年|去年|目前|上半年|截至|近几年|近年|近几个月/;

const figuresStale: readonly Damage[] = [
  {
    id: 'figures-stale',
    name: 'all facts four years older',
    make({ text }) {
      if (!DATED_BY_YEAR.test(text)) return null;
      const after = bodyLines(text, (line) =>
        line.replace(/今年/g, '2026年').replace(YEAR, (year) => String(Number(year) - 4)),
      );
      return { text: after, words: [] };
    },
  },
  {
    id: 'figures-stale',
    name: 'an old letter sent again three years later',
    make({ text }) {
      if (!DATED_BY_YEAR.test(text)) return null;
      const after = bodyLines(text, (line) => line.replace(/今年/g, '2026年'))
        .replace(/^(\S+)〔2026〕/m, '$1〔2029〕')
        .replace(/^2026(?=年\d+月\d+日$)/m, '2029')
        .replace(/(发布日期|发布时间|来源)：(.*)2026/, '$1：$22029');
      return { text: after, words: [] };
    },
  },
  {
    id: 'figures-stale',
    name: 'one old figure and no new one',
    make({ text }) {
      const lines = bodyLines(text, (line) =>
        line.replace(/[^。]*。/g, (said) => (RECENT.test(said) ? '' : said)),
      );
      const after = added(lines, '截至2022年底，全市已完成改造任务的六成，累计投入860万元。');
      return after === lines ? null : { text: after, words: ['2022年'] };
    },
  },
];

const HOLLOW =
  '我们将进一步提高政治站位，切实增强责任感和使命感。坚持以人民为中心的发展思想，统筹谋划、精心组织、狠抓落实。' +
  '强化组织领导，压实工作责任，形成工作合力。加大宣传力度，营造良好氛围。加强沟通协调，确保各项工作落到实处、取得实效。' +
  '以更高标准、更实举措、更大力度，推动各项工作再上新台阶。';

const boilerplate: readonly Damage[] = [
  {
    id: 'boilerplate',
    name: 'the reply of last year sent again',
    make: ({ text }) => ({
      text,
      words: [],
      case: { otherLetters: [text.replaceAll('2026年', '2025年').replaceAll('〔2026〕', '〔2025〕')] },
    }),
  },
  {
    id: 'boilerplate',
    name: 'most of the text from another reply',
    make({ text, case: { otherLetters } }) {
      const long = otherLetters.flatMap((letter) => letter.split('\n')).filter((line) => line.length > 180);
      const line = text.split('\n').find((each) => /收悉/.test(each));
      return line === undefined
        ? null
        : { text: text.replace(line, () => `${line}\n\n${long.slice(-8).join('\n\n')}`), words: [] };
    },
  },
  {
    id: 'boilerplate',
    name: 'nothing but good will',
    make(letter) {
      const { text } = letter;
      if (!isAnswer(letter) || text.length > 900) return null;
      return { text: bodyLines(text, () => HOLLOW), words: [] };
    },
  },
];

/** Slips of figures, and texts that say nothing new. */
export const figureDamages: readonly Damage[] = [...figuresDisagree, ...figuresStale, ...boilerplate];
