import { blockOf } from './body';
import { parseContacts } from './contacts';
import { parseDateLine } from './dates';
import { signers, startsAttachment } from './foot';
import { takeMarks } from './head';
import { type Labelled, labelledLine } from './labels';
import type { SourceLine } from './lines';
import { ATTACHMENT, COPIES } from './patterns';
import type { Reading } from './reading';
import { rejoin } from './rejoin';

const CONTACT_KINDS: readonly string[] = ['person', 'phone', 'unit', 'address'];
const NEXT_NAMES = /^[\p{Script=Han}（）()、，,；;。\d\s·]{2,200}$/u;

/** A list is cut at its marks, but not inside brackets. */
export function splitList(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const c of text.replace(/[。.；;，,、]$/, '')) {
    if (/[（(]/.test(c)) depth += 1;
    if (/[）)]/.test(c)) depth -= 1;
    if (depth <= 0 && /[、，,；;\n]/.test(c)) {
      names.push(name);
      name = '';
    } else name += c;
  }
  return [...names, name].map((word) => word.trim()).filter(Boolean);
}

const unwrap = (text: string): string => {
  const inner = text.trim().replace(/^[（(【]\s*(?=[^（()）]*(?:联系|承办|经办|电话|单位|负责))/, '');
  return inner.length < text.trim().length
    ? inner.replace(/\s*[）)】][。.]?$/, '')
    : inner.replace(/(?<=^[^（(]*)[）)][。.]?$/, '');
};

/** Joins two printed lines of a list: a name torn at the line's end goes on, whole names are parted. */
const listJoin = (above: string, next: string): string =>
  /[、，,；;]$/.test(above)
    ? above + next
    : COPIES.test(above.split(/[、，,；;]/).at(-1)!) || /(?:局|委|办|会|室|府|厅|院|部)$/.test(above)
      ? `${above}、${next}`
      : above + next;

/** Publication mark and copies stand behind the last attachment's page. */
const endsAttachment = (line: SourceLine): boolean =>
  labelledLine(line.raw)?.every(({ kind }) => kind === 'copyTo' || kind === 'publication') ?? false;

class TailReader {
  private readonly annotations: string[] = [];
  private copies: string | null = null;
  private listing = false;
  private open = false;
  private attached: SourceLine[] = [];
  private attachment: number | null = null;

  constructor(private readonly reading: Reading) {}

