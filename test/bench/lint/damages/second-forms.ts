import { type Damage, edit, isCppccAnswer, only } from '../damage';

const NUMBER = /^(云.{1,4}|江文旅函)〔2026〕(\d+)号/m;

const sections: readonly Damage[] = [
  {
    id: 'suggestion-unanswered',
    name: 'two more asks than answers',
    make: ({ text, case: { suggestions } }) =>
      suggestions.length === 0
        ? null
        : { text, words: [], case: { suggestions: ['健全考核机制，压实部门责任', ...suggestions] } },
  },
  edit(
    'suggestion-unanswered',
    'the heading tells something else',
    /关于“(?:培养专业队伍，夯实长效管护基础|推进农业企业与旅行社合作)”的建议/,
    '其他有关工作情况',
    '',
  ),
  edit(
    'suggestion-quote',
    'a comma lost',
    /(关于“[^”\n]*?)，([^”\n]*”的建议)/,
    ([, a, b]) => a! + b!,
    ([, a]) => a!.slice(3),
  ),
  edit(
    'suggestion-quote',
    'a word added',
    /(关于“)(推进|完善|培养)/,
    ([, a, b]) => `${a}进一步${b}`,
    '进一步',
  ),
  edit(
    'suggestion-quote',
    '的建议 inside the quotes',
    /(关于“[^”\n]*)”的建议/,
    ([, a]) => `${a}的建议”`,
    '的建议”',
  ),
  edit(
    'verdict-missing',
    'of the third answer',
    /(^三、关于.*\n+)(?:吸收采纳|采纳吸收建议)。\n+/m,
    ([, heading]) => heading!,
    '',
  ),
  edit(
    'verdict-run-on',
    'after a comma',
    /(”的建议)\n+(吸收采纳|采纳吸收建议)。/,
    ([, a, verdict]) => `${a}，${verdict}。`,
    ([, , verdict]) => verdict!,
  ),
  edit(
    'verdict-run-on',
    'after a dash',
    /(”的建议)\n+(吸收采纳|采纳吸收建议)。/,
    ([, a, verdict]) => `${a}——${verdict}。`,
    ([, , verdict]) => verdict!,
  ),
  edit(
    'next-step-missing',
    'the plans become memories',
    /接下来，我局将按照.*\n/,
    '各项工作总体进展顺利。\n',
    '',
  ),
  edit(
    'next-step-missing',
    'the last promise of a short answer',
    /下一步，我局将会同市文化旅游局.*\n/,
    '线路名录已更新三次。\n',
    '',
  ),
];

/** Answers, numbers, titles: slips thought of after the checks had been measured once. */
export const secondForms: readonly Damage[] = [
  ...sections,
  edit('number-form', 'corner brackets', NUMBER, ([, code, n]) => `${code}「2026」${n}号`, '「2026」'),
  edit('number-form', 'angle brackets', NUMBER, ([, code, n]) => `${code}〈2026〉${n}号`, '〈2026〉'),
  edit('number-form', 'blanks inside', NUMBER, ([, code, n]) => `${code}〔2026年〕${n}号`, '〔2026年〕'),
  only(
    isCppccAnswer,
    edit(
      'title-marks',
      'a comma in the title',
      /^(云陵\S*次会议)(第\d+号提案(?:的?答复的函|的答复))$/m,
      ([, a, b]) => `${a}，${b}`,
      '，',
    ),
  ),
  edit(
    'title-marks',
    'quotes for title marks',
    /《(关于[^》\n]*)》(?=收悉|（)/,
    ([, title]) => `“《${title}》”`,
    ['“《', '》”'],
  ),
];
