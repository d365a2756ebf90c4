import { BlobStore, createDataSource, readSettings } from '@fuhan/platform';
import { type Command, UsageError } from '../command';

interface Stored {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
}

const faults = { missing: '文件不在了', changed: '内容与存入时不同' } as const;

/** `fuhan files verify`: reads every stored file and compares its digest; status 1 and a line for each that is missing or was changed. */
export const filesCommand: Command = {
  name: 'files',
  usage: 'fuhan files verify [--json]            逐个核对存下的文件，指出缺失的和被改过的',
  async run([verb, ...options]) {
    if (verb !== 'verify' || options.some((option) => option !== '--json'))
      throw new UsageError('请写 fuhan files verify，可加 --json。');
    const { DATABASE_URL: url, DATA_DIR: dataDir } = readSettings(process.env, []);
    const dataSource = await createDataSource({ url, pool: 2, entities: [] }).initialize();
    try {
      const store = new BlobStore(dataDir);
      const files: Stored[] = await dataSource.query(
        'SELECT id, sha256, file_name AS "fileName" FROM blob ORDER BY created_at, file_name',
      );
      const bad: (Stored & { fault: keyof typeof faults })[] = [];
      for (const file of files) {
        const fault = await store.check(file.sha256);
        if (fault !== 'whole') bad.push({ ...file, fault });
      }
      if (options.includes('--json')) console.log(JSON.stringify({ files: files.length, bad }));
      else {
        for (const { fault, fileName, sha256 } of bad)
          console.log(`${faults[fault]}：${fileName}（${sha256}）。请从备份恢复。`);
        console.log(`核对了 ${files.length} 个文件，${bad.length} 个有问题。`);
      }
      return bad.length === 0 ? 0 : 1;
    } finally {
      await dataSource.destroy();
    }
  },
};
