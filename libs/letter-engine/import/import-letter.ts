import { FuhanError } from '@fuhan/kernel';
import type { LetterModel } from '../model/model';
import { plainLines, type RawLine, visible } from '../source/raw-line';
import { closeUp, unprintable } from '../text/characters';
import { findAddressee, type FoundAddressee, withoutHonorific } from './addressee';
import { readBody } from './body';
import { dateAtEnd, parseDateLine } from './dates';
import { findFoot, signers } from './foot';
import { readHead } from './head';
import { splitLabels } from './labels';
import { type SourceLine, sourceLines } from './lines';
import { readOpening } from './opening';
import { DOCUMENT_NUMBER, UNIT_NAME } from './patterns';
import { type FieldSource, Reading } from './reading';
import { readTail } from './tail';
import { findTitle } from './title';

/** A letter that goes from one unit to another about a proposal is a co-handler's opinion. */
const OPINION =
  /(?:会办|协办|分办)(?:工作)?的?(?:意见|件|函|答复|回复|情况|复函)|的?(?:会办|协办)$|会办意见|协办意见/;
const OPINION_OPENING =
  /(?:会办|协办)意见(?:如下|函复|回复|反馈)|(?:如下|以下)(?:会办|协办)意见|(?:提出|反馈)(?:会办|协办)意见/;

/** What an import gives: the model, and where each of its fields stood. */
export interface ImportedLetter {
  readonly model: LetterModel;
  readonly sources: Readonly<Record<string, FieldSource>>;
  /** What stood around it on the page it was copied from: 发布时间：… */
  readonly furniture: readonly string[];
}

function issuerFromTitle(title: string | null): string | null {
  return (
    /^([\p{Script=Han}（）()]{4,60}?(?:局|委|委员会|办公室|厅|院|部|中心|政府|公司|会|处|站|所|海关|支队|办|行))(?:关于|对|办理|答复)/u.exec(
      title ?? '',
    )?.[1] ?? null
  );
}

/** Without addressee and first sentence a title may still part the head from the body. */
function bodyStart(lines: readonly SourceLine[]): FoundAddressee {
  const short = lines.slice(0, 15).findIndex(({ text }) => text.length > 120);
  const head = lines.slice(0, short < 0 ? 15 : short);
  const title = /关于|答复|复函|提案/.test(head.map(({ text }) => text).join('')) ? findTitle(head) : null;
  const end = title && title.end < lines.length ? title.end : 0;
  return { start: end, end, parties: [], rest: '' };
}

function readAddressees(reading: Reading, lines: readonly SourceLine[], at: FoundAddressee): void {
  const { model } = reading;
  if (at.parties.length === 0) return;
  reading.note('addressees', lines[at.start]!, at.rest === '' ? 'shape' : 'derived');
  for (const printed of at.parties) {
    const { honorific, party } = withoutHonorific(printed);
    model.addressees.push(party);
    if (honorific !== null) model.print = { ...model.print, honorific };
  }
}

const isName = (line: SourceLine, name: string): boolean =>
  UNIT_NAME.test(name) && signers({ ...line, raw: name, text: name }, null) !== null;

/** "某县财政局2024年7月4日", "某县财政局    联系电话：…" are a signature and something more. */
function partSignedLines(lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) => {
    if (line.cells) return [line];
    const { lead, pieces } = splitLabels(line.raw);
    const found =
      dateAtEnd(line.raw) ??
      (pieces[0]
        ? { before: lead, date: line.raw.slice(line.raw.indexOf(lead) + lead.length).trim() }
        : null);
    const apart =
      pieces[0] === undefined || /\s{2,}$/.test(line.raw.slice(0, line.raw.indexOf(pieces[0].printed)));
    if (!found || !apart || found.before.length < 4 || !isName(line, found.before)) return [line];
    return [
      { ...line, raw: found.before, text: found.before.replace(/\s+/g, '') },
      { ...line, raw: found.date, text: closeUp(found.date), afterBlank: false },
    ];
  });
}

