import { basename, extname, join } from 'node:path';
import { redlineDocx, redlineHtml } from '@fuhan/letter-engine';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter } from './letter-file';
import { readFormats, writeAll } from './print-files';

const prints = { html: redlineHtml, docx: redlineDocx } as const;
const FORMATS = ['html', 'docx'] as const;

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
    const formats = readFormats(options['format'] ?? 'html,docx', FORMATS);
    const revision = { author: options['author'] ?? '未署名', at: options['at'] ?? new Date().toISOString() };
    const [before, after] = [await readLetter(old), await readLetter(fresh)];
    const out = options['out'] ?? '.';
    const results = formats.map((format) => ({
      path: join(out, `${basename(fresh, extname(fresh))}-花脸稿.${format}`),
      content: prints[format](before, after, revision),
    }));
    await writeAll(out, results);
    return 0;
  },
};
