import type { LetterCheck, LintedLetter, Slip } from '../check';
import type { LintContext, LintUnit } from '../context';
import type { LetterModel } from '../../model/model';
import { isReply } from '../context';
import { nowhere, RUNNING } from '../letter-words';
import { grouped } from '../grouped';
import { headedSections, headingSpot, resemblance } from '../sections';
import { isOfPlace, sameUnit, unitIndex } from '../unit-index';
import { unitMentions } from '../units';

/** With the case, who was asked is known; with a bare letter it is who the opening and the foot name. */
const heard = (model: LetterModel, context: LintContext): readonly string[] => [
  ...(model.issuer === null ? [] : model.issuer.split('、')),
  ...model.signature,
  ...context.place.fixedCopyTo,
  ...(context.case?.asked ?? [...model.coHandlers, ...model.copyTo]),
];

/** Units whose work the letter tells of, each at its first place. */
function namedUnits({ pieces }: LintedLetter, { place }: LintContext): ReadonlyMap<LintUnit, Slip> {
  const running = pieces.filter(({ kind }) => RUNNING.has(kind));
  const named = grouped(
    unitMentions(running, place).filter(({ unit }) => unit !== null),
    ({ unit }) => unit!,
  );
  return new Map(
    [...named].map(([unit, [first, ...rest]]) => [
      unit,
      {
        message: `正文写到${first!.name}的工作，但没有请它会办，抄送里也没有它。`,
        excerpt: first!.spot.text,
        place: first!.spot.place,
        alsoAt: rest.map(({ spot }) => spot.place),
        fix: `征求${first!.name}的意见并列入抄送，或者改写这一处。`,
      },
    ]),
  );
}

/** Units that by the documents in force answer for a suggestion, at the heading that takes it up. */
function responsibleUnits(
  letter: LintedLetter,
  { place, case: facts }: LintContext,
): ReadonlyMap<LintUnit, Slip> {
  const found = new Map<LintUnit, Slip>();
  for (const { suggestion, unit: name, reason } of facts?.responsible ?? []) {
    const unit = unitIndex(place).find(name);
    if (!unit || found.has(unit)) continue;
    const section = headedSections(letter).find(
      (each) => resemblance(each.section.suggestion ?? each.section.heading ?? '', suggestion) === 1,
    );
    found.set(unit, {
      message: `建议“${suggestion}”按职责属于${unit.shortName}，但没有请它会办。依据：${reason}。`,
      excerpt: suggestion,
      place: section ? headingSpot(section).place : nowhere,
      fix: `核对职责；属实的，请${unit.shortName}会办并列入抄送。`,
    });
  }
  return found;
}

/** Units whose work the letter tells of, or that answer for what it is asked, though nobody asked them. */
export const unitNotAsked: LetterCheck = {
  id: 'unit-not-asked',
  name: '提到的单位没有会办',
  rule: '答复涉及其他单位职责的，应当征求其意见并抄送',
  severity: 'yellow',
  find(letter, context) {
    const { place } = context;
    if (!isReply(letter.model.kind) || !isOfPlace(letter.model, place)) return [];
    const known = heard(letter.model, context);
    // A unit that is named and responsible is told once: where it is named.
    const all = new Map([...responsibleUnits(letter, context), ...namedUnits(letter, context)]);
    return [...all]
      .filter(([unit]) => !known.some((name) => sameUnit(name, unit.name, place)))
      .map(([, slip]) => slip);
  },
};
