import { mkdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import {
  createPdfRenderer,
  type LetterModel,
  type Masked,
  publicationCopy,
  renderDocx,
  renderHtml,
  renderText,
} from '@fuhan/letter-engine';
import { UsageError } from '../../command';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter, writeResult } from './letter-file';

type Format = 'pdf' | 'docx' | 'html' | 'txt';

async function printPdf(model: LetterModel): Promise<Uint8Array> {
  const fonts = process.env['FONTS_DIR'];
  const renderer = createPdfRenderer({ fontDirs: fonts ? [resolve(fonts)] : [] });
  try {
    return (await renderer.render(model)).pdf;
  } finally {
    await renderer.close();
  }
}

const prints: Readonly<Record<Format, (model: LetterModel) => Promise<Uint8Array | string>>> = {
  pdf: printPdf,
  docx: (model) => Promise.resolve(renderDocx(model)),
  html: (model) => Promise.resolve(renderHtml(model)),
  txt: (model) => Promise.resolve(renderText(model)),
};
const isFormat = (word: string): word is Format => Object.hasOwn(prints, word);

function readFormats(text: string): Format[] {
  const words = text.split(/[,，]/).map((word) => word.trim().toLowerCase());
  const stranger = words.find((word) => !isFormat(word));
  if (stranger !== undefined)
    throw new UsageError(`不认识格式“${stranger}”。可以是 ${Object.keys(prints).join('、')}。`);
  return [...new Set(words.filter(isFormat))];
}

function readConsent(text: string): 'yes' | 'no' {
  if (text === 'yes' || text === 'no') return text;
  throw new UsageError(`--consent 应写 yes 或 no，不是“${text}”。`);
}

const KINDS: Readonly<Record<Masked['kind'], string>> = {
  phone: '电话',
  identity: '身份证号',
  email: '邮箱',
  address: '住址',
  contact: '联系人',
  proposer: '提案者姓名',
  unparsed: '未能识别的文字',
};

/** `letter publication FILE`: the copy for the public site, and for its reviewer the list of what was masked. */
export const publicationAction: LetterAction = {
  name: 'publication',
  usage:
    'fuhan letter publication FILE --out DIR --format pdf,docx,html,txt [--consent yes|no]   出公开稿（默认不具提案者姓名）',
  async run(args) {
    const { files, options } = readTyped(args, 1, { out: 'value', format: 'value', consent: 'value' });
    const file = files[0]!;
    const formats = readFormats(options['format'] ?? 'pdf');
    const consent = readConsent(options['consent'] ?? 'no');
    const { model, masked } = publicationCopy(await readLetter(file), { consent });
    const contents: (Uint8Array | string)[] = [];
    for (const format of formats) contents.push(await prints[format](model));
    const out = options['out'] ?? '.';
    await mkdir(out, { recursive: true }).catch(() => {
      throw new FuhanError('letter.file-unwritable', { file: out });
    });
    for (const [i, format] of formats.entries()) {
      const path = join(out, `${basename(file, extname(file))}-公开稿.${format}`);
      await writeResult(path, contents[i]!);
      console.log(path);
    }
    for (const { path, kind, length } of masked)
      console.log(`已遮盖 ${KINDS[kind]}：${path}（${length} 字）`);
    return 0;
  },
};
