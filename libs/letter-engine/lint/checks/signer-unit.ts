import type { LetterCheck, Slip } from '../check';
import type { LintContext } from '../context';
import type { LetterModel } from '../../model/model';
import { nowhere, type Piece, wholeOf } from '../letter-words';
import { INNER_OFFICE, signers } from '../signers';
import { sameUnit, unitIndex } from '../unit-index';

/** What is wrong with a signer, or null. */
function fault(signer: string, model: LetterModel, { place, case: facts }: LintContext): string | null {
  if (INNER_OFFICE.test(signer) && unitIndex(place).find(signer) === null) return '是内设机构，不能对外署名';
  const issuers = (model.issuer ?? '').split('、').filter(Boolean);
  const among = (names: readonly string[]): boolean => names.some((name) => sameUnit(name, signer, place));
  if (issuers.length > 0 && !among([...issuers, ...(issuers.length > 1 ? [model.issuer!] : [])]))
    return `与发文机关“${issuers.join('、')}”不一致`;
  if (facts && facts.asked.length > 0 && unitIndex(place).find(signer) !== null && !among(facts.asked))
    return '不是这件提案的承办单位';
  return null;
}

function slip(signer: string, what: string, issuer: string | null, piece: Piece | undefined): Slip {
  return {
    message: `署名“${signer}”${what}。`,
    excerpt: issuer !== null && what.startsWith('与') ? `${signer} … ${issuer}` : signer,
    place: piece ? wholeOf(piece).place : nowhere,
    alsoAt:
      issuer !== null && what.startsWith('与')
        ? [{ path: 'issuer', start: 0, end: issuer.length, label: '发文机关' }]
        : [],
    fix: '署名用承办单位的全称，与发文机关一致。',
    ...(issuer !== null && !INNER_OFFICE.test(issuer) ? { replacement: issuer } : {}),
  };
}

/** The letter is signed by the unit that issues it, not by an office inside. */
export const signerUnit: LetterCheck = {
  id: 'signer-unit',
  name: '署名单位有误',
  rule: '署名是发文机关的全称或者规范化简称（GB/T 9704—2012，7.3.5.1）',
  severity: 'red',
  find({ model, pieces }, context) {
    // In a joint issue the first unit may print the head alone.
    const all = signers(model, context.source);
    const found = all.flatMap((signer) => {
      const what = fault(signer, model, context);
      return what === null ? [] : [{ signer, what }];
    });
    const joint = all.length > 1 && found.length < all.length;
    return found
      .filter(({ what }) => !(joint && what.startsWith('与')))
      .map(({ signer, what }) =>
        slip(
          signer,
          what,
          model.issuer,
          pieces.find(({ kind, text }) => kind === 'signature' && text === signer),
        ),
      );
  },
};
