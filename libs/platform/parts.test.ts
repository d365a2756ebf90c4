import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobStore } from './blobs';
import { sqlState, violatedConstraint } from './database';
import { concurrency, jobNames, jobSettings, queueNames } from './jobs';
import { log } from './log';
import { SnakeNaming } from './naming';
import { readOrCreateKey } from './secret';

const folder = (): string => mkdtempSync(join(tmpdir(), 'fuhan-parts-'));
const filesUnder = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('BlobStore', () => {
  const bytes = Buffer.from('复函\u0000\u0001');
  let directory: string;
  let store: BlobStore;
  beforeEach(() => {
    directory = folder();
    store = new BlobStore(directory);
  });

  it('should give back the bytes it was given', async () => {
    const { sha256, size } = await store.put(bytes);
    expect([await store.get(sha256), size]).toEqual([bytes, 8]);
  });

  it('should store the same bytes once', async () => {
    const [first, second] = await Promise.all([store.put(bytes), store.put(bytes)]);
    expect([first, filesUnder(directory)]).toEqual([second, [first.sha256]]);
  });

  it('should leave nothing half written behind', async () => {
    await store.put(bytes);
    expect(readdirSync(join(directory, 'blobs', 'tmp'))).toEqual([]);
  });

  it('should refuse to give bytes that were changed on disk', async () => {
    const { sha256 } = await store.put(bytes);
    writeFileSync(join(directory, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'other');
    await expect(store.get(sha256)).rejects.toThrow('has changed on disk');
  });

  it('should fail when the file is gone', async () => {
    await expect(store.get('a'.repeat(64))).rejects.toThrow('ENOENT');
  });

  it('should keep an empty file too', async () => {
    const { sha256 } = await store.put(Buffer.alloc(0));
    expect(await store.get(sha256)).toHaveLength(0);
  });

  it('should let nobody else read a file', async () => {
    const { sha256 } = await store.put(bytes);
    const file = join(directory, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('readOrCreateKey', () => {
  it('should make 256 bits at the first use and read them ever after', () => {
    const directory = folder();
    const made = readOrCreateKey(directory, 'links');
    expect([made.length, readOrCreateKey(directory, 'links')]).toEqual([32, made]);
  });

  it('should make another key for another name', () => {
    const directory = folder();
    expect(readOrCreateKey(directory, 'one')).not.toEqual(readOrCreateKey(directory, 'two'));
  });

  it('should let nobody else read it', () => {
    const directory = folder();
    readOrCreateKey(directory, 'links');
    expect(statSync(join(directory, 'keys', 'links')).mode & 0o077).toBe(0);
  });
});

describe('SnakeNaming', () => {
  const naming = new SnakeNaming();

  it('should write names in the database with underscores', () => {
    expect([naming.tableName('LoginSession', undefined), naming.columnName('tokenHash', undefined)]).toEqual([
      'login_session',
      'token_hash',
    ]);
  });

  it('should keep a name that was given', () => {
    expect([naming.tableName('X', 'place_profile'), naming.columnName('x', 'as_it_is')]).toEqual([
      'place_profile',
      'as_it_is',
    ]);
  });
});

describe('what PostgreSQL says', () => {
  it('should be found in the driver’s error that TypeORM wraps', () => {
    const wrapped = Object.assign(new Error('x'), {
      driverError: { code: '23505', constraint: 'unit_code_key' },
    });
    expect([sqlState(wrapped), violatedConstraint(wrapped)]).toEqual(['23505', 'unit_code_key']);
  });

  it.each([new Error('x'), null, undefined, 'text', { code: 7 }])(
    'should be nothing when it said nothing: %p',
    (error) => {
      expect([sqlState(error), violatedConstraint(error)]).toEqual([undefined, undefined]);
    },
  );
});

describe('the list of jobs', () => {
  it('should put every job into a queue that exists', () => {
    expect(jobNames.filter((name) => !queueNames.includes(jobSettings[name].queue))).toEqual([]);
  });

  it('should use every queue, and run at least one job of each at a time', () => {
    const used = new Set(jobNames.map((name) => jobSettings[name].queue));
    expect(queueNames.filter((name) => !used.has(name) || concurrency[name] < 1)).toEqual([]);
  });

  it('should try every job more than once', () => {
    expect(jobNames.filter((name) => jobSettings[name].attempts < 2)).toEqual([]);
  });
});

describe('log', () => {
  it('should write one line whatever the message', () => {
    const written: string[] = [];
    const spy = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0);
    log.info('first\n  second');
    spy.mockRestore();
    expect(written[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info first \| second\n$/);
  });
});
