import type { LetterModel } from '../model/model';
import type { SourceLine } from './lines';
import {
  CLASS_ALONE,
  CLASS_IN_BRACKETS,
  CLASS_LABELLED,
  DOCUMENT_NUMBER,
  PUBLICATION,
  SIGNED_BY,
  UNIT_NAME,
} from './patterns';

/** Ａ → A */
const latin = (letter: string): string => letter.normalize('NFKC');

/** A salutation: "某某委员会：", "张三委员：", or a line of members without its colon. */
function salutation(line: string): string | null {
  const colon = /^(.{2,60})[:：]$/.exec(line)?.[1];
  if (colon !== undefined && !/如下|以下|[。；，！？]/.test(colon)) return colon;
  return /^[\p{Script=Han}·、]{2,40}(?:委员|代表)$/u.test(line) && !/关于|提案|建议/.test(line) ? line : null;
}

/** Where the addressee stands among the first lines, or -1. */
export const findAddressee = (lines: readonly SourceLine[]): number =>
  lines.slice(0, 20).findIndex(({ text }) => salutation(text) !== null);

/** One string a salutation: names that share one title ("甲、乙委员") are not split. */
export function splitAddressees(line: string): { honorific: string | null; addressees: string[] } {
  const honorific = /^(?:尊敬的|敬爱的)/.exec(line)?.[0] ?? null;
  const rest = line.slice(honorific?.length ?? 0).replace(/[:：]$/, '');
  const parts = rest.split('、');
  const each = parts.every((part) => /(?:委员|代表|会|社|局|办|室|联)$/.test(part));
  return { honorific, addressees: each ? parts : [rest] };
}

const classOf = (line: string): string | null => {
  const found = CLASS_IN_BRACKETS.exec(line) ?? CLASS_LABELLED.exec(line) ?? CLASS_ALONE.exec(line);
  return found ? latin(found[1]!) : null;
};

/** Takes class, publication mark, signer and number off a line; what is left is returned. */
export function takeMarks(model: LetterModel, line: string): string {
  let rest = line;
  const signer = SIGNED_BY.exec(rest);
  if (signer) {
    model.signedBy = signer[1]!.replace(/\s+/g, '');
    return '';
  }
  const number = DOCUMENT_NUMBER.exec(rest);
  if (number && rest.length <= number[0].length + 16 && !/关于|答复|的函/.test(rest)) {
    model.documentNumber = number[0].replace(/\s+/g, '');
    rest = rest.replace(number[0], ' ').trim();
  }
  for (const word of rest.split(/\s+/).filter(Boolean)) {
    const [letter, publication] = [classOf(word), PUBLICATION.exec(word)];
    if (letter !== null) model.class = letter;
    if (publication) model.publication = publication[1]!;
    if (letter !== null || publication) rest = rest.replace(word, '').trim();
  }
  const whole = classOf(rest);
  if (whole !== null) {
    model.class = whole;
    return '';
  }
  return rest;
}

/** Parts of a title that may stand more than once (page title, then the letter's own): the last whole one counts. */
function joinTitle(parts: readonly string[]): string {
  for (let i = 1; i < parts.length; i++) {
    if (parts.slice(0, i).join('') === parts.slice(i).join('')) return parts.slice(i).join('');
  }
  return parts.join('');
}

/** Reads the lines before the addressee: red head, number, class, marks, title. */
export function readHead(model: LetterModel, lines: readonly SourceLine[]): void {
  const title: string[] = [];
  for (const { text, raw } of lines) {
    // Blanks part the marks of one line ("予以公开      C"): they are read before the blanks are closed up.
    const spaced = raw.replace(/\s{2,}/g, '  ');
    const marks = takeMarks(model, /\s{2}|〕.*\s|类\s/.test(spaced) && spaced.length < 60 ? spaced : text);
    if (marks === '') continue;
    const rest = marks === spaced ? text : marks.replace(/\s+/g, '');
    if (title.length === 0 && model.issuer === null && UNIT_NAME.test(rest) && !/关于/.test(rest))
      model.issuer = rest;
    else title.push(rest);
  }
  model.title = joinTitle(title) || null;
}
