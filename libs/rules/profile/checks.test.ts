import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterLint } from './checks';
import { parseProfile } from './profile';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const texts = Object.fromEntries(
  readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
);
const lint = letterLint(parseProfile(texts));

describe('what the checks on letters take of a place', () => {
  it('should be its units under all their names', () => {
    expect(lint.place.units.find(({ shortName }) => shortName === '市卫生健康局')?.aliases).toEqual([
      '市卫健局',
    ]);
  });

  it('should be who always gets a copy', () => {
    expect(lint.place.fixedCopyTo).toEqual(['市政协提案委', '市政府办公室']);
  });

  it('should be the letters of its classes', () => {
    expect(lint.place.classes).toContain('A');
  });

  it('should be its area code', () => {
    expect(lint.place.areaCode).toBe('0760');
  });

  it('should be how a proposal’s number tells its session', () => {
    expect(new RegExp(lint.place.proposalNumber ?? '').exec('134030')?.groups).toMatchObject({
      term: '13',
      meeting: '4',
    });
  });

  it('should be how the place tunes a check', () => {
    const tuned = {
      ...texts,
      'checks.yaml':
        'proposalNumber: null\ntypos: { 甲: 乙 }\nsettings:\n  left-over-marks: { severity: yellow }\n',
    };
    expect(letterLint(parseProfile(tuned))).toMatchObject({
      place: { proposalNumber: null, typos: { 甲: '乙' } },
      settings: { 'left-over-marks': { severity: 'yellow' } },
    });
  });
});
