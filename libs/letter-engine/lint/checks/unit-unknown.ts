import type { LetterCheck, Slip } from '../check';
import type { LintPlace } from '../context';
import { type Piece, type PieceKind, RUNNING } from '../letter-words';
import { grouped } from '../grouped';
import { isOfPlace, unitIndex } from '../unit-index';
import { unitMentions, type UnitMention, withoutFormer } from '../units';

const READ: ReadonlySet<PieceKind> = new Set([
  ...RUNNING,
  'issuer',
  'title',
  'addressee',
  'signature',
  'copyTo',
]);
/** From here on two names are so alike that one is taken for a slip of the other. */
const ALIKE = 0.6;
const SURE = 0.75;

/** An office for a task (河长办) comes and goes without standing in a list; only a name like a listed one is a slip. */
const mayBeListedNowhere = (name: string): boolean => /(?:办|办公室|部)$/.test(name);

function slip(mentions: readonly UnitMention[], pieces: readonly Piece[], place: LintPlace): Slip | null {
  const [first, ...rest] = mentions;
  const { name, spot } = first!;
  const nearest = unitIndex(place).nearest(name);
  const alike = nearest !== null && nearest.likeness >= ALIKE ? nearest : null;
  if (alike === null && mayBeListedNowhere(name)) return null;
  // The name the letter itself gives that unit elsewhere, else its usual short one.
  const right =
    alike &&
    (unitMentions(
      pieces.filter(({ kind }) => RUNNING.has(kind)),
      place,
    ).find(({ unit }) => unit === alike.unit)?.name ??
      alike.unit.shortName);
  const printed = right && (spot.text === name ? right : alike.unit.name);
  return {
    message: `${place.name}没有叫“${spot.text}”的单位。`,
    excerpt: spot.text,
    place: spot.place,
    alsoAt: rest.map((other) => other.spot.place),
    fix: printed
      ? `核对单位名称，是否应为“${printed}”。`
      : '核对单位名称；确有这个单位的，请管理员补进单位名录。',
    ...(printed && alike.likeness >= SURE ? { replacement: printed } : {}),
  };
}

/** Names that look like a unit of the city and are none: slips of writing, units renamed or made up. */
export const unitUnknown: LetterCheck = {
  id: 'unit-unknown',
  name: '单位名称不存在',
  rule: '公文里的机关应使用全称或者规范化简称（《党政机关公文处理工作条例》）',
  severity: 'red',
  find({ model, pieces }, { place }) {
    if (!isOfPlace(model, place)) return [];
    const read = pieces.filter(({ kind }) => READ.has(kind));
    const unknown = grouped(
      withoutFormer(unitMentions(read, place)).filter(({ unit }) => unit === null),
      ({ name }) => name,
    );
    return [...unknown.values()].flatMap((mentions) => slip(mentions, pieces, place) ?? []);
  },
};