/** What a page says of the letter above it counts where the letter itself does not say it. */
function readFurniture(reading: Reading, furniture: readonly SourceLine[]): void {
  const { model } = reading;
  for (const line of furniture) {
    const number = /文\s*号|字\s*号|文件编号/.test(line.raw)
      ? DOCUMENT_NUMBER.exec(line.raw)?.[0]
      : undefined;
    if (number !== undefined && model.documentNumber === null) {
      model.documentNumber = number.replace(/\s+/g, '').replace(/^(?:发?文字?号|文件编号)/, '');
      reading.note('documentNumber', line, 'guess');
    }
    const day = /^成\s*文\s*(?:日\s*期|时\s*间)\s*[:：]\s*(\S+)/.exec(line.raw)?.[1];
    const date = day === undefined || model.date !== null ? null : parseDateLine(day);
    if (date !== null) {
      model.date = date;
      reading.note('date', line, 'guess');
    }
  }
}

function readIssuer(reading: Reading): void {
  const { model, sources } = reading;
  if (model.issuer !== null) return;
  const fromTitle = issuerFromTitle(model.title);
  model.issuer = fromTitle ?? model.signature[0] ?? null;
  const source = fromTitle !== null ? sources['title'] : sources['signature'];
  if (model.issuer !== null && source) sources['issuer'] = { ...source, confidence: 0.75 };
}

/** Tables above and below the body are forms: each cell is a line there. */
const flat = (lines: readonly SourceLine[]): SourceLine[] =>
  lines.flatMap((line) =>
    line.cells
      ? line.cells
          .flat()
          .filter(Boolean)
          .map((text) => ({ ...line, cells: undefined, text, raw: text }))
      : [line],
  );

/** Far beyond any letter. */
const MAX_LINES = 60_000;

/** The lines of a source → the model and the places of its fields; the core of every import. Errors: `letter.empty`, `letter.too-long`. */
export function importLines(raws: readonly RawLine[], file: string): ImportedLetter {
  if (raws.length > MAX_LINES) throw new FuhanError('letter.too-long', { file, limit: `${MAX_LINES} 行` });
  const { lines: found, furniture } = sourceLines(raws);
  if (found.length === 0) throw new FuhanError('letter.empty', { file });
  const lines = partSignedLines(found);
  const reading = new Reading();
  const at = findAddressee(lines) ?? bodyStart(lines);
  readHead(reading, flat(lines.slice(0, at.start)));
  readAddressees(reading, lines, at);
  const last = lines[at.end - 1];
  const rest = [
    ...(at.rest !== '' && last ? [{ ...last, text: at.rest, raw: at.rest }] : []),
    ...lines.slice(at.end),
  ];
  const foot = findFoot(rest, reading.model.issuer ?? issuerFromTitle(reading.model.title));
  const body = readBody(reading, rest.slice(0, foot));
  readTail(reading, flat(rest.slice(foot)));
  const titleLine = lines.find(({ line }) => line === reading.sources['title']?.line);
  readOpening(reading, titleLine, body);
  readFurniture(reading, furniture);
  readIssuer(reading);
  const { model, sources } = reading;
  if (OPINION.test(model.title ?? '') || OPINION_OPENING.test(model.opening.join(''))) model.kind = 'opinion';
  return { model, sources, furniture: furniture.map(({ raw }) => raw) };
}

/**
 * A stored text of a letter → the model. Page breaks are mended, furniture of web pages is dropped, blanks beside Chinese
 * characters are closed up; everything else comes back in the model, in `unparsed` at the worst. `file` names the
 * source in errors (`letter.empty`, `letter.control-character`).
 */
export function importText(text: string, file = '文本'): ImportedLetter {
  const control = unprintable(visible(text).replace(/[\f\v\u0085]/g, ''));
  if (control !== null) throw new FuhanError('letter.control-character', { place: file, code: control });
  return importLines(plainLines(text), file);
}

/** `importText`, the model alone. */
export const importLetter = (text: string, file = '文本'): LetterModel => importText(text, file).model;
