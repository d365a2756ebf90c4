import { readFile } from 'node:fs/promises';
import { type ArchiveFault, verifyArchive } from '@fuhan/casework';
import { type Command, UsageError } from '../command';

const words: Readonly<Record<ArchiveFault['fault'], string>> = {
  missing: '缺失',
  extra: '清单里没有',
  changed: '内容与清单不符',
  unsafe: '路径不安全',
};

/** `fuhan archive verify FILE.zip`: every file of a package against its manifest; status 1 and the first bad one where it is broken. */
export const archiveCommand: Command = {
  name: 'archive',
  usage: 'fuhan archive verify FILE.zip [--json]     核对归档包：每个文件与清单的 SHA-256、SM3 是否一致',
  async run([verb, file, ...options]) {
    if (verb !== 'verify' || !file || options.some((option) => option !== '--json'))
      throw new UsageError('请写 fuhan archive verify 归档包.zip，可加 --json。');
    const bytes = await readFile(file).catch(() => {
      throw new UsageError(`读不到文件：${file}`);
    });
    const verdict = verifyArchive(bytes);
    const [first] = verdict.faults;
    if (options.includes('--json')) console.log(JSON.stringify({ whole: first === undefined, ...verdict }));
    else if (!first) console.log(`归档包完整：第${verdict.proposal.number}号，共 ${verdict.files} 个文件。`);
    else
      console.log(
        `归档包有 ${verdict.faults.length} 处不符，第一处：${first.path}（${words[first.fault]}）。`,
      );
    return first ? 1 : 0;
  },
};