  read(line: SourceLine): void {
    if (this.attachment !== null && !endsAttachment(line)) {
      if (startsAttachment(line)) this.openAttachment();
      else this.attached.push(line);
      return;
    }
    this.closeAttachment();
    const listing = this.listing;
    this.listing = false;
    if (this.open) this.annotate(line, line.raw);
    else if (this.readLabels(line)) return;
    else if (this.readDate(line)) return;
    else if (
      this.copies !== null &&
      !/。$/.test(this.copies) &&
      NEXT_NAMES.test(line.text) &&
      this.model.publication !== line.text
    ) {
      this.copies = listJoin(this.copies, line.text);
    } else if (listing && /^\d{1,2}[.．、]/.test(line.text)) this.list(line, line.text);
    else if (startsAttachment(line) && this.model.date !== null) this.openAttachment();
    else if (/^[（(][^（()）]{0,80}(?:联系|电话)/.test(line.text)) this.annotate(line, line.raw);
    else if (!this.readSignature(line)) this.rest(line);
  }

  private get model() {
    return this.reading.model;
  }

  private readLabels(line: SourceLine): boolean {
    const attachment = ATTACHMENT.exec(line.text);
    if (attachment) {
      this.list(line, attachment[1]!);
      return true;
    }
    const pieces = labelledLine(line.raw);
    if (pieces === null) return false;
    if (pieces.every(({ kind }) => CONTACT_KINDS.includes(kind))) {
      this.annotate(line, line.raw);
      return true;
    }
    const contact = pieces.filter(({ kind }) => CONTACT_KINDS.includes(kind));
    if (contact.length > 0) this.annotate(line, contact.map(({ printed }) => printed).join(' '));
    for (const piece of pieces) if (!contact.includes(piece)) this.readPiece(line, piece);
    return true;
  }

  private readPiece(line: SourceLine, piece: Labelled): void {
    if (piece.kind === 'copyTo') {
      this.copies = this.copies === null ? piece.value : listJoin(this.copies, piece.value);
      this.reading.note('copyTo', line, 'labelled');
    } else if (takeMarks(this.reading, { ...line, text: piece.printed, raw: piece.printed }) !== '')
      this.reading.keep(line, piece.printed);
  }

  private readDate(line: SourceLine): boolean {
    const date = this.model.date === null ? parseDateLine(line.raw) : null;
    if (date === null) return false;
    this.model.date = date;
    this.reading.note('date', line, /[年月日]/.test(line.raw) ? 'shape' : 'derived');
    return true;
  }

  private readSignature(line: SourceLine): boolean {
    const names = signers(line, this.model.issuer);
    if (names === null || (this.model.date !== null && this.model.signature.length > 0)) return false;
    this.reading.note('signature', line, 'shape');
    this.model.signature.push(...names);
    return true;
  }

  private annotate(line: SourceLine, raw: string): void {
    this.reading.note('annotation', line, 'shape');
    const text = raw.replace(/\n/g, '');
    const last = this.annotations.length - 1;
    // A bracket that closes on a later line holds the lines between.
    if (this.open) this.annotations[last] = `${this.annotations[last]!}\n${text.replace(/[）)][。.]?$/, '')}`;
    else this.annotations.push(unwrap(text));
    this.open = this.open
      ? !/[）)]/.test(text)
      : /^[（(]/.test(text) && !/[）)][。.]?$/.test(text) && !/[）)]/.test(text);
    if (this.open && this.annotations.at(-1)!.split('\n').length > 3) this.open = false;
  }

  private list(line: SourceLine, text: string): void {
    this.reading.note(`attachments.${this.model.attachments.length}`, line, 'labelled');
    // "1.甲 2.乙" may stand on one line.
    for (const title of text.split(/(?<=\S)\s*(?=\d{1,2}[.．、](?!\d))/))
      this.model.attachments.push({ title: title.replace(/^\d{1,2}[.．、]\s*/, '').trim(), blocks: [] });
    this.listing = true;
  }

  private openAttachment(): void {
    this.closeAttachment();
    const at = this.model.attachments.findIndex(({ blocks }) => blocks.length === 0);
    this.attachment = at < 0 ? this.model.attachments.push({ title: '', blocks: [] }) - 1 : at;
  }

  private closeAttachment(): void {
    if (this.attachment === null) return;
    const attachment = this.model.attachments[this.attachment]!;
    const [first, ...others] = this.attached;
    let lines = this.attached;
    if (first && (attachment.title === '' || first.text === attachment.title)) {
      attachment.title = first.text;
      this.reading.note(`attachments.${this.attachment}`, first, 'shape');
      lines = others;
    }
    const paragraphs = rejoin(lines);
    attachment.blocks.push(...paragraphs.map((line, i) => blockOf(line, paragraphs[i + 1])));
    this.attached = [];
    this.attachment = null;
  }

  private rest(line: SourceLine): void {
    const left = takeMarks(this.reading, line);
    if (left !== '') this.reading.keep(line, left);
  }

  finish(): void {
    this.closeAttachment();
    if (this.copies !== null) this.model.copyTo.push(...splitList(this.copies));
    if (this.annotations.length === 0) return;
    // Inside the brackets a blank between two Chinese words parts name and telephone: it is kept as a comma.
    this.model.annotation = this.annotations
      .flatMap((line) => line.split('\n'))
      .map((line) => line.replace(/\s{2,}/g, ' ').trim())
      .filter(Boolean)
      .reduce((above, next) => (/[，,；;。]$/.test(above) ? above + next : `${above}，${next}`));
    this.model.contacts = parseContacts(this.annotations.join('\n'));
  }
}

/** Reads the letter's end: signature, date, contacts, publication, copies. What is not understood goes to `unparsed`. */
export function readTail(reading: Reading, lines: readonly SourceLine[]): void {
  const reader = new TailReader(reading);
  for (const line of lines) reader.read(line);
  reader.finish();
  const { model, sources } = reading;
  if (model.contacts.length > 0 && sources['annotation']) sources['contacts'] ??= sources['annotation'];
}
