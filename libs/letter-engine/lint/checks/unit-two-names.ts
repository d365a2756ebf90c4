import type { LetterCheck, Slip } from '../check';
import { RUNNING } from '../letter-words';
import { grouped } from '../grouped';
import { isOfPlace } from '../unit-index';
import { unitMentions, type UnitMention } from '../units';

/** "中山市科学技术局（以下简称市科技局）" brings in the second name on purpose. */
const introduced = ({ spot, name }: UnitMention): boolean => {
  const { text } = spot.piece;
  return (
    /^[（(](?:以下)?(?:统一)?简称/.test(text.slice(spot.place.end)) ||
    new RegExp(`简称[“"‘：:为]{0,2}${name}`).test(text)
  );
};

function preferredName(names: ReadonlyMap<string, readonly UnitMention[]>, shortName: string): string {
  if (names.has(shortName)) return shortName;
  const [first] = [...names].sort(([, a], [, b]) => b.length - a.length);
  return first![0];
}

function slips(mentions: readonly UnitMention[]): Slip[] {
  const unit = mentions[0]!.unit!;
  const names = grouped(mentions, ({ name }) => name);
  if (names.size < 2) return [];
  const preferred = preferredName(names, unit.shortName);
  const kept = names.get(preferred)![0]!.spot;
  return [...names]
    .filter(([name]) => name !== preferred)
    .map(([name, [first, ...rest]]) => ({
      message: `同一个单位有“${name}”“${preferred}”两种叫法。`,
      excerpt: `${first!.spot.text} … ${kept.text}`,
      place: first!.spot.place,
      alsoAt: [kept.place, ...rest.map(({ spot }) => spot.place)],
      fix: `全文统一写作“${preferred}”。`,
      replacement: preferred,
    }));
}

/** One unit under two names in the running text. What the foot of the letter calls it is a matter of its own. */
export const unitTwoNames: LetterCheck = {
  id: 'unit-two-names',
  name: '同一单位前后叫法不一',
  rule: '使用简称应当规范，同一机关在一件公文里用同一个名称',
  severity: 'yellow',
  find({ model, pieces }, { place }) {
    if (!isOfPlace(model, place)) return [];
    const mentions = unitMentions(
      pieces.filter(({ kind }) => RUNNING.has(kind)),
      place,
    ).filter((mention) => mention.unit !== null && !introduced(mention));
    return [...grouped(mentions, ({ unit }) => unit).values()].flatMap(slips);
  },
};
