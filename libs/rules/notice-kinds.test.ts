import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelsFor, noticeKindNames, noticeKindOf, noticeKinds } from './notice-kinds';

const root = join(__dirname, '..', '..');
const sources = ['libs/casework', 'libs/clocks'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);
const told = sources.flatMap((text) =>
  [...text.matchAll(/\btell\(\s*ctx,\s*'([a-z_]+)'/g)].map(([, kind = '']) => kind),
);

describe('the kinds of notices', () => {
  it('should have a line for each that is told anywhere', () => {
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((kind) => noticeKindOf(kind) === 'other')).toEqual([]);
  });
  it('should count an unknown word as the last of them', () => {
    expect(noticeKindOf('no_such_kind')).toBe('other');
  });
  it('should go out for every legal one unless somebody chooses', () => {
    const silent = noticeKindNames.filter(
      (kind) => noticeKinds[kind].legal && channelsFor(kind, null, ['mail']).length === 0,
    );
    expect(silent).toEqual([]);
  });
});

describe('what goes out', () => {
  it.each([
    ['what is usual, without a choice', 'review', null, ['mail', 'sms'], ['mail']],
    ['what was chosen', 'review', ['sms'], ['mail', 'sms'], ['sms']],
    ['nothing, when that was chosen', 'review', [], ['mail', 'sms'], []],
    ['nothing without an address', 'review', null, [], []],
    ['nothing where the chosen way has no address', 'review', ['sms'], ['mail'], []],
    ['a legal notice by the chosen way alone', 'handed_over', ['sms'], ['mail', 'sms'], ['sms']],
    [
      'a legal notice to every address, when the choice reaches nobody',
      'handed_over',
      ['sms'],
      ['mail'],
      ['mail'],
    ],
    [
      'a legal notice to every address, even against the choice',
      'handed_over',
      [],
      ['mail', 'sms'],
      ['mail', 'sms'],
    ],
    ['a legal notice nowhere, where there is no address', 'handed_over', null, [], []],
  ] as const)('should be %s', (_words, kind, choice, reachable, expected) => {
    expect(channelsFor(kind, choice, reachable)).toEqual(expected);
  });
});
