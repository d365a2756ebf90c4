import type { LetterModel } from '../model/model';
import { parseContacts } from './contacts';
import { parseDateLine } from './dates';
import { takeMarks } from './head';
import type { SourceLine } from './lines';
import { ATTACHMENT, CONTACT_LINE, COPIES, COPY_TO, PUBLICATION_LABELLED, UNIT_NAME } from './patterns';

/** A longer line is running text, whatever it begins with. */
const TAIL_LIMIT = 400;

const isTailLine = (text: string): boolean =>
  text.length <= TAIL_LIMIT &&
  (CONTACT_LINE.test(text) ||
    PUBLICATION_LABELLED.test(text) ||
    COPY_TO.test(text) ||
    /^(?:审核人|签发人|领导签批|邮政编码|邮编|主题词)\s*[:：]/.test(text) ||
    /^[（(].*(?:联系|电话).*[:：]/.test(text));

const PHONE_ALONE = /[:：]\s*(\d[\d*\-]{6,})\s*$/;

const isSignature = (model: LetterModel, text: string): boolean =>
  text === model.issuer ||
  (UNIT_NAME.test(text) && text.length <= 40 && !/^[一二三四五六七八九十]+、/.test(text));

/** Where the letter's end begins: the first line of signature, date, contact or mark after the last running text. */
export function findTail(model: LetterModel, lines: readonly SourceLine[]): number {
  let start = lines.length;
  const belongs = ({ text }: SourceLine): boolean =>
    isTailLine(text) ||
    parseDateLine(text) !== null ||
    isSignature(model, text) ||
    COPIES.test(text) ||
    ATTACHMENT.test(text);
  for (let i = lines.length - 1; i >= 0; i--) {
    if (belongs(lines[i]!)) start = i;
    // One line that is not understood may stand among the others (a signer's name, a cut word).
    else if (!(i > 0 && lines[i]!.text.length <= 12 && belongs(lines[i - 1]!))) break;
  }
  return start;
}

const copies = (text: string): string[] =>
  text
    .replace(/[。.]$/, '')
    .split(/[、，,；;]/)
    .map((name) => name.trim())
    .filter(Boolean);

const unwrap = (text: string): string => text.replace(/^[（(]\s*/, '').replace(/\s*[）)][。.]?$/, '');

class TailReader {
  private readonly annotations: string[] = [];
  private last: 'copyTo' | 'annotation' | 'attachment' | null = null;

  constructor(private readonly model: LetterModel) {}

  read({ text, raw }: SourceLine): void {
    const before = this.last;
    this.last = null;
    const copyTo = COPY_TO.exec(text);
    const publication = PUBLICATION_LABELLED.exec(text);
    const attachment = ATTACHMENT.exec(text);
    const date = parseDateLine(text);
    if (copyTo) this.copy(copyTo[1]!);
    else if (
      before === 'copyTo' &&
      !publication &&
      (COPIES.test(text) || /[、。]$/.test(text) || UNIT_NAME.test(text))
    )
      this.copy(text);
    else if (publication) this.model.publication = publication[1]!;
    else if (attachment) this.attach(attachment[1]!);
    else if (before === 'attachment' && /^\d+[.．、]/.test(text)) this.attach(text);
    else if (date !== null && this.model.date === null) this.model.date = date;
    else if (CONTACT_LINE.test(text) || /^[（(].*(?:联系|电话)/.test(text))
      this.annotations.push(unwrap(raw.replace(/\n/g, '')));
    else if (isSignature(this.model, text) && this.model.date === null) this.model.signature.push(text);
    else this.rest(text);
  }

  finish(): void {
    if (this.annotations.length === 0) return;
    // Inside the brackets a blank between two Chinese words parts name and telephone: it is kept as a comma.
    this.model.annotation = this.annotations.map((line) => line.replace(/\s{2,}/g, ' ')).join('，');
    for (const line of this.annotations) {
      const found = parseContacts(line);
      const last = this.model.contacts.at(-1);
      // A telephone on a line of its own belongs to the person of the line before.
      const phone = found.length === 0 ? (PHONE_ALONE.exec(line)?.[1] ?? null) : null;
      if (phone !== null && last?.phone === null) last.phone = phone;
      this.model.contacts.push(...found);
    }
  }

  private copy(text: string): void {
    this.model.copyTo.push(...copies(text));
    this.last = 'copyTo';
  }

  private attach(text: string): void {
    this.model.attachments.push({ title: text.replace(/^\d+[.．、]\s*/, ''), blocks: [] });
    this.last = 'attachment';
  }

  private rest(text: string): void {
    const left = takeMarks(this.model, text);
    if (left !== '') this.model.unparsed.push(left);
  }
}

/** Reads the letter's end: signature, date, contacts, publication, copies. What is not understood goes to `unparsed`. */
export function readTail(model: LetterModel, lines: readonly SourceLine[]): void {
  const reader = new TailReader(model);
  for (const line of lines) reader.read(line);
  reader.finish();
}
