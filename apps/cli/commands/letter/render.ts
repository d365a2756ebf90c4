import { basename, extname, join, resolve } from 'node:path';
import { UsageError } from '../../command';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter } from './letter-file';
import { type Format, FORMATS, printFiles, readFormats } from './print-files';

/** `letter render FILE`: the letter in the formats asked for. */
export const renderAction: LetterAction = {
  name: 'render',
  usage: `fuhan letter render FILE --out DIR --format pdf,docx,html,txt   把复函（.txt、.docx、.pdf、.json）印成文件（默认 pdf）`,
  async run(args) {
    const { files, options } = readTyped(args, 1, { out: 'value', format: 'value' });
    const file = files[0]!;
    const out = options['out'] ?? '.';
    const formats = readFormats(options['format'] ?? 'pdf', FORMATS);
    const model = await readLetter(file);
    const target = (format: Format): string => join(out, `${basename(file, extname(file))}.${format}`);
    const clash = formats.map(target).find((path) => resolve(path) === resolve(file));
    if (clash !== undefined) throw new UsageError(`不能覆盖原文件“${clash}”。请用 --out 指定另一个目录。`);
    await printFiles(model, formats, out, target);
    return 0;
  },
};
