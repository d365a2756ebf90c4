import { closeUp } from '../text/characters';
import { signers } from './foot';
import { classLetter, labelledLine } from './labels';
import type { SourceLine } from './lines';
import {
  CLASS_ALONE,
  CLASS_IN_BRACKETS,
  DOCUMENT_NUMBER,
  DOCUMENT_NUMBER_LINE,
  PUBLICATION,
} from './patterns';
import type { Reading } from './reading';
import { findTitle, repeatsTitle, withUnitAbove } from './title';

/** Ａ → A */
const latin = (letter: string): string => letter.normalize('NFKC');

const bareClass = (word: string): string | null => {
  const found = CLASS_IN_BRACKETS.exec(word) ?? CLASS_ALONE.exec(word);
  return found ? latin(found[1]!) : null;
};

/** A number is printed without blanks; what follows 号 is none of it. */
const numberOf = (text: string): RegExpExecArray | null =>
  text.length > 80 || /关于|答复|的函/.test(text)
    ? null
    : (DOCUMENT_NUMBER.exec(text.replace(/^(?:发文字号|文\s*号|编\s*号|字\s*号)\s*[:：]/, '')) ??
      DOCUMENT_NUMBER_LINE.exec(text));
const MARK_WORDS = 24;
const TITLE_LIMIT = 120;

function takeNumber(reading: Reading, line: SourceLine, text: string): string {
  const number = numberOf(text);
  if (number === null || text.length > number[0].length + MARK_WORDS) return text;
  if (reading.model.documentNumber !== null) return text;
  reading.model.documentNumber = number[0].replace(/\s+/g, '');
  reading.note('documentNumber', line, 'shape');
  return text
    .replace(/^(?:发文字号|文\s*号|编\s*号|字\s*号)\s*[:：]/, '')
    .replace(number[0], ' ')
    .trim();
}

/** A bare class letter or publication mark; whether the word was one. */
function takeBareMark(reading: Reading, line: SourceLine, word: string): boolean {
  const letter = bareClass(word);
  if (letter !== null) {
    reading.model.class ??= letter;
    reading.note('class', line, 'shape');
    return true;
  }
  const publication = PUBLICATION.exec(word)?.[1];
  if (publication !== undefined) {
    reading.model.publication ??= publication;
    reading.note('publication', line, 'shape');
    return true;
  }
  const urgency = /^(?:特急|加急|平急|特提)$/.exec(word)?.[0];
  const secrecy = /^(?:绝密|机密|秘密)(?:★.{0,8})?$/.exec(word)?.[0];
  if (urgency === undefined && secrecy === undefined) return false;
  reading.model.print = {
    ...reading.model.print,
    ...(urgency ? { urgency } : {}),
    ...(secrecy ? { secrecy } : {}),
  };
  return true;
}

/** Fills a field that is still empty. True where it holds other words already: these are kept as not understood. */
function fill(
  reading: Reading,
  line: SourceLine,
  field: 'class' | 'publication' | 'signedBy',
  words: string,
): boolean {
  const { model } = reading;
  model[field] ??= words;
  reading.note(field, line, 'labelled');
  return model[field] !== words;
}

/** Class, publication mark and signer where a label names them; whatever else the line says is kept. */
function takeLabelled(reading: Reading, line: SourceLine): boolean {
  const pieces = labelledLine(line.raw);
  if (pieces === null) return false;
  for (const { kind, value, printed } of pieces) {
    const words = value.replace(/\s+/g, '').replace(/[。.）)】\]]+$/, '');
    const letter = classLetter(value);
    if (kind === 'class' && letter !== null) {
      if (fill(reading, line, 'class', letter)) reading.keep(line, printed);
    } else if (kind === 'publication' && words !== '') {
      if (fill(reading, line, 'publication', words)) reading.keep(line, printed);
    } else if (kind === 'signedBy' && words !== '') {
      takeSigner(reading, line, value);
    } else if (kind === 'proposalNumber' || kind === 'proposalTitle') takeFact(reading, line, kind, value);
    else if (value !== '') reading.keep(line, printed);
  }
  return true;
}

/** A page's form names number and title of the proposal, sometimes the letter's own number under the same word. */
function takeFact(
  reading: Reading,
  line: SourceLine,
  kind: 'proposalNumber' | 'proposalTitle',
  value: string,
): void {
  const { proposal } = reading.model;
  if (kind === 'proposalTitle') {
    const title = closeUp(value).replace(/^[《“"]|[》”"]$/g, '');
    proposal.title ??= title;
    reading.note('proposal.title', line, 'labelled');
    if (proposal.title !== title) reading.keep(line, title);
    return;
  }
  const rest = takeNumber(reading, line, value);
  const number = /\d{1,12}(?:-\d{1,6}){0,3}/.exec(rest)?.[0];
  if (number !== undefined) {
    proposal.number ??= number;
    reading.note('proposal.number', line, 'labelled');
  } else if (rest !== '') reading.keep(line, rest);
}

