import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileChanges } from './changes';
import { parseProfile } from './profile';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const texts = Object.fromEntries(
  readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
);
const first = parseProfile(texts);
const changed = (file: string, from: string, to: string) =>
  profileChanges(first, parseProfile({ ...texts, [file]: (texts[file] ?? '').replace(from, to) }, 2));

describe('what differs between two profiles', () => {
  it('should be nothing where only the version or a comment does', () => {
    expect(changed('place.yaml', '# 中山市：', '# 中山市（修订）：')).toEqual([]);
  });

  it('should be a setting by its path, with both values', () => {
    expect(changed('place.yaml', 'silence: agree', 'silence: ask_again')).toEqual([
      { path: 'confirmation.silence', before: 'agree', after: 'ask_again' },
    ]);
  });

  it('should name an element of a list by its key, and a time in words', () => {
    expect(changed('clocks.yaml', 'rule: 3个月', 'rule: 2个月')).toEqual([
      { path: 'clocks[reply].rule', before: '3个月，遇休息日顺延', after: '2个月，遇休息日顺延' },
    ]);
  });

  it('should tell what is new and what is gone', () => {
    expect(changed('place.yaml', '  - 市政协提案委\n', '  - 市财政局\n')).toEqual([
      { path: 'fixedCopyTo[市政协提案委]', before: '市政协提案委', after: null },
      { path: 'fixedCopyTo[市财政局]', before: null, after: '市财政局' },
    ]);
  });
});
