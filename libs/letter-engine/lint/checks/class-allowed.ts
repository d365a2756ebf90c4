import type { LetterCheck } from '../check';
import { classMark, classPlace } from '../class-mark';
import { isOfPlace } from '../unit-index';

/** The class is one the place knows. */
export const classAllowed: LetterCheck = {
  id: 'class-allowed',
  name: '办理结果类别不在规定之内',
  rule: '办理结果的分类由各地规定',
  severity: 'red',
  find({ model }, { place, source }) {
    const mark = classMark(model, source);
    if (mark === null || place.classes.length === 0 || place.classes.includes(mark)) return [];
    if (!isOfPlace(model, place)) return [];
    return [
      {
        message: `${place.name}的办理结果没有${mark}类。`,
        excerpt: `${mark}类`,
        place: classPlace,
        fix: `从${place.classes.map((letter) => `${letter}类`).join('、')}里选一类。`,
      },
    ];
  },
};
