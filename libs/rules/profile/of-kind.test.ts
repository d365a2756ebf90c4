import { join } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { clockOf, parseProfile, profileOfKind, proposalKindNames, wordsOfKind } from '../index';

const folder = join(__dirname, '../../../seeds/places/zhongshan');
const files = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const shipped = parseProfile(files);
const edited = (file: string, from: string | RegExp, to: string) =>
  parseProfile({ ...files, [file]: files[file]!.replace(from, to) });
const twoMonths = edited(
  'clocks.yaml',
  /npc_suggestion: \{ rule: 3个月, /,
  'npc_suggestion: { rule: 2个月, ',
);

describe('the kinds of paper of a place', () => {
  it('should all be known to the product', () => {
    expect(shipped.kinds.filter((kind) => !proposalKindNames.includes(kind))).toEqual([]);
  });

  it('should refuse a kind nobody knows, with file and line', () => {
    expect(() => edited('place.yaml', 'plenary, regular', 'plenary, ordinary')).toThrow(
      /place\.yaml 第 \d+ 行/,
    );
  });
});

describe('the clocks of a kind', () => {
  it('should be the usual ones where the kind has none of its own', () => {
    expect(clockOf(profileOfKind(twoMonths, 'plenary'), 'reply')?.rule).toEqual(
      clockOf(shipped, 'reply')?.rule,
    );
  });

  it('should be its own where the place gives it some', () => {
    expect(clockOf(profileOfKind(twoMonths, 'npc_suggestion'), 'reply')?.rule).toMatchObject({ amount: 2 });
  });

  it('should name their own source', () => {
    expect(clockOf(profileOfKind(shipped, 'npc_suggestion'), 'reply')?.source).toContain('代表法');
  });

  it('should leave the other clocks alone', () => {
    const rule = (kind: 'plenary' | 'npc_suggestion') => clockOf(profileOfKind(twoMonths, kind), 'opinion');
    expect(rule('npc_suggestion')).toEqual(rule('plenary'));
  });

  it('should be made once', () => {
    expect(profileOfKind(shipped, 'npc_bill')).toBe(profileOfKind(shipped, 'npc_bill'));
  });

  it('should be refused with file and line where their rule cannot be read', () => {
    expect(() =>
      edited('clocks.yaml', 'npc_suggestion: { rule: 3个月', 'npc_suggestion: { rule: 7周'),
    ).toThrow(/clocks\.yaml 第 \d+ 行：.*7周/);
  });
});

describe('the words of a kind', () => {
  it.each([
    ['plenary', '提案', '委员'],
    ['npc_suggestion', '建议', '代表'],
    ['npc_bill', '议案', '代表'],
  ] as const)('should be those of %s', (kind, document, member) => {
    expect(wordsOfKind(shipped, kind)).toMatchObject({ document, member });
  });

  it('should be the place’s own where it has some', () => {
    expect(wordsOfKind(shipped, 'npc_suggestion').office).toBe('市人大常委会选联工委');
  });
});
