import { FuhanError } from '@fuhan/kernel';
import { readSettings, settingsSchema } from './settings';

type Name = keyof typeof settingsSchema.shape;
interface Values {
  /** What is written → what the program works with. */
  readonly good: readonly (readonly [string, unknown])[];
  readonly bad: readonly string[];
}

const asIs = (...texts: string[]): [string, string][] => texts.map((text) => [text, text]);

/** What may be written into each setting, up to its limits, and what may not, just beyond them. */
const values: Readonly<Record<Name, Values>> = {
  PORT: {
    good: [
      ['1', 1],
      ['65535', 65535],
    ],
    bad: ['0', '65536', '-1', '80.5', 'http', '3000,3001', 'NaN', 'Infinity'],
  },
  HOST: { good: asIs('0.0.0.0', '::1', 'fuhan.example.gov.cn'), bad: [] },
  PUBLIC_URL: {
    good: asIs('https://fuhan.example.gov.cn', 'http://10.1.2.3:8080/fuhan'),
    bad: ['fuhan.example.gov.cn', 'ftp://fuhan.example.gov.cn', 'javascript:alert(1)', '//fuhan'],
  },
  DATA_DIR: { good: asIs('/srv/复函 data'), bad: [] },
  DATABASE_URL: {
    good: asIs('postgres://u:p%40ss@db/fuhan', 'postgresql://db:5433/fuhan?sslmode=require'),
    bad: ['mysql://db/fuhan', 'db:5432', 'fuhan', 'postgres', 'redis://db'],
  },
  MIGRATION_DATABASE_URL: {
    good: asIs('postgres://owner:p%40ss@db/fuhan'),
    bad: ['mysql://db/fuhan', 'db:5432', 'redis://db'],
  },
  REDIS_URL: {
    good: asIs('redis://queue', 'rediss://:word@queue:6380/2'),
    bad: ['queue:6379', 'http://queue', 'postgres://queue', 'redis'],
  },
  DATABASE_POOL: {
    good: [
      ['2', 2],
      ['200', 200],
    ],
    bad: ['1', '201', '2.5', 'many'],
  },
  PLACE: { good: asIs('zhongshan', 'new_place2'), bad: ['../etc', 'a/b', '中山', 'Zhongshan', '2nd', 'a-b'] },
  DEMO: {
    good: [
      ['1', true],
      ['0', false],
    ],
    bad: ['true', 'yes', '2', ' 1'],
  },
  FONTS_DIR: { good: asIs('/srv/fonts 字体'), bad: [] },
  SESSION_IDLE_MINUTES: {
    good: [
      ['1', 1],
      ['1440', 1440],
    ],
    bad: ['0', '1441', '-5', '10m'],
  },
  SESSION_HOURS: {
    good: [
      ['1', 1],
      ['72', 72],
    ],
    bad: ['0', '73', '1.5', '10h'],
  },
  SECURE_COOKIES: {
    good: [
      ['1', true],
      ['0', false],
    ],
    bad: ['on', 'false'],
  },
  REMINDER_HORIZON_HOURS: {
    good: [
      ['1', 1],
      ['168', 168],
    ],
    bad: ['0', '169', 'a day'],
  },
  SMTP_URL: {
    good: asIs('smtp://10.1.2.3:25', 'smtps://u:p%40ss@mail.example.gov.cn:465'),
    bad: ['mail.example.gov.cn', 'http://mail', 'smtp'],
  },
  MAIL_FROM: {
    good: asIs('fuhan@example.gov.cn', '复函 <fuhan@example.gov.cn>'),
    bad: ['复函', 'a@b', 'fuhan@example.gov.cn\r\nBcc: x@y.cn', 'a@b.cn, c@d.cn', '<a@b.cn> x'],
  },
  SMS_OUTBOX_DIR: { good: asIs('/srv/短信 待发'), bad: [] },
  WEBHOOK_ALLOW_PRIVATE: {
    good: [
      ['1', true],
      ['0', false],
    ],
    bad: ['true', 'yes', '2'],
  },
  FUHAN_DATABASE_KIND: { good: asIs('embedded', 'external'), bad: ['Embedded', 'none'] },
  NODE_ENV: { good: asIs('production', 'development', 'test'), bad: ['prod', 'Production'] },
};

const read = (env: Record<string, string>) =>
  readSettings({ DATABASE_URL: 'postgres://db/fuhan', ...env }, []);
const refusal = (name: string, value: string): string => {
  try {
    read({ [name]: value });
  } catch (error) {
    return error instanceof FuhanError ? error.message : `not ours: ${String(error)}`;
  }
  return 'taken';
};
const good = Object.entries(values).flatMap(([name, { good: texts }]) =>
  texts.map(([text, value]) => [name as Name, text, value] as const),
);
const bad = Object.entries(values).flatMap(([name, { bad: texts }]) =>
  texts.map((text) => [name as Name, text] as const),
);

describe('what may be written into a setting', () => {
  it('should be known here for every setting there is', () => {
    expect(Object.keys(values)).toEqual(Object.keys(settingsSchema.shape));
  });

  it.each(good)('should be taken: %s=%s', (name, text, value) => {
    expect(read({ [name]: text })[name]).toBe(value);
  });

  it.each(bad)(
    'should be told in one Chinese sentence that names the setting when wrong: %s=%s',
    (name, text) => {
      expect(refusal(name, text)).toMatch(
        new RegExp(`^设置 ${name} 有误：[^\\n]*\\p{Script=Han}[^\\n]*。$`, 'u'),
      );
    },
  );

  it.each(bad)('should not be said in English: %s=%s', (name, text) => {
    expect(refusal(name, text)).not.toMatch(/invalid|expected|received|too (big|small)/i);
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL'])(
    'should not be repeated when it is wrong, since it may hold a password: %s',
    (name) => {
      expect(refusal(name, 'gopher://fuhan:hidden-word@host/x')).not.toContain('hidden-word');
    },
  );

  it('should be told one at a time', () => {
    expect(refusal('PORT', '0')).not.toContain('HOST');
  });

  it.each([['--roles', 'api', 'api'], ['--roles=worker,worker'], ['--roles', ' worker ']])(
    'should give each role once: %j',
    (...argv) => {
      const { roles } = readSettings({ DATABASE_URL: 'postgres://db/fuhan' }, argv);
      expect(roles).toHaveLength(1);
    },
  );
});
