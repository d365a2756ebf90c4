import { cpus } from 'node:os';
import path from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { z } from 'zod';
import { findProjectRoot } from './migrate';

export const roleNames = ['api', 'worker'] as const;
export type RoleName = (typeof roleNames)[number];

const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `应写成 ${example} 的样子`,
    );
const whole = (min: number, max: number) =>
  z.coerce
    .number(`应是 ${min} 到 ${max} 之间的整数`)
    .int()
    .min(min, `不能小于 ${min}`)
    .max(max, `不能大于 ${max}`);
const onOff = z.enum(['0', '1'], '应是 0 或 1').transform((value) => value === '1');

/** Every setting: an environment variable, its meaning, its default. The table in docs/settings.md is made from this. */
export const settingsSchema = z.object({
  PORT: whole(1, 65535).default(3000).describe('网页和接口的端口；被占用时 npm start 换下一个空闲端口'),
  HOST: z.string().min(1).default('127.0.0.1').describe('监听地址；放在反向代理后面时保持默认'),
  PUBLIC_URL: url(['http:', 'https:'], 'https://fuhan.example.gov.cn')
    .optional()
    .describe('外面看到的地址，用在提案者的链接里；不填就用监听地址'),
  DATA_DIR: z.string().min(1).optional().describe('数据目录（数据库、文件）；不填是程序目录下的 .data'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://用户:密码@主机:5432/库名').describe(
    'PostgreSQL 地址；不填时 npm start 启动内置数据库',
  ),
  MIGRATION_DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://属主:密码@主机:5432/库名')
    .optional()
    .describe('建表用的账号（库的属主）；设了它，DATABASE_URL 的账号就改不了审计日志'),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://主机:6379')
    .optional()
    .describe('队列改用 Redis；不填时队列在 PostgreSQL 里'),
  DATABASE_POOL: whole(2, 200).default(10).describe('每个进程的数据库连接数上限'),
  PLACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, '应是 seeds/places 下的目录名')
    .default('zhongshan')
    .describe('地方配置'),
  DEMO: onOff.optional().describe('1：空库时装入演示数据；不填时只有内置数据库会装'),
  FONTS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('单位自有字体（方正小标宋、仿宋_GB2312 等）的目录，优先使用'),
  SESSION_IDLE_MINUTES: whole(1, 1440).default(30).describe('多少分钟不操作就要重新登录'),
  SESSION_HOURS: whole(1, 72).default(10).describe('登录后最长多少小时要重新登录'),
  SECURE_COOKIES: onOff.prefault('0').describe('1：登录凭证只走 https；放在 https 反向代理后面时设为 1'),
  REMINDER_HORIZON_HOURS: whole(1, 168).default(24).describe('提前多少小时把提醒放进队列'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://用户:密码@主机:465')
    .optional()
    .describe('发通知邮件的服务器；不填就不发邮件'),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n"@,]+ <[^\s<>@",]+@[^\s<>@",]+\.[^\s<>@",]+>|[^\s<>@",]+@[^\s<>@",]+\.[^\s<>@",]+)$/,
      '应写成 复函 <fuhan@example.gov.cn> 的样子',
    )
    .optional()
    .describe('通知邮件的发件人；填了 SMTP_URL 就要填'),
  SMS_OUTBOX_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('短信待发目录，单位自己的程序从这里取走发送；不填就不发短信'),
  WEBHOOK_ALLOW_PRIVATE: onOff
    .prefault('0')
    .describe('1：群机器人和自有系统的地址可以在内网；默认只许公网地址'),
  FUHAN_DATABASE_KIND: z
    .enum(['embedded', 'external'], '应是 embedded 或 external')
    .default('external')
    .describe('由 npm start 设置，不必自己填'),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], '应是 production、development 或 test')
    .default('development')
    .describe('正式使用时设为 production'),
});

type Raw = z.output<typeof settingsSchema>;

/** The settings of one process, parsed once. */
export interface Settings extends Omit<Raw, 'DATA_DIR' | 'DEMO'> {
  readonly DATA_DIR: string;
  readonly DEMO: boolean;
  readonly roles: readonly RoleName[];
  /** Threads that lay out letters. */
  readonly printers: number;
}

function rolesOf(argv: readonly string[]): RoleName[] {
  const at = argv.findIndex((argument) => argument === '--roles' || argument.startsWith('--roles='));
  const value = at < 0 ? 'api,worker' : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '');
  const wanted = value.split(',').map((role) => role.trim());
  const unknown = wanted.find((role) => !roleNames.some((name) => name === role));
  if (unknown !== undefined) {
    throw new FuhanError('config.invalid', {
      detail: `--roles 后面只能写 api、worker 或 api,worker，不能写“${unknown}”。`,
    });
  }
  return roleNames.filter((name) => wanted.includes(name));
}

/**
 * Reads the settings from the environment and the command line.
 * @throws FuhanError `config.invalid` with one Chinese sentence that names the setting and says what to set
 */
export function readSettings(
  env: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv,
): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    const missing = filled[name] === undefined;
    throw new FuhanError('config.invalid', {
      detail: missing
        ? `没有设置 ${name}：${settingsSchema.shape[name as keyof Raw].description}。`
        : `设置 ${name} 有误：${issue?.message}。`,
    });
  }
  return {
    ...parsed.data,
    DATA_DIR: path.resolve(parsed.data.DATA_DIR ?? path.join(findProjectRoot(), '.data')),
    DEMO: parsed.data.DEMO ?? parsed.data.FUHAN_DATABASE_KIND === 'embedded',
    roles: rolesOf(argv),
    printers: Math.min(2, cpus().length),
  };
}
