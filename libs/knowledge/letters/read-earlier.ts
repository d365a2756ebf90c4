import { type DateString, FuhanError, isDate } from '@fuhan/kernel';
import {
  type ImportedLetter,
  type LetterModel,
  type PdfReading,
  readLetterSource,
  unitIndex,
  unknownPlace,
} from '@fuhan/letter-engine';
import type { KnownUnit } from '../policies/unit-names';
import type { LetterFile } from './letter-files';

/** What an earlier letter is recognised by, as reports name it. */
export const earlierFields = {
  documentNumber: '发文字号',
  title: '标题',
  issuer: '发文单位',
  outcomeClass: '办理结果',
  date: '成文日期',
  proposalNumber: '提案编号',
} as const;
export type EarlierField = keyof typeof earlierFields;

/** A letter of an earlier year, as far as it is understood. */
export interface EarlierReading {
  readonly documentNumber: string | null;
  readonly title: string | null;
  readonly issuer: string | null;
  /** The short name of the house's unit that wrote it. */
  readonly unit: string | null;
  readonly outcomeClass: string | null;
  readonly date: DateString | null;
  /** The day it is filed under: its date, else the last day its year may be taken for. */
  readonly day: DateString;
  readonly proposalNumber: string | null;
  readonly proposalTitle: string | null;
  readonly addressees: readonly string[];
  /** As printed; the house's units under their short names. */
  readonly coHandlers: readonly string[];
  /** Its mark says that everybody may read it. */
  readonly open: boolean;
  readonly missing: readonly EarlierField[];
  /** What was not understood, and what to do about it. */
  readonly notes: readonly string[];
}

/** The units of the house by all their names, for all letters of a run. */
export interface EarlierPlace {
  readonly city: string;
  readonly units: readonly KnownUnit[];
}
export type UnitFinder = (printed: string) => string | null;

/** Finds the house's short name of a printed unit: 中山市财政局 is 市财政局, another city's is nobody. */
export function unitFinder({ city, units }: EarlierPlace): UnitFinder {
  const index = unitIndex({ ...unknownPlace, name: city, units });
  return (printed) => index.find(printed)?.shortName ?? null;
}

const ABOUT_PROPOSAL = /提案|建议|答复|复函|会办|协办/;
const SHORTEST_BODY = 20;

const bodyOf = ({ opening, sections }: LetterModel): string =>
  [
    ...opening,
    ...sections.flatMap(({ heading, blocks }) => [
      heading ?? '',
      ...blocks.map((block) =>
        block.type === 'table' ? [block.header, ...block.rows].flat().join('') : block.text,
      ),
    ]),
  ].join('');

function refuseOthers(model: LetterModel, file: string): void {
  const about = ABOUT_PROPOSAL.test(model.title ?? '') || model.proposal.title !== null;
  const named = model.issuer !== null || model.addressees.length > 0;
  if (!about || !named || bodyOf(model).length < SHORTEST_BODY)
    throw new FuhanError('letters.no-reply', { file });
}

