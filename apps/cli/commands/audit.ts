import { createDataSource, readSettings, verifyAudit } from '@fuhan/platform';
import { type Command, UsageError } from '../command';

interface BadEntry {
  readonly seq: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
}

/** `fuhan audit verify`: recomputes the chain of the audit log; status 1 and the first bad entry where it is broken. */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'fuhan audit verify [--json]            重算审计日志的链，指出第一条被改过的记录',
  async run([verb, ...options]) {
    if (verb !== 'verify' || options.some((option) => option !== '--json'))
      throw new UsageError('请写 fuhan audit verify，可加 --json。');
    const { DATABASE_URL: url } = readSettings(process.env, []);
    const dataSource = await createDataSource({ url, pool: 2, entities: [] }).initialize();
    try {
      const verdict = await verifyAudit(dataSource.manager);
      const [bad] = (await dataSource.query('SELECT seq, at, actor, action FROM audit_log WHERE seq = $1', [
        verdict.firstBad,
      ])) as BadEntry[];
      if (options.includes('--json'))
        console.log(JSON.stringify({ whole: verdict.firstBad === null, ...verdict }));
      else if (verdict.firstBad === null) console.log(`审计日志完整，共 ${verdict.entries} 条。`);
      else
        console.log(
          `审计日志从第 ${verdict.firstBad} 条起对不上（共 ${verdict.entries} 条）：` +
            (bad
              ? `这一条记的是 ${bad.at.toISOString()} ${bad.actor} ${bad.action}。`
              : '这一条已经不在了。'),
        );
      return verdict.firstBad === null ? 0 : 1;
    } finally {
      await dataSource.destroy();
    }
  },
};
