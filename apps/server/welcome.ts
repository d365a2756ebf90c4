import { existsSync } from 'node:fs';
import { administratorsFile } from './administrators';
import { demoSummary } from './demo/demo-summary';
import type { House } from './house';

const databaseLine = ({ settings }: House): string =>
  settings.FUHAN_DATABASE_KIND === 'embedded'
    ? '内置 PostgreSQL（设置 DATABASE_URL 可改用自己的）'
    : `PostgreSQL ${new URL(settings.DATABASE_URL).host}`;

const queueLine = ({ settings }: House): string =>
  settings.REDIS_URL === undefined
    ? 'PostgreSQL（设置 REDIS_URL=redis://… 可改用 Redis）'
    : `Redis ${new URL(settings.REDIS_URL).host}`;

/** What a person at the terminal needs to know once everything runs. */
export async function printWelcome(house: House): Promise<void> {
  const { settings, publicUrl } = house;
  const demo = await demoSummary(house);
  const lines = [
    '',
    settings.roles.includes('api')
      ? `复函已启动：${publicUrl}`
      : '复函后台已启动（只处理任务，不提供网页）。',
    `  数据目录：${settings.DATA_DIR}`,
    `  数据库：${databaseLine(house)}`,
    `  队列：${queueLine(house)}`,
    ...(demo ? ['  演示账号（口令都是 ' + demo.accounts[0]?.password + '）：'] : []),
    ...(demo?.accounts ?? []).map(
      ({ account, name, unit, duties }) => `    ${account.padEnd(16)}${name}  ${unit}  ${duties.join('、')}`,
    ),
    ...(demo?.letter ? [`  演示答复函：${demo.letter.page}`] : []),
    ...(existsSync(administratorsFile(house))
      ? [`  三位管理员的初始口令在 ${administratorsFile(house)}，交给本人后请删除这个文件。`]
      : []),
    '  停止：按 Ctrl-C。',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
