import type { LintPlace, LintUnit } from './context';
import { type Piece, type Spot, spotAt } from './letter-words';
import { unitIndex } from './unit-index';

/** A unit of the city as the text names it: 市…局, 市…委, 市…办, 市委…部. */
export interface UnitMention {
  readonly spot: Spot;
  /** Without the city's own name: 市财政局 also where 中山市财政局 is printed. */
  readonly name: string;
  /** Null where no unit of the place has this name. */
  readonly unit: LintUnit | null;
}

/** The last characters of words that may stand right before 市财政局; after any other, 市 ends another city's name. */
const BEFORE =
  /[由和与及或向对经请同合商是据到在从按将为被让使并的如等以自把给靠年月日号起后前时中下上间内了即含像找跟随凭于至报送交派邀约令责促导助调动托持励求征询访见问过有我本接织排荐总系头领筹照呈获受归属需要应可能会都也均还又再已拟正该其此携局委办部厅]$/;
const CITIES_ENDING_SO = /(?:大同|[汉阆晋巴台]中|古交)$/;

/** A character that begins no unit's name after 市: 市场, 市民, 市级, 市直, 市区, 市内, 市委 (alone) and the like. */
const NO_UNIT =
  /^市(?:[场级直属区县镇乡内值价里辖长两域各相主]|民(?![政族防])|外(?!事|办)|有(?!资)|委(?!.{2,8}[部办])|政府|人民|人大|政协|纪|监委|政法|编)/;
/** Words that show the run of characters to be a clause, not a name. */
const CLAUSE =
  /[的与了是在对等由向把将让从到并或被给拨及第届]|部门|领导|政府|会同|联合|安排|牵头|负责|指导|协调|推动|支持|配合|要求|督促|通过|统一(?!战)|有关|相关/;
/** Led from above the city, so no place lists them as its own. */
const FROM_ABOVE = /(?:气象|烟草专卖|烟草|邮政管理|海事|税务|地震|供电|盐务|水文|铁路|国家安全|分)局$/;
const AFTER: Readonly<Record<string, RegExp>> = {
  局: /^(?:$|[^部限势面域])/,
  委: /^(?:$|(?!员(?!会))[^托派任屈])/,
  会: /^/,
  办: /^(?:$|公室|[^理公法事学好结成案展赛税证班园校医会得复函件])/,
  部: /^(?:$|[^门分署长队委属件位级落])/,
};
const SHAPE = /市\p{Script=Han}{1,12}?(?:委员会|[局委办部])/uy;

/** The text with what stands in 《》 blotted out: a unit in a document's title has no part in the matter. */
export const withoutTitles = (text: string): string =>
  text.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》/g, (title) => '□'.repeat(title.length));

const looksLikeUnit = (name: string, after: string): boolean =>
  !NO_UNIT.test(name) &&
  !CLAUSE.test(name.slice(1)) &&
  !FROM_ABOVE.test(name) &&
  AFTER[name.at(-1)!]!.test(after) &&
  (!name.endsWith('部') || name.startsWith('市委'));

/** The unknown name that begins at `at`, or null: the shortest run of characters that ends like a unit's name. */
function unknownAt(text: string, at: number): string | null {
  SHAPE.lastIndex = at;
  const name = SHAPE.exec(text)?.[0];
  if (name === undefined) return null;
  const end = at + name.length;
  const whole = name.endsWith('办') && text.startsWith('公室', end) ? `${name}公室` : name;
  return looksLikeUnit(name, text.slice(end, end + 2)) ? whole : null;
}

/** Where 中山市… begins, for the 市 at `at`; and whether the 市 is this city's at all. */
function standing(text: string, at: number, city: string): { start: number; own: boolean; bound: boolean } {
  if (city !== '' && text.startsWith(city, at - city.length) && at >= city.length)
    return { start: at - city.length, own: true, bound: true };
  const before = text.slice(Math.max(0, at - 2), at);
  const bound = !/\p{Script=Han}$/u.test(before) || (BEFORE.test(before) && !CITIES_ENDING_SO.test(before));
  return { start: at, own: /[我本]$/.test(before), bound };
}

function mentionsIn(piece: Piece, place: LintPlace): UnitMention[] {
  const index = unitIndex(place);
  const names = index.names.filter((name) => name.startsWith('市'));
  const text = withoutTitles(piece.text);
  const city = place.name.replace(/[市县区]$/, '');
  const found: UnitMention[] = [];
  for (let at = text.indexOf('市'); at >= 0;) {
    const { start, own, bound } = standing(text, at, city);
    const from = at;
    const name = bound ? names.find((known) => text.startsWith(known, from)) : undefined;
    const unknown = name === undefined && bound && !(own && start === at) ? unknownAt(text, at) : null;
    const words = name ?? unknown;
    if (words !== null && words !== undefined)
      found.push({ spot: spotAt(piece, start, at + words.length), name: words, unit: index.find(words) });
    at = text.indexOf('市', at + (words?.length ?? 1));
  }
  return found;
}

/** The city's units named in these pieces, in order; nothing where the place lists none. */
export const unitMentions = (pieces: readonly Piece[], place: LintPlace): UnitMention[] =>
  place.units.length === 0 ? [] : pieces.flatMap((piece) => mentionsIn(piece, place));

/** The city's units named in running text, the former ones ("原市…局") left out. */
export const withoutFormer = (mentions: readonly UnitMention[]): UnitMention[] =>
  mentions.filter(({ spot }) => spot.piece.text[spot.place.start - 1] !== '原');
