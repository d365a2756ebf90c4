import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter } from '@fuhan/letter-engine';
import { copyRecipients, letterWording } from './wording';
import { clockOf, clocksFor } from './lookups';
import { parseProfile, type PlaceProfile } from './profile';

const shipped = join(__dirname, '../../../seeds/places');
const textsOf = (place: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(shipped, place)).map((file) => [file, readFileSync(join(shipped, place, file), 'utf8')]),
  );
const places = readdirSync(shipped);

/** A letter of the place about nothing in particular, with everything a letter can have. */
function compose(profile: PlaceProfile, piece: 'openings' | 'closings' | 'annotations', variant: string) {
  const choice = { openings: 'opening', closings: 'closing', annotations: 'annotation' }[piece];
  return composeLetter(
    {
      ...{ issuer: { name: `${profile.name}某局` }, documentNumber: '某函〔2026〕1号', date: '2026-06-05' },
      ...{
        outcomeClass: 'B',
        printClass: true,
        publication: 'active',
        prose: [],
        signers: [{ name: '某某' }],
      },
      proposal: { number: '31', title: '关于某事的提案', kind: 'plenary' },
      session: { term: 8, meeting: 3, text: '八届三次会议', committee: profile.committee.name },
      proposers: [{ name: '甲', kind: 'member' }],
      coHandlers: [{ name: profile.units[3]?.shortName ?? '' }],
      fixedRecipients: copyRecipients(profile, 'plenary'),
      sections: [{ suggestion: { title: '某条' }, heading: null, verdict: 'adopted', blocks: [] }],
      contacts: [{ name: '某某', phone: `${profile.areaCode}-55550001` }],
    },
    letterWording(profile, { [choice]: variant }),
  );
}

describe.each(places)('the place %s', (place) => {
  const profile = parseProfile(textsOf(place));

  it('should be named like its folder', () => {
    expect(profile.place).toBe(place);
  });

  it.each(['reply', 'opinion', 'contact', 'return_answer', 'confirmation', 'rating', 'redo', 'publish'])(
    'should run the clock “%s”',
    (key) => {
      expect(clockOf(profile, key)).toBeDefined();
    },
  );

  it('should let each of the roles that answer owe one reply', () => {
    const replies = ['lead', 'sole', 'separate'].map((role) =>
      clocksFor(profile, 'hand_over', { role, proposers: ['organisation'] }).filter(
        ({ duty }) => duty === 'reply',
      ),
    );
    expect(replies.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it.each(['openings', 'closings', 'annotations'] as const)('should compose with each of its %s', (piece) => {
    const variants = Object.keys(profile.wording[piece].variants);
    expect(variants.map((variant) => compose(profile, piece, variant).title === null)).toEqual(
      variants.map(() => false),
    );
  });

  it('should begin a series with a unit of its own', () => {
    const codes = profile.units.map(({ code }) => code);
    expect(profile.series.filter(({ unit }) => !codes.includes(unit))).toEqual([]);
  });
});

describe('the second place', () => {
  const texts = textsOf('mianyang');
  const other = parseProfile(texts);
  const first = parseProfile(textsOf('zhongshan'));

  it('should differ from the first in what may differ', () => {
    const of = (profile: PlaceProfile): unknown[] => [
      ...[profile.merging, profile.confirmation.silence, profile.handOver.modes, profile.routes.length],
      ...[profile.wording.print, profile.wording.addressees, profile.classes.map(({ key }) => key)],
      ...[profile.opinionRoute, profile.requirements, profile.handOver.returns.pauseWhileOpen],
    ];
    const same = of(other).filter((value, i) => JSON.stringify(value) === JSON.stringify(of(first)[i]));
    expect(same).toEqual([]);
  });

  it.each([
    ['classes.yaml', 'key: D', 'key: DD', /classes\.yaml 第 \d+ 行.*应是一个大写字母/],
    ['hand-over.yaml', 'separate]', 'apart]', /hand-over\.yaml 第 2 行/],
    ['wording.yaml', 'number-line', 'beside', /wording\.yaml 第 \d+ 行.*print\.classSpot/],
    ['wording.yaml', '{{numbers proposals}}', '{{digits proposal}', /wording\.yaml 第 \d+ 行/],
    ['clocks.yaml', '2个月', '2个季度', /clocks\.yaml 第 \d+ 行.*看不懂时限/],
    ['place.yaml', '市政府目标绩效办', '市绩效办', /place\.yaml 第 \d+ 行.*没有简称为/],
    ['place.yaml', 'own_letters', 'separately', /place\.yaml 第 \d+ 行.*merging/],
  ])('should name file and line of a slip in %s: %s → %s', (file, from, to, told) => {
    const broken = { ...texts, [file]: (texts[file] ?? '').replace(from, to) };
    expect(() => parseProfile(broken)).toThrow(told);
  });
});
