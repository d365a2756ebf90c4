import { FuhanError } from '@fuhan/kernel';
import { type LetterKind, type LetterModel, letterModelSchema } from '../model/model';
import { assertPrintable } from '../text/characters';
import { chineseNumeral, MAX_NUMERAL } from '../text/numerals';
import { beginCounting } from './budget';
import type { CompleteFields, LetterFields } from './fields';
import { parseFields } from './parse-fields';
import { casePieces, type LetterWording } from './pieces';
import { readLetter } from './read-letter';
import { markTyped, readTagged } from './tagged-text';
import { compilePieces, renderLetter, templateError } from './template';
import { type Words, wordsFor } from './words';

/**
 * Plain data without prototypes: a template can read what is there and nothing else. Handlebars puts the object into its
 * message about a missing field, so it must still turn into a word.
 */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value === 'string') return markTyped(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string | symbol, unknown>;
  for (const [key, item] of Object.entries(value)) copy[key] = bare(item);
  Object.defineProperty(copy, Symbol.toPrimitive, { value: () => 'fields' });
  return copy;
}

/** An assembly's session is named by its words and numbers: 市, 八届人大五次会议. */
function sessionOf({ session }: CompleteFields, { assembly, region }: Words): CompleteFields['session'] {
  const { term, meeting } = session;
  const countable = [term, meeting].every((n) => n > 0 && n <= MAX_NUMERAL);
  if (assembly === '' || !countable) return session;
  const text = `${chineseNumeral(term)}届${assembly}${chineseNumeral(meeting)}次会议`;
  return { ...session, text, committee: region };
}

function tagsOf(kind: LetterKind, fields: CompleteFields, wording: LetterWording): string {
  const words = wordsFor(fields.proposal.kind, wording.words);
  const pieces = compilePieces(kind, wording);
  const root = bare({ ...fields, words, session: sessionOf(fields, words) }) as Record<string, unknown>;
  for (const name of [...casePieces, 'pronoun']) root[name] = pieces.get(name)!(root).trim();
  return renderLetter(kind, root, pieces);
}

/** A class that is known but not printed, or printed in another place or words; who signed. */
function printing(fields: CompleteFields): Pick<LetterModel, 'print'> {
  if (!('printClass' in fields)) return {};
  const { printClass, classSpot, classText, printSigners } = fields;
  const mark = printClass
    ? { ...(classSpot && { classSpot }), ...(classText && { classText }) }
    : { classMark: false };
  const print = { ...mark, ...(printSigners && { signer: true }) };
  return Object.keys(print).length > 0 ? { print } : {};
}

/**
 * Rows → the letter of the kind the fields name. `wording` replaces default pieces by name (a place's wording with the
 * letter's own spread over it). Errors: `letter.template` for a faulty piece (names it, its line and the cause),
 * `letter.fields-invalid` for a field that does not fit, `letter.control-character` for words that cannot be printed.
 * Never gives half a letter.
 */
export function composeLetter(fields: LetterFields, wording: LetterWording = {}): LetterModel {
  assertPrintable(fields, '');
  assertPrintable(wording, 'wording');
  const complete = parseFields(fields.kind ?? 'reply', fields);
  const { kind } = complete;
  beginCounting();
  let model: LetterModel;
  try {
    model = { ...readLetter(kind, readTagged(tagsOf(kind, complete, wording))), ...printing(complete) };
  } catch (error) {
    throw templateError(kind, error);
  }
  const checked = letterModelSchema.safeParse(model);
  if (checked.success) return checked.data;
  throw new FuhanError('letter.template', {
    template: kind,
    line: 1,
    detail: `“${checked.error.issues[0]?.path.join('.')}”没有成文`,
  });
}
