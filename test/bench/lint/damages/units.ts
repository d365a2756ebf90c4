import { cleanPlace } from '../../../fixtures/letters/clean/place';
import type { CleanLetter } from '../../../fixtures/letters/clean/clean-letters';
import { added, addition, type Damage, edit, isAnswer, only, replaced } from '../damage';

/** What a hand makes of a unit's name: letters changed places, lost, or of the name before the reform. */
const SLIPS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'characters of a unit changed places',
    {
      市农业农村局: '市农村农业局',
      市住房城乡建设局: '市城乡住房建设局',
      市文化旅游局: '市旅游文化局',
      市应急管理局: '市管理应急局',
    },
  ],
  [
    'a character of a unit lost',
    {
      市自然资源规划局: '市自然资源规局',
      市文化旅游局: '市文化游局',
      市住房城乡建设局: '市住房城建设局',
      市城管执法局: '市城管执局',
    },
  ],
  [
    'a similar character in a unit',
    {
      市气象局: '市气像局',
      市城管执法局: '市城管执发局',
      市自然资源规划局: '市自然资原规划局',
      市文化旅游局: '市文化旅由局',
    },
  ],
  [
    'the name of a unit before the reform',
    {
      市自然资源规划局: '市国土资源局',
      市文化旅游局: '市文化广电新闻出版局',
      市住房城乡建设局: '市城乡规划建设局',
      市应急管理局: '市安全生产监督管理局',
    },
  ],
];

/** The last place of a unit before the signature: in the running text, not in the copy-to line. */
const lastInBody = (text: string, unit: string): number =>
  text.slice(0, text.search(/^(?:专此答复|此复|抄送)/m)).lastIndexOf(unit);

function misnamed([name, slips]: (typeof SLIPS)[number]): Damage {
  return {
    id: 'unit-unknown',
    name,
    make({ text }) {
      const found = Object.entries(slips).find(([right]) => lastInBody(text, right) >= 0);
      if (!found) return null;
      const [right, wrong] = found;
      const at = lastInBody(text, right);
      return { text: text.slice(0, at) + wrong + text.slice(at + right.length), words: [wrong] };
    },
  };
}

const unitUnknown: readonly Damage[] = [
  ...SLIPS.map(misnamed),
  addition('unit-unknown', 'half of a name', '近期，市工业信局也派员参加了现场查勘。', '市工业信局'),
  addition('unit-unknown', 'a unit of another city', '所需器材由市园林绿化局统一采购。', '市园林绿化局'),
  only(
    ({ text }) => /经(?:综合|与)市/.test(text),
    edit(
      'unit-unknown',
      'a character twice in the opening',
      /经(综合|与)市/,
      ([, verb]) => `经${verb}市市`,
      '市市',
    ),
  ),
];

/** A unit asked that has an alias and stands at least twice in the running text. */
function aliased({ text, case: { asked } }: CleanLetter): readonly (readonly [string, string])[] {
  const running = text.slice(text.indexOf('收悉'), text.search(/^(?:专此答复|抄送)/m));
  return cleanPlace.units.flatMap(({ shortName, aliases }): (readonly [string, string])[] => {
    const alone = new RegExp(`(?<![浦陵])${shortName}`, 'g');
    return asked.includes(shortName) && aliases[0] !== undefined && (running.match(alone) ?? []).length > 1
      ? [[shortName, aliases[0]]]
      : [];
  });
}

const twoNames = (name: string, pick: 'first' | 'last', where: 'last' | 'opening'): Damage => ({
  id: 'unit-two-names',
  name,
  make(letter) {
    const pairs = aliased(letter);
    const pair = pick === 'first' ? pairs[0] : pairs.at(-1);
    if (!pair) return null;
    const [short, alias] = pair;
    const { text } = letter;
    const at = where === 'last' ? lastInBody(text, short) : text.indexOf(short);
    return { text: text.slice(0, at) + alias + text.slice(at + short.length), words: [alias] };
  },
});

