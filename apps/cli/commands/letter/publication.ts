import { basename, extname, join } from 'node:path';
import { type Masked, publicationCopy } from '@fuhan/letter-engine';
import { UsageError } from '../../command';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter } from './letter-file';
import { FORMATS, printFiles, readFormats } from './print-files';

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
    const formats = readFormats(options['format'] ?? 'pdf', FORMATS);
    const consent = readConsent(options['consent'] ?? 'no');
    const { model, masked } = publicationCopy(await readLetter(file), { consent });
    const out = options['out'] ?? '.';
    const target = (format: string): string => join(out, `${basename(file, extname(file))}-公开稿.${format}`);
    await printFiles(model, formats, out, target);
    for (const { path, kind, length } of masked)
      console.log(`已遮盖 ${KINDS[kind]}：${path}（${length} 字）`);
    return 0;
  },
};
