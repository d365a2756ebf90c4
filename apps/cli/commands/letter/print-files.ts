import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import {
  createPdfRenderer,
  type LetterModel,
  renderDocx,
  renderHtml,
  renderText,
} from '@fuhan/letter-engine';
import { UsageError } from '../../command';
import { writeResult } from './letter-file';

type Content = Uint8Array | string;

async function printPdf(model: LetterModel): Promise<Uint8Array> {
  const fonts = process.env['FONTS_DIR'];
  const renderer = createPdfRenderer({ fontDirs: fonts ? [resolve(fonts)] : [] });
  try {
    return (await renderer.render(model)).pdf;
  } finally {
    await renderer.close();
  }
}

const prints = {
  pdf: printPdf,
  docx: (model: LetterModel) => Promise.resolve(renderDocx(model)),
  html: (model: LetterModel) => Promise.resolve(renderHtml(model)),
  txt: (model: LetterModel) => Promise.resolve(renderText(model)),
} as const;
export type Format = keyof typeof prints;
export const FORMATS = Object.keys(prints) as Format[];

/** The formats named in "pdf,docx", each once. Throws UsageError for one that is not in `known`. */
export function readFormats<F extends string>(text: string, known: readonly F[]): F[] {
  const named = text
    .split(/[,，]/)
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean);
  const isKnown = (word: string): word is F => known.some((format) => format === word);
  const stranger = named.find((word) => !isKnown(word));
  if (stranger !== undefined) throw new UsageError(`不认识格式“${stranger}”。可以是 ${known.join('、')}。`);
  if (named.length === 0) throw new UsageError('缺少 --format 的内容。');
  return [...new Set(named.filter(isKnown))];
}

/** Writes each content to its path and tells the path. All are made before any is written: a fault leaves no files behind. */
export async function writeAll(
  out: string,
  results: readonly { readonly path: string; readonly content: Content }[],
): Promise<void> {
  await mkdir(out, { recursive: true }).catch(() => {
    throw new FuhanError('letter.file-unwritable', { file: out });
  });
  for (const { path, content } of results) {
    await writeResult(path, content);
    console.log(path);
  }
}

/** Prints the letter in each format to `target(format)`, in the folder `out`. */
export async function printFiles(
  model: LetterModel,
  formats: readonly Format[],
  out: string,
  target: (format: Format) => string,
): Promise<void> {
  const results: { path: string; content: Content }[] = [];
  for (const format of formats) results.push({ path: target(format), content: await prints[format](model) });
  await writeAll(out, results);
}
