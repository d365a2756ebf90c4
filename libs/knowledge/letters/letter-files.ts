import { FuhanError } from '@fuhan/kernel';
import { type PdfReading, ZIP_LIMITS, ZipArchive, ZipError, type ZipFault } from '@fuhan/letter-engine';

/** One file of those that come in; the bytes are unpacked when they are asked for. */
export interface LetterFile {
  /** With its folders: a folder may say the year. */
  readonly path: string;
  /** @throws FuhanError `letters.*` where it cannot be unpacked */
  read(): Uint8Array;
}
export type { PdfReading };

/** Far beyond what an office keeps in one package. */
export const PACKAGE_LIMITS = {
  ...ZIP_LIMITS,
  entries: 5_000,
  entryBytes: 40 * 2 ** 20,
  totalBytes: 600 * 2 ** 20,
};

const FAULTS = {
  broken: 'letters.zip-broken',
  encrypted: 'letters.zip-encrypted',
  'too-large': 'letters.zip-too-large',
} as const satisfies Record<ZipFault, string>;

/** What systems leave in packages and folders beside the files. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.[^/.]|~\$|(?:Thumbs\.db|desktop\.ini)$)/i;

/** Whether a file lies there for no reader: what a system or a word processor left. */
export const isLitter = (path: string): boolean => LITTER.test(path);

/** A name that leads out of the package, or to a drive. */
const leadsOut = (path: string): boolean =>
  /^(?:[/\\]|[a-z]:)/i.test(path) || path.split(/[/\\]/).includes('..');

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

const orThrow = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof ZipError) throw new FuhanError(FAULTS[error.fault], { file });
    throw error;
  }
};

function unpack(zip: ZipArchive, file: string): Uint8Array {
  if (leadsOut(file)) throw new FuhanError('letters.unsafe-name', { file });
  return orThrow(file, () => zip.read(file) ?? new Uint8Array());
}

const refused = (path: string, fault: unknown): LetterFile => ({
  path,
  read: () => {
    throw fault;
  },
});

/** A zip that a program has made of its own parts: a document, no package of documents. */
const isDocument = (names: readonly string[]): boolean => names.includes('[Content_Types].xml');

/** The files of a package, in its order; any other file is the one it is. What cannot be opened says so when it is read. */
export function lettersIn(path: string, bytes: Uint8Array): LetterFile[] {
  const itself: LetterFile = { path, read: () => bytes };
  if (!isZip(bytes)) return [itself];
  let zip: ZipArchive;
  try {
    zip = orThrow(path, () => new ZipArchive(bytes, PACKAGE_LIMITS));
  } catch (error) {
    // A broken .docx is told as one.
    return /\.zip$/i.test(path) ? [refused(path, error)] : [itself];
  }
  if (isDocument(zip.names)) return [itself];
  const names = zip.names.filter((name) => !/[/\\]$/.test(name) && !isLitter(name));
  return names.length === 0
    ? [refused(path, new FuhanError('letters.no-files', { file: path }))]
    : names.map((name) => ({ path: name, read: () => unpack(zip, name) }));
}
