import { access, readFile } from 'node:fs/promises';
import { type ArchiveFault, checkYear, verifyArchive } from '@fuhan/casework';
import { FuhanError } from '@fuhan/kernel';
import { type Command, UsageError } from '../command';
import { exportYear, importArchive } from './archive/year';
import { readTyped } from './letter/arguments';

const words: Readonly<Record<ArchiveFault['fault'], string>> = {
  missing: '缺失',
  extra: '清单里没有',
  changed: '内容与清单不符',
  unsafe: '路径不安全',
};

/** A year's archive is read piece by piece; null where it is the package of one case. */
async function verifyYear(file: string, json: boolean): Promise<number | null> {
  const checked = await checkYear(file).catch((error: unknown) => {
    if (error instanceof FuhanError && error.code === 'archive.no-manifest') return null;
    throw error;
  });
  if (!checked) return null;
  const { year, files } = checked;
  if (json) console.log(JSON.stringify({ whole: true, year, files: files.length, faults: [] }));
  else console.log(`归档包完整：${year} 年，共 ${files.length} 个文件。`);
  return 0;
}

/** Every file of a package against its manifest; status 1 and the first bad one where it is broken. */
async function verify(file: string, json: boolean): Promise<number> {
  await access(file).catch(() => {
    throw new UsageError(`读不到文件：${file}`);
  });
  const ofYear = await verifyYear(file, json);
  if (ofYear !== null) return ofYear;
  const bytes = await readFile(file);
  const verdict = verifyArchive(bytes);
  const [first] = verdict.faults;
  if (json) console.log(JSON.stringify({ whole: first === undefined, ...verdict }));
  else if (!first) console.log(`归档包完整：第${verdict.proposal.number}号，共 ${verdict.files} 个文件。`);
  else
    console.log(`归档包有 ${verdict.faults.length} 处不符，第一处：${first.path}（${words[first.fault]}）。`);
  return first ? 1 : 0;
}

/** `fuhan archive`: the package of one case is verified; a whole year goes out as one file, and comes back elsewhere. */
export const archiveCommand: Command = {
  name: 'archive',
  usage: [
    'fuhan archive verify FILE.zip [--json]     核对归档包：每个文件与清单的 SHA-256、SM3 是否一致',
    'fuhan archive year 2026 --out FILE [--json]      把一年的全部案卷和文件写成一个归档包',
    'fuhan archive import FILE [--dry-run] [--json]   把一年的归档包导入空库；--dry-run 只核对，什么都不写',
  ].join('\n'),
  async run([verb, ...args]) {
    if (verb === 'verify') {
      const [file, ...options] = args;
      if (!file || options.some((option) => option !== '--json'))
        throw new UsageError('请写 fuhan archive verify 归档包.zip，可加 --json。');
      return verify(file, options.includes('--json'));
    }
    if (verb === 'year') {
      const { files, options } = readTyped(args, 1, { out: 'value', json: 'switch' }, 'archive');
      return exportYear(files[0]!, options['out'], 'json' in options);
    }
    if (verb === 'import') {
      const { files, options } = readTyped(args, 1, { 'dry-run': 'switch', json: 'switch' }, 'archive');
      return importArchive(files[0]!, 'dry-run' in options, 'json' in options);
    }
    throw new UsageError('archive 后面应写 verify、year 或 import。用 fuhan archive --help 看用法。');
  },
};