const unitTwoNames: readonly Damage[] = [
  twoNames('the popular name in the text', 'first', 'last'),
  twoNames('the popular name of the last co-handler', 'last', 'last'),
  twoNames('the popular name in the opening only', 'last', 'opening'),
  {
    id: 'unit-two-names',
    name: 'a sentence from another pen',
    make(letter) {
      const pair = aliased(letter)[0];
      return pair ? { text: added(letter.text, `有关进展由${pair[1]}按月汇总。`), words: [pair[1]] } : null;
    },
  },
];

const notAsked = (name: string, sentence: string, words: string): Damage =>
  only(isAnswer, addition('unit-not-asked', name, sentence, words));

const unitNotAsked: readonly Damage[] = [
  notAsked('a bureau nobody asked', '市科技局已将相关技术列入年度攻关榜单。', '市科技局'),
  notAsked('two bureaus, the first', '市司法局、市公安局已分别出具书面意见。', '市司法局'),
  notAsked('two bureaus, the second', '市司法局、市公安局已分别出具书面意见。', '市公安局'),
  notAsked('by its popular name', '市人社局将从业人员列入紧缺工种培训补贴目录。', '市人社局'),
  notAsked('by its full name', '云陵市商务局已把有关活动纳入消费促进季。', '商务局'),
  {
    id: 'unit-not-asked',
    name: 'a co-handler forgotten in opening and copy-to list',
    make({ text, name, case: facts }) {
      const unit = { '000': '市应急管理局', '002': '市自然资源规划局', n3: '市文化旅游局' }[name];
      if (unit === undefined) return null;
      const after = text
        .split('\n')
        .map((line) => (/现答复如下|^抄送/.test(line) ? line.replace(`、${unit}`, '') : line))
        .join('\n');
      return { text: after, words: [unit], case: { asked: facts.asked.filter((each) => each !== unit) } };
    },
  },
];

const COPY = /^抄送：(.*?)。?$/m;
const CO_HANDLERS = /经(?:综合|与)(市[^\n]*?)(?=意见|共同研究)/;

/** The copy-to line rewritten by the names it has. */
const copyTo = (
  name: string,
  change: (names: readonly string[]) => readonly string[],
  words: (names: readonly string[]) => readonly string[],
): Damage =>
  only(({ text }) => CO_HANDLERS.test(text), {
    id: 'copy-to-order',
    name,
    make({ text }) {
      const names = COPY.exec(text)?.[1]?.split('、') ?? [];
      return names.length < 4
        ? null
        : replaced(text, COPY, `抄送：${change(names).join('、')}。`, words(names));
    },
  });

const copyToOrder: readonly Damage[] = [
  copyTo(
    'the last two in the other order',
    (names) => [...names.slice(0, -2), names.at(-1)!, names.at(-2)!],
    (names) => names.slice(-2),
  ),
  copyTo(
    'the last one forgotten',
    (names) => names.slice(0, -1),
    (names) => names.slice(-1),
  ),
  copyTo(
    'one that nobody asked',
    (names) => [...names, '市科技局'],
    () => ['市科技局'],
  ),
  copyTo(
    'one replaced by another',
    (names) => [...names.slice(0, -1), '市市场监管局'],
    (names) => ['市市场监管局', names.at(-1)!],
  ),
  {
    id: 'copy-to-order',
    name: 'the opening forgets one that gets a copy',
    make({ text }) {
      const names = CO_HANDLERS.exec(text)?.[1]?.split('、') ?? [];
      return names.length < 2
        ? null
        : replaced(
            text,
            /经(综合|与)(市[^\n]*?)(?=意见|共同研究)/,
            ([, verb]) => `经${verb}${names.slice(1).join('、')}`,
            names[0]!,
          );
    },
  },
];

/** Slips of units. */
export const unitDamages: readonly Damage[] = [
  ...unitUnknown,
  ...unitTwoNames,
  ...unitNotAsked,
  ...copyToOrder,
];
