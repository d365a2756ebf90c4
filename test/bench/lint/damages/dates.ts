import { added, type Damage, DATE_LINE, edit, isAnswer, isNpc, monthOf, only, replaced } from '../damage';

const NUMBER_LINE = /^(云.{1,4}|江文旅函)〔2026〕(\d+号)/m;

/** A fact of a month that comes after the letter's own. */
const laterFact = (
  name: string,
  say: (month: number) => { readonly sentence: string; readonly words: string },
): Damage => ({
  id: 'date-facts',
  name,
  make({ text }) {
    const month = monthOf(text);
    if (month === null || month > 9) return null;
    const { sentence, words } = say(month);
    return { text: added(text, sentence), words: [words] };
  },
});

const dateFacts: readonly Damage[] = [
  laterFact('an up-to date later than the letter', () => ({
    sentence: '截至2026年12月底，累计办结群众来电862件。',
    words: '2026年12月',
  })),
  laterFact('a meeting already held after the letter', (month) => ({
    sentence: `${month + 2}月5日，我市召开了现场推进会，三个点位当场移交。`,
    words: `${month + 2}月5日`,
  })),
  laterFact('a work finished next year', () => ({
    sentence: '2027年3月，相关设施已建成并投入使用。',
    words: '2027年3月',
  })),
  laterFact('months of this year that are not over', (month) => ({
    sentence: `今年1—${month + 2}月，全市共受理申请312件，已办结296件。`,
    words: `${month + 2}月`,
  })),
  {
    id: 'date-facts',
    name: 'signed with an early date left from the first draft',
    make: ({ text, name }) => {
      const early: Readonly<Record<string, readonly [date: string, ...facts: string[]]>> = {
        '000': ['2026年3月16日', '2026年6月', '7月8日', '7月15日', '今年6月', '4月18日'],
        '09': ['2026年3月16日', '5月12日', '今年4月'],
        '12': ['2026年9月19日', '10月12日'],
        '15': ['2026年3月8日', '4月10日', '3月24日'],
      };
      const [date, ...facts] = early[name] ?? [];
      return date === undefined ? null : replaced(text, DATE_LINE, date, facts);
    },
  },
];

