import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { z } from 'zod';
import { findProjectRoot } from './migrate';
import { readSettings, type Settings, settingsSchema } from './settings';

const url = 'postgres://fuhan:secret@db.example:5432/fuhan';
const read = (env: Record<string, string> = {}, argv: string[] = []): Settings =>
  readSettings({ DATABASE_URL: url, ...env }, argv);

function refusalOf(env: Record<string, string>, argv: string[] = []): string {
  try {
    read(env, argv);
  } catch (error) {
    return error instanceof FuhanError ? error.message : `not ours: ${String(error)}`;
  }
  return 'taken';
}

describe('settings', () => {
  it.each([
    ['PORT', 3000],
    ['HOST', '127.0.0.1'],
    ['PUBLIC_URL', undefined],
    ['REDIS_URL', undefined],
    ['DATABASE_POOL', 10],
    ['PLACE', 'zhongshan'],
    ['DEMO', false],
    ['FONTS_DIR', undefined],
    ['SESSION_IDLE_MINUTES', 30],
    ['SESSION_HOURS', 10],
    ['SECURE_COOKIES', false],
    ['REMINDER_HORIZON_HOURS', 24],
    ['NODE_ENV', 'development'],
  ] as const)('should have a default when nothing is set: %s', (name, value) => {
    expect(read()[name]).toBe(value);
  });

  it('should keep the data under the program when no folder is named', () => {
    expect(read().DATA_DIR).toBe(join(findProjectRoot(), '.data'));
  });

  it('should make the data folder absolute', () => {
    expect(isAbsolute(read({ DATA_DIR: 'elsewhere' }).DATA_DIR)).toBe(true);
  });

  it('should take an empty variable for one that is not set', () => {
    expect(read({ PORT: '', REDIS_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('should load the demo into the embedded database when nothing else is said', () => {
    expect(read({ FUHAN_DATABASE_KIND: 'embedded' }).DEMO).toBe(true);
  });

  it('should not load the demo when told so', () => {
    expect(read({ FUHAN_DATABASE_KIND: 'embedded', DEMO: '0' }).DEMO).toBe(false);
  });

  it.each([
    [[], ['api', 'worker']],
    [['--roles', 'api'], ['api']],
    [['--roles=worker'], ['worker']],
    [
      ['--roles', 'worker, api'],
      ['api', 'worker'],
    ],
  ])('should read the roles from the command line: %j', (argv, roles) => {
    expect(read({}, argv).roles).toEqual(roles);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://host/fuhan'],
    ['DATABASE_URL', 'db.example'],
    ['REDIS_URL', 'http://host'],
    ['PUBLIC_URL', 'fuhan.example.gov.cn'],
    ['DATABASE_POOL', '1'],
    ['PLACE', '../../etc'],
    ['DEMO', 'yes'],
    ['SECURE_COOKIES', 'true'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_HOURS', '73'],
    ['REMINDER_HORIZON_HOURS', '-1'],
    ['FUHAN_DATABASE_KIND', 'cloud'],
    ['NODE_ENV', 'prod'],
  ])('should be refused in one Chinese sentence that names it: %s=%s', (name, value) => {
    expect(refusalOf({ [name]: value })).toMatch(
      new RegExp(`^设置 ${name} 有误：[^\\n]*\\p{Script=Han}[^\\n]*。$`, 'u'),
    );
  });

  it('should never repeat a password in the sentence', () => {
    expect(refusalOf({ DATABASE_URL: 'mysql://fuhan:hidden-word@host/x' })).not.toContain('hidden-word');
  });

  it('should say what the setting is for when a needed one is missing', () => {
    expect(refusalOf({ DATABASE_URL: '' })).toMatch(/^没有设置 DATABASE_URL：.*PostgreSQL.*。$/);
  });

  it.each([[['--roles', 'king']], [['--roles']], [['--roles=']]])(
    'should refuse roles that are none: %j',
    (argv) => {
      expect(refusalOf({}, argv)).toMatch(/^--roles 后面只能写 api、worker 或 api,worker/);
    },
  );
});

/** One line of the table: name, default, meaning. */
function settingRow([name, property]: [string, unknown]): string {
  const { default: value, description = '' } = property as { default?: unknown; description?: string };
  return `| \`${name}\` | ${value === undefined ? '—' : `\`${String(value)}\``} | ${description} |`;
}

describe('docs/settings.md', () => {
  const schema = z.toJSONSchema(settingsSchema, { unrepresentable: 'any', io: 'input' });
  const properties = Object.entries(schema.properties ?? {});
  // The formatter pads the columns.
  const page = readFileSync(join(findProjectRoot(), 'docs', 'settings.md'), 'utf8').replace(/ +\|/g, ' |');

  it.each(properties)('should have the setting with its default and meaning: %s', (name, property) => {
    expect(page).toContain(settingRow([name, property]));
  });

  it('should have no other setting in the table', () => {
    const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(settingsSchema.shape));
  });
});
