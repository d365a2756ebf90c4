import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { redlineDocx, redlineHtml } from '@fuhan/letter-engine';
import { UsageError } from '../../command';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter, writeResult } from './letter-file';

const prints = { html: redlineHtml, docx: redlineDocx } as const;
type Format = keyof typeof prints;
const isFormat = (word: string): word is Format => word in prints;

function readFormats(text: string): Format[] {
  const words = text.split(/[,，]/).map((word) => word.trim().toLowerCase());
  const stranger = words.find((word) => !isFormat(word));
  if (stranger !== undefined) throw new UsageError(`不认识格式“${stranger}”。可以是 html、docx。`);
  return [...new Set(words.filter(isFormat))];
}

/** `letter redline OLD NEW`: what changed from one version to the next, on screen and as Word's revisions. */
export const redlineAction: LetterAction = {
  name: 'redline',
  usage:
    'fuhan letter redline OLD NEW --out DIR --format html,docx [--author 姓名] [--at ISO]   比较两稿，出花脸稿',
  async run(args) {
    const { files, options } = readTyped(args, 2, {
      out: 'value',
      format: 'value',
      author: 'value',
      at: 'value',
    });
    const [old, fresh] = files as [string, string];
    const formats = readFormats(options['format'] ?? 'html,docx');
    const revision = { author: options['author'] ?? '未署名', at: options['at'] ?? new Date().toISOString() };
    const [before, after] = [await readLetter(old), await readLetter(fresh)];
    const out = options['out'] ?? '.';
    const results = formats.map((format) => ({
      path: join(out, `${basename(fresh, extname(fresh))}-花脸稿.${format}`),
      content: prints[format](before, after, revision),
    }));
    await mkdir(out, { recursive: true }).catch(() => {
      throw new FuhanError('letter.file-unwritable', { file: out });
    });
    for (const { path, content } of results) {
      await writeResult(path, content);
      console.log(path);
    }
    return 0;
  },
};