const YEAR = /(?<!\d)(20[0-4]\d)(?:年|(?!\d))/;
const PUBLISHED_ON =
  /(?:发布|公开|发文|更新)?(?:日期|时间)\s*[:：]\s*(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;

/** The day a page says it came out: the letter is no younger. */
function pageDay(furniture: readonly string[]): DateString | null {
  for (const line of furniture) {
    const found = PUBLISHED_ON.exec(line);
    const day = found && `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
    if (day && isDate(day)) return day;
  }
  return null;
}

/** Without a date, the first day of the year that number or folder tell: figures are rather taken for older than for newer. */
function filedUnder({ model, furniture }: ImportedLetter, path: string): DateString {
  const date = model.date ?? pageDay(furniture);
  if (date !== null) return date;
  const year =
    /[〔［[【(（](20\d\d)[〕］\]】)）]/.exec(model.documentNumber ?? '')?.[1] ?? YEAR.exec(path)?.[1];
  if (year === undefined) throw new FuhanError('letters.no-year', { file: path });
  return `${year}-01-01`;
}

const OPEN = /^(?:此件)?(?:主动公开|同意公开|可以公开|全文公开|公开)[。，]?/;

const mends: Record<EarlierField, string> = {
  documentNumber: '没有认出发文字号，无法按字号查重。原函确实没有的，不用处理。',
  title: '没有认出标题，按提案名称显示。',
  issuer: '没有认出发文单位，只有交办人员和督办领导能查到。请在文末补上落款后重新导入。',
  outcomeClass: '没有认出办理结果（A/B/C 类），按类别检索时查不到。原函没有标的，不用处理。',
  date: '没有认出成文日期',
  proposalNumber: '没有认出提案编号。原函没有写的，不用处理。',
};

function notesOf(reading: Omit<EarlierReading, 'notes'>, known: UnitFinder): string[] {
  const { missing, day, issuer, unit, coHandlers } = reading;
  const strange = coHandlers.filter((name) => known(name) === null);
  return [
    ...missing.map((field) =>
      field === 'date' ? `${mends.date}，归在 ${day.slice(0, 4)} 年。请核对。` : mends[field],
    ),
    ...(issuer !== null && unit === null
      ? [
          `单位名录里没有发文单位“${issuer}”。是本地单位的，请登记为某个单位的别名后撤销重导；外地的不用处理。`,
        ]
      : []),
    ...(strange.length > 0
      ? [`单位名录里没有会办单位“${strange.join('”“')}”。是本地单位的，请登记为别名后撤销重导。`]
      : []),
  ];
}

/** What an imported letter is as one of an earlier year. @throws FuhanError `letters.no-reply`, `letters.no-year` */
export function earlierReading(letter: ImportedLetter, path: string, known: UnitFinder): EarlierReading {
  const { model } = letter;
  refuseOthers(model, path);
  const issuer = model.issuer ?? model.signature[0] ?? null;
  const unit =
    (issuer ?? '')
      .split('、')
      .map(known)
      .find((found) => found !== null) ?? null;
  const fields: Record<EarlierField, string | null> = {
    documentNumber: model.documentNumber,
    title: model.title,
    issuer,
    outcomeClass: model.class,
    date: model.date,
    proposalNumber: model.proposal.number,
  };
  const reading = {
    ...fields,
    unit,
    date: model.date,
    day: filedUnder(letter, path),
    proposalTitle: model.proposal.title,
    addressees: model.addressees,
    coHandlers: [...new Set(model.coHandlers.map((name) => known(name) ?? name))],
    open: OPEN.test((model.publication ?? '').replace(/\s/g, '')),
    missing: (Object.keys(earlierFields) as EarlierField[]).filter((field) => fields[field] === null),
  };
  return { ...reading, notes: notesOf(reading, known) };
}

/** What became of one file: a letter, or the coded reason why it is none. */
export type ReadFile =
  | {
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly reading: EarlierReading;
      readonly model: LetterModel;
    }
  | { readonly path: string; readonly fault: FuhanError };

/** Reads one file; whatever is wrong with it is told, and concerns this file alone. */
export async function readEarlier(
  file: LetterFile,
  known: UnitFinder,
  readPdf?: PdfReading,
): Promise<ReadFile> {
  const { path } = file;
  try {
    const bytes = file.read();
    const letter = await readLetterSource(bytes, path, readPdf);
    return { path, bytes, model: letter.model, reading: earlierReading(letter, path, known) };
  } catch (error) {
    if (error instanceof FuhanError && error.status < 500) return { path, fault: error };
    throw error;
  }
}

/** A number as two prints of one letter agree on it: 中工信函 [2023] 第07号 and 中工信函〔2023〕7号. */
export const plainNumber = (number: string): string =>
  number
    .replace(/\s+/g, '')
    .replace(/[[［【(（]/g, '〔')
    .replace(/[\]］】)）]/g, '〕')
    .replace(/〕第?0*(?=\d)/, '〕');

/** By which two copies of one letter are known: its number and who wrote it; null without a number. */
export const letterKey = ({ documentNumber, unit, issuer }: EarlierReading): string | null =>
  documentNumber === null ? null : `${plainNumber(documentNumber)} ${unit ?? issuer ?? ''}`;
