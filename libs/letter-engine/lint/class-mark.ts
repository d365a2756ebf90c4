import type { LetterModel } from '../model/model';
import type { Place } from './finding';
import { linesOf } from './source-lines';

/** The class is data of the letter, wherever it is printed. */
export const classPlace: Place = { path: 'class', start: 0, end: 1, label: '办理结果' };

const MARK =
  /^[（(【[]?\s*(?:办理(?:结果|类别)?|结果)?(?:类\s*别|类型)?\s*[:：]?\s*([A-Za-zＡ-Ｚａ-ｚ甲乙丙丁])\s*类(?:件)?\s*[）)】\]]?$/;
const LABELLED =
  /^[（(]?(?:办理(?:结果)?)?(?:类\s*别|类型|办理结果)\s*[:：]\s*([A-Za-zＡ-Ｚａ-ｚ甲乙丙丁])\s*[）)]?$/;

/** A line of marks is no longer. */
const SHARED = 60;

/** The class the letter carries: the model's, else a mark of the stored text the import does not take for one (E类, 甲类). */
export function classMark(model: LetterModel, source: string | null): string | null {
  if (model.class !== null) return model.class;
  for (const line of linesOf(source ?? '').slice(0, 12)) {
    // The mark may share its line with the number.
    const words = line.length < SHARED ? [line, ...line.split(/\s+/)] : [line];
    for (const word of words) {
      const letter = (MARK.exec(word) ?? LABELLED.exec(word))?.[1];
      if (letter !== undefined) return letter.normalize('NFKC');
    }
  }
  return null;
}
