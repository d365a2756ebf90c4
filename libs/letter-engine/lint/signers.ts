import type { LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { dateLine, linesOf } from './source-lines';

/** An office inside a unit: …局办公室, …局综合科, …委员会提案科. */
export const INNER_OFFICE =
  /(?:局|委员会|(?<![市县区省])委|管委会|办公室|厅)(?:办公室|[\p{Script=Han}]{1,10}(?:科|处|股|室|组))$/u;

const UNIT_LINE = /^\p{Script=Han}{2,40}$/u;

/** The line that signs although the import did not take it for one: an office's name above the date, the issuer's below it. */
function signingLine(model: LetterModel, source: string): string | null {
  const lines = linesOf(source).map(squeeze);
  const date = dateLine(source);
  const above = date === null ? undefined : lines[lines.lastIndexOf(squeeze(date)) - 1];
  if (above !== undefined && UNIT_LINE.test(above) && INNER_OFFICE.test(above)) return above;
  const addressee = lines.findIndex((line) => line.replace(/[:：]$/, '') === model.addressees.join('、'));
  const last = lines.findLastIndex((line) => line === model.issuer);
  return addressee >= 0 && last > addressee ? model.issuer : null;
}

/** Who signs: the model's signature, else what the stored text has in its place. */
export function signers(model: LetterModel, source: string | null): readonly string[] {
  if (model.signature.length > 0 || source === null) return model.signature;
  const line = signingLine(model, source);
  return line === null ? [] : [line];
}
