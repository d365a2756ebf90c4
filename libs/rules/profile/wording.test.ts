import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { parseProfile } from './profile';
import { letterWording, pronounsFor } from './wording';

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
