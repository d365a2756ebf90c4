import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FuhanError } from '@fuhan/kernel';
import {
  createPdfRenderer,
  decodeText,
  importLetter,
  type LetterModel,
  parseLetterJson,
  renderDocx,
  renderHtml,
  renderText,
} from '@fuhan/letter-engine';
import { type Command, UsageError } from '../command';

const usage = `fuhan letter import FILE                                         把复函文本（.txt）读成 JSON
fuhan letter render FILE --out DIR --format pdf,docx,html,txt   把 .txt 或 .json 印成文件（默认 pdf）`;

const FORMATS = ['pdf', 'docx', 'html', 'txt'] as const;
type Format = (typeof FORMATS)[number];
const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new FuhanError('letter.file-unreadable', { file });
  }
}

/** A .txt is imported, a .json is taken as the model it is. */
async function readLetter(file: string): Promise<LetterModel> {
  const extension = extname(file).toLowerCase();
  const bytes = await readBytes(file);
  if (extension === '.json') return parseLetterJson(decodeText(bytes, file), file);
  if (extension !== '.txt') throw new FuhanError('letter.file-kind', { file });
  return importLetter(decodeText(bytes, file), file);
}

interface Options {
  readonly file: string;
  readonly out: string;
  readonly formats: readonly Format[];
}

function readFormats(text: string): Format[] {
  const named = text
    .split(/[,，]/)
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean);
  const formats = named.filter(isFormat);
  const stranger = named.find((word) => !isFormat(word));
  if (stranger !== undefined) throw new UsageError(`不认识格式“${stranger}”。可以是 ${FORMATS.join('、')}。`);
  if (formats.length === 0) throw new UsageError('缺少 --format 的内容。');
  return [...new Set(formats)];
}

function readOptions(args: readonly string[], allowed: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { out: { type: 'string' }, format: { type: 'string' } },
  });
  const stranger = Object.keys(values).find((name) => !allowed.includes(name));
  if (stranger !== undefined)
    throw new UsageError(`不认识选项“${stranger}”。用 fuhan letter --help 看用法。`);
  const [file, extra] = positionals;
  if (file === undefined) throw new UsageError('缺少文件名。用 fuhan letter --help 看用法。');
  if (extra !== undefined) throw new UsageError(`多出了“${extra}”。一次只处理一个文件。`);
  const option = (name: 'out' | 'format', otherwise: string): string => {
    const value = values[name] ?? otherwise;
    if (typeof value !== 'string' || value === '') throw new UsageError(`缺少 --${name} 的内容。`);
    return value;
  };
  return { file, out: option('out', '.'), formats: readFormats(option('format', 'pdf')) };
}

async function printPdf(model: LetterModel): Promise<Uint8Array> {
  const fonts = process.env['FONTS_DIR'];
  const renderer = createPdfRenderer({ fontDirs: fonts ? [resolve(fonts)] : [] });
  try {
    return (await renderer.render(model)).pdf;
  } finally {
    await renderer.close();
  }
}

const print: Readonly<Record<Format, (model: LetterModel) => Promise<Uint8Array | string>>> = {
  pdf: printPdf,
  docx: (model) => Promise.resolve(renderDocx(model)),
  html: (model) => Promise.resolve(renderHtml(model)),
  txt: (model) => Promise.resolve(renderText(model)),
};

async function write(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch {
    throw new FuhanError('letter.file-unwritable', { file: path });
  }
}

async function importCommand(args: readonly string[]): Promise<number> {
  const { file } = readOptions(args, []);
  console.log(JSON.stringify(await readLetter(file), null, 2));
  return 0;
}

async function renderCommand(args: readonly string[]): Promise<number> {
  const { file, out, formats } = readOptions(args, ['out', 'format']);
  const model = await readLetter(file);
  const target = (format: Format): string => join(out, `${basename(file, extname(file))}.${format}`);
  const clash = formats.map(target).find((path) => resolve(path) === resolve(file));
  if (clash !== undefined) throw new UsageError(`不能覆盖原文件“${clash}”。请用 --out 指定另一个目录。`);
  // Everything is printed before anything is written: a letter that cannot be laid out leaves no files behind.
  const contents: (Uint8Array | string)[] = [];
  for (const format of formats) contents.push(await print[format](model));
  await mkdir(out, { recursive: true }).catch(() => {
    throw new FuhanError('letter.file-unwritable', { file: out });
  });
  for (const [i, format] of formats.entries()) {
    await write(target(format), contents[i]!);
    console.log(target(format));
  }
  return 0;
}

/** `fuhan letter …`: the letter engine at the terminal; needs no database. */
export const letterCommand: Command = {
  name: 'letter',
  usage,
  async run([action, ...args]) {
    if (action === 'import') return importCommand(args);
    if (action === 'render') return renderCommand(args);
    throw new UsageError(
      `letter 后面应写 import 或 render${action === undefined ? '' : `，不是“${action}”`}。`,
    );
  },
};