const dateNumberYear: readonly Damage[] = [
  edit('date-number-year', 'last year in the date', DATE_LINE, ([, , m, d]) => `2025年${m}月${d}日`, '2025'),
  edit('date-number-year', 'date of two years ago', DATE_LINE, ([, , m, d]) => `2024年${m}月${d}日`, '2024'),
  edit(
    'date-number-year',
    'number of the year before',
    NUMBER_LINE,
    ([, code, serial]) => `${code}〔2025〕${serial}`,
    '2025',
  ),
  edit(
    'date-number-year',
    'number of next year',
    NUMBER_LINE,
    ([, code, serial]) => `${code}〔2027〕${serial}`,
    '2027',
  ),
];

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const spelled = (n: number): string => {
  if (n <= 12) return CHINESE[n]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? CHINESE[tens] : ''}十${n % 10 === 0 ? '' : CHINESE[n % 10]}`;
};

const dateForm: readonly Damage[] = [
  edit(
    'date-form',
    'leading zeros',
    /^2026年(\d)月(\d{1,2})日$/m,
    ([, m, d]) => `2026年0${m}月${d!.padStart(2, '0')}日`,
    ([, m]) => `0${m}月`,
  ),
  edit(
    'date-form',
    'Chinese numerals',
    DATE_LINE,
    ([, , m, d]) => `二〇二六年${spelled(Number(m))}月${spelled(Number(d))}日`,
    '二〇二六年',
  ),
  edit('date-form', 'a day that does not exist', DATE_LINE, '2026年2月30日', '2月30日'),
  edit('date-form', 'a thirteenth month', DATE_LINE, ([, , , d]) => `2026年13月${d}日`, '13月'),
  edit('date-form', 'points instead of words', DATE_LINE, ([, y, m, d]) => `${y}.${m}.${d}`, '2026.'),
  edit('date-form', 'the day forgotten', DATE_LINE, ([, y, m]) => `${y}年${m}月`, '2026年'),
];

const CODED = /0[48][35]\d{3}/;
const coded = (damage: Damage): Damage =>
  only(({ case: { proposal } }) => CODED.test(proposal.number), damage);

/** Every print of the proposal's number changed alike. */
const everywhere = (name: string, change: (number: string) => string): Damage =>
  coded({
    id: 'proposal-session',
    name,
    make({ text, case: facts }) {
      const { number } = facts.proposal;
      const other = change(number);
      return {
        text: text.replaceAll(number, other),
        words: [other],
        case: { proposal: { ...facts.proposal, number: other } },
      };
    },
  });

const proposalSession: readonly Damage[] = [
  coded(
    edit(
      'proposal-session',
      'meeting of the title one too low',
      /([四五八])届([三四五])次会议第/,
      ([, term]) => `${term}届一次会议第`,
      '届一次',
    ),
  ),
  coded(
    edit(
      'proposal-session',
      'term of the title one too high',
      /([四五八])届([三四五])次会议第/,
      ([, , meeting]) => `九届${meeting}次会议第`,
      '九届',
    ),
  ),
  coded(
    edit(
      'proposal-session',
      'long form of the session one off',
      /第八届委员会第三次会议第083/,
      '第八届委员会第二次会议第083',
      '第二次会议',
    ),
  ),
  everywhere('term of the number typed wrong', (number) => `07${number.slice(2)}`),
  everywhere('two digits of the number changed places', ([a, b, c, ...rest]) => [a, c, b, ...rest].join('')),
];

const swapEnd = (number: string): string =>
  number.slice(0, -2) + (number.at(-1) === number.at(-2) ? '98' : number.at(-1)! + number.at(-2)!);
const TITLE_NUMBER = /(会议第)(\d+)(号(?:提案|建议)(?:的?答复|的\n|的?复函|会办))/;
const OPENING_NUMBER = /(提出的[^\n]*?第)(\d+)(号)/;

const proposalNumberAgree: readonly Damage[] = [
  only(
    ({ text }) => OPENING_NUMBER.test(text),
    edit(
      'proposal-number-agree',
      "last digits of the title's number changed places",
      TITLE_NUMBER,
      ([, before, number, after]) => before! + swapEnd(number!) + after!,
      ([, , number]) => swapEnd(number!),
    ),
  ),
  edit(
    'proposal-number-agree',
    "the opening's number is the neighbour's",
    OPENING_NUMBER,
    ([, before, number, after]) =>
      before! + String(Number(number) + 1).padStart(number!.length, '0') + after!,
    ([, , number]) => String(Number(number) + 1).padStart(number!.length, '0'),
  ),
  edit(
    'proposal-number-agree',
    'a digit too many in the opening',
    OPENING_NUMBER,
    ([, before, number, after]) => `${before}${number}0${after}`,
    ([, , number]) => `${number}0`,
  ),
  {
    id: 'proposal-number-agree',
    name: 'the number of another case all through',
    make({ text, case: { proposal } }) {
      const other = swapEnd(proposal.number);
      const after = text.replaceAll(`第${proposal.number}号`, `第${other}号`);
      return after === text ? null : { text: after, words: [other] };
    },
  },
  only(
    (letter) => isAnswer(letter) && !isNpc(letter),
    edit(
      'proposal-number-agree',
      'the opening names another meeting than the title',
      /(在市政协八届)[一四](次会议提出|次会议上提出)/,
      ([, before, after]) => `${before}二${after}`,
      '八届二次',
    ),
  ),
];

/** Slips of dates and numbers. */
export const dateDamages: readonly Damage[] = [
  ...dateNumberYear,
  ...dateFacts,
  ...dateForm,
  ...proposalSession,
  ...proposalNumberAgree,
];
