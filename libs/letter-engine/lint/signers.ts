import type { LetterModel } from '../model/model';
import { dateLine, linesOf } from './source-lines';

/** An office inside a unit: …局办公室, …局综合科, …委员会提案科. */
export const INNER_OFFICE =
  /(?:局|委员会|(?<![市县区省])委|管委会|办公室|厅)(?:办公室|[\p{Script=Han}]{1,10}(?:科|处|股|室|组))$/u;

const UNIT_LINE = /^\p{Script=Han}{2,40}$/u;

/** Who signs: the model's, else the line above the date, which the import may not know for a unit (…局综合科). */
export function signers(model: LetterModel, source: string | null): readonly string[] {
  if (model.signature.length > 0 || source === null) return model.signature;
  const lines = linesOf(source);
  const date = dateLine(source);
  const above = date === null ? undefined : lines[lines.lastIndexOf(date) - 1]?.replace(/\s+/g, '');
  return above !== undefined && UNIT_LINE.test(above) && INNER_OFFICE.test(above) ? [above] : [];
}
