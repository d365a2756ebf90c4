import { type LetterModel, letterKinds } from '@fuhan/letter-engine';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindFields } from '../../../../test/fixtures/letters/kind-fields';
import { main } from '../../main';

const sample = kindFields('plenary');
let folder: string;
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-compose-'));
  [out, err] = [[], []];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const file = (value: unknown, name = 'fields.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const composed = async (...args: string[]): Promise<LetterModel> => {
  await main(['letter', 'compose', ...args]);
  return JSON.parse(out.join('\n')) as LetterModel;
};

describe('fuhan letter compose', () => {
  it.each(letterKinds)('should print a letter of the kind asked for: %s', async (kind) => {
    expect((await composed(kind, file(sample[kind]))).kind).toBe(kind);
  });

  it('should take the kind from the command where the file does not say it', async () => {
    const { kind, ...fields } = sample.chase;
    expect((await composed(kind, file(fields))).title).toContain('关于催办');
  });

  it('should speak the words of a place', async () => {
    const { sections } = await composed('handOver', file(sample.handOver), '--profile', 'zhongshan');
    expect(JSON.stringify(sections)).toContain('答复前主动与提案者沟通');
  });

  it('should give render what it can print', async () => {
    const model = file(await composed('opinion', file(sample.opinion)), 'opinion.json');
    await main(['letter', 'render', model, '--out', join(folder, 'new'), '--format', 'txt']);
    expect(out.at(-1)).toBe(join(folder, 'new', 'opinion.txt'));
  });
});

describe('a slip in what is composed', () => {
  const cases: readonly (readonly [string, () => string[], string])[] = [
    ['a kind that does not exist', () => ['note', file({})], '没有“note”这种函。可以是 reply、opinion'],
    ['a kind the file contradicts', () => ['reply', file(sample.chase)], '（reply）里“kind”不对'],
    ['a field that is missing', () => ['chase', file({ ...sample.chase, due: undefined })], '“due”不对'],
    ['a field that is misspelt', () => ['chase', file({ ...sample.chase, dues: 1 })], 'dues'],
    [
      'a day that does not exist',
      () => ['chase', file({ ...sample.chase, due: '2026-02-30' })],
      '存在的日期',
    ],
    ['a list instead of fields', () => ['chase', file([])], '“（整体）”不对'],
    ['broken JSON', () => ['chase', file('{"issuer":')], '不是完整的 JSON'],
    ['a missing file', () => ['chase', join(folder, 'none.json')], '读不到文件'],
    ['no file', () => ['chase'], '缺少文件名'],
    ['a place that does not exist', () => ['chase', file(sample.chase), '--profile', 'nowhere'], '读不到'],
  ];

  it.each(cases)('should end with 1 and one Chinese line for %s', async (_, args, sentence) => {
    const status = await main(['letter', 'compose', ...args()]);
    expect({ status, lines: err.length, out }).toEqual({ status: 1, lines: 1, out: [] });
    expect(err[0]).toContain(sentence);
  });
});
