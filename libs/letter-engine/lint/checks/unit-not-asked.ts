import type { LetterCheck } from '../check';
import type { LintContext } from '../context';
import type { LetterModel } from '../../model/model';
import { isReply } from '../context';
import { RUNNING } from '../letter-words';
import { grouped } from '../grouped';
import { isOfPlace, sameUnit } from '../unit-index';
import { unitMentions } from '../units';

/** With the case, who was asked is known; with a bare letter it is who the opening and the foot name. */
const heard = (model: LetterModel, context: LintContext): readonly string[] => [
  ...(model.issuer === null ? [] : model.issuer.split('、')),
  ...model.signature,
  ...context.place.fixedCopyTo,
  ...(context.case?.asked ?? [...model.coHandlers, ...model.copyTo]),
];

/** Units whose work the letter tells of, though nobody asked them. */
export const unitNotAsked: LetterCheck = {
  id: 'unit-not-asked',
  name: '提到的单位没有会办',
  rule: '答复涉及其他单位职责的，应当征求其意见并抄送',
  severity: 'yellow',
  find({ model, pieces }, context) {
    const { place } = context;
    if (!isReply(model.kind) || !isOfPlace(model, place)) return [];
    const known = heard(model, context);
    const running = pieces.filter(({ kind }) => RUNNING.has(kind));
    const named = grouped(
      unitMentions(running, place).filter(({ unit }) => unit !== null),
      ({ unit }) => unit!,
    );
    return [...named]
      .filter(([unit]) => !known.some((name) => sameUnit(name, unit.name, place)))
      .map(([, [first, ...rest]]) => ({
        message: `正文写到${first!.name}的工作，但没有请它会办，抄送里也没有它。`,
        excerpt: first!.spot.text,
        place: first!.spot.place,
        alsoAt: rest.map(({ spot }) => spot.place),
        fix: `征求${first!.name}的意见并列入抄送，或者改写这一处。`,
      }));
  },
};
