import type { LetterCheck, Slip } from '../check';
import { matches, spotAt } from '../letter-words';
import { grouped } from '../grouped';
import { isOfPlace } from '../unit-index';

const NUMBER = /[（(]?\+?\d(?:[\d\-—－–()（） ]{0,3}\d)*/g;
/** Ten digits that are no telephone of a place: 400 and 800 numbers. */
const FREE = /^[48]00\d{7}$/;
const MOBILE = /^(?:\+?86)?1\d{10}$/;
const POSTCODE_BEFORE = /邮(?:政)?编(?:码)?[:：]?\s*$/;
/** Digits of an address or a room. */
const ADDRESS_AFTER = /^(?:号|室|栋|楼|层|房|单元|弄)/;

/** A landline printed without its area code, or with one that lost its 0: the local digits; else null. */
export function withoutAreaCode(printed: string): string | null {
  const parts = printed.split(/[^\d]+/).filter(Boolean);
  const digits = parts.join('');
  // From abroad the code goes without its 0.
  if (printed.startsWith('+') || digits.startsWith('0') || MOBILE.test(digits) || FREE.test(digits))
    return null;
  const [first = '', second = ''] = parts;
  if (first.length === 7 || first.length === 8) return first;
  // "8832-0884" is one number written in two; "760-88320884" lost the 0 of its code.
  if (first.length >= 3 && first.length <= 4 && second.length === 4) return first + second;
  if ((first.length === 2 || first.length === 3) && (second.length === 7 || second.length === 8))
    return second;
  return null;
}

/** A landline in the annotation carries its area code. */
export const areaCode: LetterCheck = {
  id: 'area-code',
  name: '固定电话缺区号',
  rule: '联系电话应当能从外地拨通，固定电话写区号',
  severity: 'yellow',
  find({ model, pieces }, { place }): Slip[] {
    const annotation = pieces.filter(({ kind }) => kind === 'annotation');
    const bare = matches(annotation, NUMBER).flatMap(({ text, place: at, piece }) => {
      const before = piece.text.slice(0, at.start);
      const after = piece.text.slice(at.end);
      const local = POSTCODE_BEFORE.test(before) || ADDRESS_AFTER.test(after) ? null : withoutAreaCode(text);
      return local === null ? [] : [{ local, spot: spotAt(piece, at.start, at.end) }];
    });
    const code = model.issuer !== null && isOfPlace(model, place) ? place.areaCode : null;
    return [...grouped(bare, ({ local }) => local).values()].map(([first, ...rest]) => ({
      message: `电话${first!.spot.text}没有写区号。`,
      excerpt: first!.spot.text,
      place: first!.spot.place,
      alsoAt: rest.map(({ spot }) => spot.place),
      fix: code === null ? '在号码前写上区号。' : `写作${code}-${first!.local}。`,
      ...(code === null ? {} : { replacement: `${code}-${first!.local}` }),
    }));
  },
};
