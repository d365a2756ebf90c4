import { type Command, UsageError } from '../command';
import { importLetters } from './import/import-letters';
import { importProposals } from './import/import-proposals';
import { readTyped } from './letter/arguments';

const known = { 'dry-run': 'switch', 'good-only': 'switch', json: 'switch', as: 'value' } as const;
const lettersKnown = { 'dry-run': 'switch', json: 'switch', as: 'value' } as const;

/**
 * `fuhan import proposals FILE`: a handed-over list, checked line by line and registered as a whole or not at all.
 * `fuhan import letters PATH`: letters of earlier years, file by file.
 */
export const importCommand: Command = {
  name: 'import',
  usage: [
    'fuhan import proposals FILE --dry-run [--json]      核对交办清单（.xlsx、.csv）或单件提案（.docx、.txt），什么都不写',
    'fuhan import proposals FILE [--good-only] [--json] [--as 账号]   核对后登记；--good-only 只登记没有问题的行',
    'fuhan import letters PATH --dry-run [--json]      看一个文件夹或 .zip 里的往年答复函（.txt、.docx、.pdf）能认出什么，什么都不写',
    'fuhan import letters PATH [--json] [--as 账号]   导入往年答复函，逐个文件报告；读不了的文件不影响其他文件',
  ].join('\n'),
  run([what, ...args]) {
    if (what === 'letters') {
      const { files, options } = readTyped(args, 1, lettersKnown, 'import');
      return importLetters({
        path: files[0]!,
        dryRun: 'dry-run' in options,
        json: 'json' in options,
        account: options['as'] ?? null,
      });
    }
    if (what !== 'proposals')
      throw new UsageError('import 后面应写 proposals 和文件名，或 letters 和文件夹。');
    const { files, options } = readTyped(args, 1, known, 'import');
    return importProposals({
      file: files[0]!,
      dryRun: 'dry-run' in options,
      goodOnly: 'good-only' in options,
      json: 'json' in options,
      account: options['as'] ?? null,
    });
  },
};
