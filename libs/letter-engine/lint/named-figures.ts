import { after, before, type Figure, figuresOf } from './figures';
import type { Spot } from './letter-words';
import { timeWords } from './time-words';

/** How much there is of something, all in all. */
export interface NamedFigure extends Figure {
  readonly name: string;
  /** The times the sentence speaks of; '' where it names none. */
  readonly time: string;
  readonly sentence: Spot;
  /** The sentence speaks of a whole, not of one item of it. */
  readonly isWhole: boolean;
}

/** A whole, not one item of it. */
const SCOPE = /城区|列入|已有|全[市县区局]|[我本][市县区局]|累计|共|总|现有|目前|截至|合计/;
/** Parts, plans, changes, shares and comparisons are other quantities. */
const OTHER =
  /其中|新增|新建|增加|减少|增长|下降|提高|同比|环比|比[去上]年|改造|计划|拟|将|预计|力争|争取|不少于|不低于|不超过|以上|以下|每|各|平均|日均|年均|首批|分别|以内|下一步|目标|分期|第[一二三四五六七八九十\d]/;
/** Verbs and adverbs that lead to the figure. */
const LEADING =
  /^(?:截至目前|截至|目前|全[市县区局]|[我本][市县区局]|现|已|共|累计|总共|合计|共有|现有|建有|拥有|有|在|开办|建成|建设|设立|设有|投入|安排|发放|完成|引进|培育|培养|培训|吸引|接待|开设|举办|开展|登记|注册|腾出|具有|达到|达|各类|各级|着|了)+/;
/** 城区共有雨水管渠 → 雨水管渠. */
const OWNING = /^.*(?:共有|现有|已有|拥有|建有|设有|建成|累计|合计)/;
const TRAILING =
  /(?:累计|共有|共计|共|总数|总量|合计|已经|已|达到|达|有|为|超过|超|近|约|大约|数量|总计|增至|建成|开办|设有|现有|投入|发放|安排|了)+$/;
/** A name this short may be of many things. */
const NAME = 3;
const CUT =
  /[，。；：、（）“”《》\s]|(?:的|和|与|在|对|由|从|把|将|是|年|月|日|个|处|所|家|已|均|全部|并|等|可|供|用于|列入|纳入|收入|入选)/;

/** The name of the thing counted: the words before the figure, else the noun after it. */
function nameOf(figure: Figure, sentence: Spot): string | null {
  const head = before(figure, sentence);
  const lead = (head.split(CUT).at(-1) ?? '').replace(TRAILING, '').replace(OWNING, '').replace(LEADING, '');
  if (lead.length >= NAME) return lead;
  const tail = (after(figure, sentence).split(CUT)[0] ?? '').replace(LEADING, '');
  return tail.length >= NAME && tail.length <= 10 ? tail : null;
}

const timeOf = (sentence: Spot, letterDate: string): string =>
  timeWords([{ ...sentence.piece, text: sentence.text }], letterDate)
    .map(({ year, month, day }) => [year, month, day].join('-'))
    .join(' ') + (/去年|上年|前年|上半年|一季度/.exec(sentence.text)?.[0] ?? '');

/** The totals a sentence names. */
export function namedFigures(sentence: Spot, letterDate: string): NamedFigure[] {
  const counted = figuresOf(sentence).filter((figure) => {
    const clause =
      before(figure, sentence)
        .split(/[，；]/)
        .at(-1) ?? '';
    const rest = /^[^，。；]{0,12}/.exec(after(figure, sentence))![0];
    return figure.unit !== '%' && !OTHER.test(clause) && !OTHER.test(rest);
  });
  if (counted.length === 0) return [];
  const shared = { time: timeOf(sentence, letterDate), sentence, isWhole: SCOPE.test(sentence.text) };
  return counted.flatMap((figure) => {
    const name = nameOf(figure, sentence);
    return name === null ? [] : [{ ...figure, ...shared, name }];
  });
}
