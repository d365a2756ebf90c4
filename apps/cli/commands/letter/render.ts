import { mkdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import {
  createPdfRenderer,
  type LetterModel,
  renderDocx,
  renderHtml,
  renderText,
} from '@fuhan/letter-engine';
import { UsageError } from '../../command';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter, writeResult } from './letter-file';

const FORMATS = ['pdf', 'docx', 'html', 'txt'] as const;
type Format = (typeof FORMATS)[number];
const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

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

/** `letter render FILE`: the letter in the formats asked for. */
export const renderAction: LetterAction = {
  name: 'render',
  usage: `fuhan letter render FILE --out DIR --format pdf,docx,html,txt   把 .txt 或 .json 印成文件（默认 pdf）`,
  async run(args) {
    const { files, options } = readTyped(args, 1, { out: 'value', format: 'value' });
    const file = files[0]!;
    const out = options['out'] ?? '.';
    const formats = readFormats(options['format'] ?? 'pdf');
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
      await writeResult(target(format), contents[i]!);
      console.log(target(format));
    }
    return 0;
  },
};
