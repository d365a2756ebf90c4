import { widthIn } from './text-width';

/** Pieces of a title that no line may tear: what a reader takes in at one glance. */
const WHOLE: readonly RegExp[] = [
  /《[^《》]*》/gu,
  /“[^“”]*”/gu,
  /（[^（）]*）/gu,
  /(?:(?<=更正|撤回|废止|转发)\p{Script=Han}{1,4})?(?:〔\d+〕|\[\d+\])\d*号?/gu,
  /第?[\d０-９]+(?:[.．,，]\d+)*(?:年\d+月\d+日|年\d+月|年度|[年月日号个件条项％%‰]|万元|亿元|公里)?/gu,
  /(?:(?<=关于|对|办|复)[省市县区州])?第?[〇一二三四五六七八九十百]+届(?:[省市县区州]?(?:政协|人大))?(?:第?[一二三四五六七八九十百]+次(?:会议|全会)?)?/gu,
  /(?:政协)?第?[〇一二三四五六七八九十百]+届\p{Script=Han}{2,8}?委员会/gu,
  /政协第?[〇一二三四五六七八九十百]+届\p{Script=Han}{2,8}?委员会第[一二三四五六七八九十百]+次(?:会议|全会)/gu,
  /第?[一二三四五六七八九十百]+次(?:会议|全会)/gu,
  /(?:中国)?人民政治协商会议|[省市县区州]?(?:政协|人大)(?!会)/gu,
  /[A-Za-z][\w.+-]*/gu,
  /——|……/gu,
  /(?:答复|会办|办理|审核|反馈|征求|修改)?(?:意见|情况)?的(?:复函|函|通知|通报|报告|请示|批复|意见|公告|决定|答复|申请|说明)$/gu,
];
const ORGAN = '局|委员会|委|办公室|办|厅|部|处|中心|政府|公司|集团|院|会|社|署|行|校|学|站|队|所';
/** Units named one after the other: the join is a join only behind what can end a unit's name. */
const UNIT_JOIN = new RegExp(`(?<=${ORGAN})[、和与]`, 'gu');
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Width in characters of the grid: Chinese 1, Latin and digits 0.5. */
export const widthOf = (text: string): number => widthIn(text, 0.5, 1);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The units before "关于": "甲局、乙局关于…" has two. */
function issuingUnits(title: string): Span[] {
  const about = title.indexOf('关于');
  if (about <= 0) return [];
  const spans: Span[] = [];
  let start = 0;
  for (const join of title.slice(0, about).matchAll(UNIT_JOIN)) {
    spans.push({ start, end: join.index });
    start = join.index + 1;
  }
  return [...spans, { start, end: about }];
}

function occurrences(title: string, name: string): Span[] {
  const spans: Span[] = [];
  for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + name.length))
    spans.push({ start: at, end: at + name.length });
  return spans;
}

/** Spans that stay whole, the widest first claim; one that would not fit a line is given up. */
function wholes(title: string, max: number, names: readonly string[]): Span[] {
  const found = [
    ...names.filter((name) => name.length > 1).flatMap((name) => occurrences(title, name)),
    ...issuingUnits(title),
    ...WHOLE.flatMap((p) =>
      [...title.matchAll(p)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
    ),
  ].filter(({ start, end }) => end > start && widthOf(title.slice(start, end)) <= max);
  const kept: Span[] = [];
  for (const span of found.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

const isHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text);
const LEANS_BACK = /^(?:[，。、；：？！）》”’〕】…]|[的了着之等者性化年月日号类市县区省镇局委办厅函])$/u;
const LEANS_ON = /^(?:[（《“‘〔【]|[第各本该对向把将为在从使])$/u;

/** Words, with what belongs to its neighbour joined to it; loose single characters are taken for one unknown name. */
function wordTokens(text: string): string[] {
  const tokens: string[] = [];
  let loose = false;
  for (const { segment } of words.segment(text)) {
    const last = tokens.at(-1);
    const single = isHan(segment) && !/[和与及或并]/u.test(segment);
    const joins =
      last !== undefined && (LEANS_BACK.test(segment) || LEANS_ON.test(last) || (single && loose));
    if (joins && widthOf(last) < 6) tokens[tokens.length - 1] = last + segment;
    else tokens.push(segment);
    loose = single && !LEANS_BACK.test(segment);
  }
  return tokens;
}

/** A title in the pieces between which a line may end. Joined they are the title again; `names` are kept whole where they fit. */
export function titleTokens(title: string, max: number, names: readonly string[] = []): string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const { start, end } of wholes(title, max, names)) {
    tokens.push(...wordTokens(title.slice(at, start)), title.slice(start, end));
    at = end;
  }
  return [...tokens, ...wordTokens(title.slice(at))];
}