/** "签发人：马某某   某交函〔2023〕34号": the name ends where wide blanks or a mark begin. */
function takeSigner(reading: Reading, line: SourceLine, value: string): void {
  const rest = takeNumber(reading, line, value);
  const wide = rest.split(/\s{3,}|[，,；;]/);
  const names = wide[0]!.split(/\s+/).filter(Boolean);
  // "谢 高" is one name with a blank in it; "张三 李四" are two.
  const name =
    names.every((word) => word.length <= 2) && names.join('').length <= 4 ? names.join('') : names.join('、');
  if (fill(reading, line, 'signedBy', name)) reading.keep(line, name);
  for (const word of wide
    .slice(1)
    .map((w) => w.trim())
    .filter(Boolean))
    if (!takeBareMark(reading, line, word)) reading.keep(line, word);
}

/** "关于…的答复（A类）", "【B】关于…的答复": a class mark at either end of a title. */
function withoutClass(reading: Reading, line: SourceLine): SourceLine {
  if (line.raw.length > TITLE_LIMIT) return line;
  const found =
    /^(?<mark>[（(【[]\s*[A-DＡ-Ｄ]\s*类?\s*[）)】\]])\s*(?<rest>.{6,})$/.exec(line.raw) ??
    /^(?<rest>.{6,}?)\s*(?<mark>[（(【[]\s*[A-DＡ-Ｄ]\s*类\s*[）)】\]])$/.exec(line.raw);
  const { mark, rest } = found?.groups ?? {};
  if (mark === undefined || rest === undefined || !takeBareMark(reading, line, mark.replace(/\s+/g, '')))
    return line;
  return { ...line, raw: rest, text: closeUp(rest) };
}

/** Takes class, publication mark, signer and number off a line; what is left is returned. */
export function takeMarks(reading: Reading, printed: SourceLine): string {
  const line = withoutClass(reading, printed);
  if (takeLabelled(reading, line)) return '';
  const wide = line.raw.replace(/\s{2,}/g, '  ');
  let rest = takeNumber(reading, line, wide);
  if (rest === '') return '';
  if (takeBareMark(reading, line, rest.replace(/\s+/g, ''))) return '';
  if (rest !== wide && takeLabelled(reading, { ...line, raw: rest })) return '';
  const unchanged = rest === wide;
  if (rest.length > MARK_WORDS * 2) return unchanged ? line.text : closeUp(rest);
  // Blanks part the marks of one line ("予以公开      C").
  const words = rest.split(/\s+/);
  const left = words.filter((word) => !takeBareMark(reading, line, word));
  if (left.length === words.length) return unchanged ? line.text : closeUp(rest);
  rest = left.join(' ');
  return takeLabelled(reading, { ...line, raw: rest }) ? '' : closeUp(rest);
}

/** "某县教育局文件", "某县教育局（函）" → the unit. */
function redHead(line: SourceLine): string[] | null {
  const bare = line.raw.replace(/\s*(?:文\s*件|[（(]\s*函\s*[）)])$/, '');
  const names = signers({ ...line, raw: bare, text: closeUp(bare) }, null);
  return names === null || /关于/.test(bare) ? null : names;
}

/** Reads the lines before the addressee: red head, number, class, marks, title. */
export function readHead(reading: Reading, lines: readonly SourceLine[]): void {
  const { model } = reading;
  const rest: SourceLine[] = [];
  // A red head stands above number and marks: what is a unit's name and directly above "关于…" is the title's.
  const heads = new Set<SourceLine>();
  let lastLeft: SourceLine | null = null;
  for (const line of lines) {
    const left = takeMarks(reading, line);
    if (left === '') {
      if (lastLeft && redHead(lastLeft) !== null) heads.add(lastLeft);
      continue;
    }
    lastLeft = left === line.text ? line : { ...line, text: left, raw: left };
    rest.push(lastLeft);
  }
  const plain = findTitle(rest);
  const title = plain && withUnitAbove(rest, plain, (line) => heads.has(line) || /文件$/.test(line.text));
  if (title) {
    model.title = title.text;
    reading.note('title', rest[title.start]!, 'shape');
  }
  const issuers: string[] = [];
  rest.forEach((line, i) => {
    if (title && i >= title.start && i < title.end) return;
    const names = redHead(line);
    if (names !== null && (issuers.length === 0 || rest[i - 1]?.text === issuers.at(-1))) {
      issuers.push(...names);
      reading.note('issuer', line, 'shape');
    } else if (!(title && repeatsTitle(line.text, title.text))) reading.keep(line);
  });
  if (issuers.length > 0) model.issuer = [...new Set(issuers)].join('、');
}
