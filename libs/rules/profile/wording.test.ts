import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { parseProfile } from './profile';
import { addresseesOf, letterWording, pronounsFor } from './wording';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const profile = parseProfile(
  Object.fromEntries(
    readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
  ),
);

describe('letterWording', () => {
  it('should take the place’s usual opening when the letter chooses none', () => {
    expect(letterWording(profile).opening).toBe(profile.wording.openings.variants['standard']);
  });

  it('should take the variant the letter chooses', () => {
    expect(letterWording(profile, { closing: 'plain' }).closing).toBe('专此答复。');
  });

  it('should take the pronoun the letter chooses', () => {
    expect(letterWording(profile, { pronoun: '贵委' }).pronoun).toBe('贵委');
  });

  it('should print the verdicts as the place does', () => {
    expect(letterWording(profile)['verdict-adopted']).toBe('吸收采纳。');
  });

  it.each(['nowhere', 'toString'])(
    'should refuse the variant “%s” that the place does not have',
    (opening) => {
      expect(() => letterWording(profile, { opening })).toThrow(FuhanError);
    },
  );
});

describe('pronounsFor', () => {
  it.each([
    ['member', '林某某', ['您']],
    ['joint', '林某某等三人', ['你们']],
    ['sector', '教育界别', ['你们']],
    ['organisation', '民盟中山市委会', ['你们', '贵委']],
    ['organisation', '九三学社中山市委会', ['你们', '贵社']],
    ['organisation', '市工商联', ['你们', '贵会']],
    ['organisation', '市某某协进社', ['你们']],
  ] as const)('should offer a %s named %s: %j', (kind, name, offered) => {
    expect(pronounsFor(profile, { kind, name })).toEqual(offered);
  });
});

describe('the line of addressees', () => {
  const person = (name: string, role: 'first' | 'joint' | 'seconder') =>
    ({ name, kind: 'member', role }) as const;
  const people = [person('甲', 'first'), person('乙', 'joint'), person('丙', 'seconder')];
  const at = (namesAtMost: number | null, seconders = true) => ({
    ...profile,
    wording: { ...profile.wording, addressees: { namesAtMost, seconders } },
  });
  const names = (place: typeof profile, of = people as Parameters<typeof addresseesOf>[1]) =>
    addresseesOf(place, of, '委员').map(({ name, salutation }) => salutation ?? name);

  it('should be every name where the place counts none', () => {
    expect(names(profile)).toEqual(['甲', '乙', '丙']);
  });

  it('should be the first and how many there are from so many on', () => {
    expect([names(at(3)), names(at(2))]).toEqual([['甲', '乙', '丙'], ['甲等3名委员']]);
  });

  it('should take from a name the title that the letter adds, and from an organisation nothing', () => {
    const titled = [
      person('何委员', 'first'),
      { name: '某某界委员', kind: 'sector', role: 'joint' } as const,
    ];
    expect(names(profile, titled)).toEqual(['何', '某某界委员']);
  });

  it('should leave out who only seconded where the place does', () => {
    expect(names(at(null, false))).toEqual(['甲', '乙']);
  });

  it('should name an organisation beside the members that are counted', () => {
    const mixed = [...people, { name: '市工商联', kind: 'organisation', role: 'joint' } as const];
    expect(names(at(2), mixed)).toEqual(['甲等3名委员', '市工商联']);
  });

  it('should speak to several where it names one of them', () => {
    expect(addresseesOf(at(2), people, '委员')[0]?.kind).toBe('joint');
  });
});
