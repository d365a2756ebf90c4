import type { LetterModel } from '../../model/model';
import { type Addressed, addressed } from '../addressed';
import type { LetterCheck, Slip } from '../check';
import { isReply } from '../context';
import { grouped } from '../grouped';
import { RUNNING, type Spot } from '../letter-words';
import { ownWords } from '../masks';
import { matchesThrough, once } from '../spots';

/** 宝贵, 贵州 and the like are no pronouns; 你追我赶 neither. */
const PRONOUN =
  /您们|您|你们|(?<![宝珍昂富名高可尊华显])贵(?:委员会|委|会|社|党|局|院|校|公司|单位|处|联|支部|盟|厅|部)(?!阳|州|议|展)|你(?:委|会|局|社|单位)|你(?![们委会局社追争我死方协单]|中有|校|院)/g;
/** Pronouns of one sort: 贵委 and 贵会 differ, 你委 and 你会 too. */
const sortOf = (spot: Spot): string => spot.text;

const FITS: Readonly<Record<Addressed, RegExp>> = {
  member: /^您$/,
  members: /^你们$/,
  organisation: /^(?:你们|贵.+|你.+)$/,
};
const FITTING: Readonly<Record<Addressed, string>> = { member: '您', members: '你们', organisation: '你们' };

/** The pronoun the letter should keep to: the fitting one used most, the earlier of two as frequent. */
function kept(groups: ReadonlyMap<string, readonly Spot[]>, fits: RegExp): string | null {
  let best: string | null = null;
  for (const [word, spots] of groups)
    if (fits.test(word) && (best === null || spots.length > groups.get(best)!.length)) best = word;
  return best;
}

function complaint(
  word: string,
  spots: readonly Spot[],
  right: string,
  model: LetterModel,
  usual: Spot | undefined,
): Slip[] {
  return once(spots, ({ text }) => ({
    message:
      usual === undefined
        ? `主送是“${model.addressees.join('、')}”，正文却称“${word}”。`
        : `称呼不一致：有的地方称“${word}”，有的地方称“${right}”。`,
    excerpt: usual === undefined ? text : `${text} … ${right}`,
    fix: `全文统一称“${right}”。`,
    replacement: right,
  })).map((slip) => (usual ? { ...slip, alsoAt: [...(slip.alsoAt ?? []), usual.place] } : slip));
}

/** One pronoun for the addressee all through, and the one that fits. */
export const pronounMixed: LetterCheck = {
  id: 'pronoun-mixed',
  name: '称呼代词前后不一致',
  rule: '对个人称“您”，对多人称“你们”，对单位称“你们”或者“贵委”“贵会”，全文一致',
  severity: 'yellow',
  find({ model, pieces }): Slip[] {
    if (!isReply(model.kind)) return [];
    const running = pieces.filter(({ kind }) => RUNNING.has(kind));
    const groups = grouped(matchesThrough(running, PRONOUN, ownWords), sortOf);
    const to = addressed(model);
    const right = kept(groups, to === null ? /^(?!您们$)/ : FITS[to]) ?? (to === null ? null : FITTING[to]);
    if (right === null) return [];
    return [...groups].flatMap(([word, spots]) =>
      word === right ? [] : complaint(word, spots, right, model, groups.get(right)?.[0]),
    );
  },
};
