import { FuhanError } from '@fuhan/kernel';
import { emptyLetter, type LetterModel } from '../model/model';
import { unprintable } from '../text/characters';
import { readBody } from './body';
import { findAddressee, readHead, splitAddressees } from './head';
import { sourceLines } from './lines';
import { readOpening } from './opening';
import { findTail, readTail } from './tail';

/** A letter that goes from one unit to another about a proposal is a co-handler's opinion. */
const OPINION = /(?:会办|协办)(?:工作)?的?(?:意见|件)|会办意见/;

function issuerFromTitle(title: string | null): string | null {
  return (
    /^([\p{Script=Han}（）()]{4,40}?(?:局|委|委员会|办公室|厅|院|中心|政府|公司|会))(?:关于|对|办理)/u.exec(
      title ?? '',
    )?.[1] ?? null
  );
}

/**
 * A stored text of a letter → the model. Page breaks are mended, furniture of web pages is dropped, blanks beside Chinese
 * characters are closed up; everything else comes back in the model, in `unparsed` at the worst. `file` names the
 * source in errors (`letter.empty`, `letter.control-character`).
 */
export function importLetter(text: string, file = '文本'): LetterModel {
  const control = unprintable(text.replace(/[\f\u202a-\u202e\u2066-\u2069\u0085]/g, ''));
  if (control !== null) throw new FuhanError('letter.control-character', { place: file, code: control });
  const lines = sourceLines(text);
  if (lines.length === 0) throw new FuhanError('letter.empty', { file });
  const model = emptyLetter();
  const at = findAddressee(lines);
  const head = at >= 0 ? lines.slice(0, at) : [];
  readHead(model, head);
  if (at >= 0) {
    const { honorific, addressees } = splitAddressees(lines[at]!.text);
    model.addressees = addressees;
    if (honorific !== null) model.print = { honorific };
  }
  const rest = lines.slice(at + 1);
  const tail = findTail(model, rest);
  readBody(model, rest.slice(0, tail));
  readTail(model, rest.slice(tail));
  readOpening(model);
  model.issuer ??= issuerFromTitle(model.title) ?? model.signature[0] ?? null;
  if (OPINION.test(model.title ?? '')) model.kind = 'opinion';
  return model;
}
