import { join } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { clocksFor } from './lookups';
import { parseProfile } from './profile';

const folder = join(__dirname, '..', '..', '..', 'seeds', 'places', 'zhongshan');
const shipped = Object.fromEntries(
  readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
);
/** The place with more clocks at the end of its file. */
const with_ = (more: string): ReturnType<typeof parseProfile> =>
  parseProfile({ ...shipped, 'clocks.yaml': `${shipped['clocks.yaml']}\n${more}` });
const partyGroups = `
  - { key: reply_party, duty: reply, name: 答复党派团体, appliesTo: [lead, sole], startsWith: hand_over, proposers: [organisation],
      rule: 2个月, roll: true, source: 测试规定 }`;
const keys = (profile: ReturnType<typeof parseProfile>, role: string, ...proposers: string[]): string[] =>
  clocksFor(profile, 'hand_over', { role, proposers }).map(({ key }) => key);

describe('the clocks that a hand-over starts', () => {
  const profile = parseProfile(shipped);

  it.each([
    ['lead', ['return', 'contact', 'reply']],
    ['sole', ['return', 'contact', 'reply']],
    ['separate', ['return', 'contact', 'reply']],
    ['co', ['return', 'opinion']],
    ['reference', []],
  ])('should be those of the role: %s', (role, expected) => {
    expect(keys(profile, role, 'member')).toEqual(expected);
  });

  it('should be a party group’s own where the place has one, and one for each duty', () => {
    const place = with_(partyGroups);
    expect(keys(place, 'lead', 'organisation')).toEqual(['return', 'contact', 'reply_party']);
    expect(keys(place, 'lead', 'member', 'organisation')).toContain('reply_party');
  });

  it('should be the usual ones for everybody else', () => {
    const place = with_(partyGroups);
    expect(keys(place, 'lead', 'member')).toContain('reply');
    expect(keys(place, 'separate', 'organisation')).toContain('reply');
  });

  it('should run for the duty they name', () => {
    const [, , own] = clocksFor(with_(partyGroups), 'hand_over', {
      role: 'lead',
      proposers: ['organisation'],
    });
    expect(own?.duty).toBe('reply');
  });

  it('should be refused when two of a duty fit the same case', () => {
    const twice = partyGroups + partyGroups.replace('reply_party', 'reply_other');
    expect(() => with_(twice)).toThrow('“reply_party”已适用于同样的情形（lead），分不清用哪一个');
  });
});
