import { damagedCases, damages } from '../../../test/bench/lint/damages';
import { cleanFindings, measureDamages } from '../../../test/bench/lint/measure';
import { cleanLetters } from '../../../test/fixtures/letters/clean/clean-letters';
import { letterChecks } from './checks';

const letters = cleanLetters();
const FINDINGS_PER_LETTER = 0.3;
const CAUGHT = 0.95;

describe('the clean set', () => {
  it('should hold a twin of every letter at hand', () => {
    expect(letters.map(({ name }) => name)).toHaveLength(12);
  });

  it.each([
    ['with the facts of their case', true],
    ['as bare files', false],
  ])('should give next to no findings when letters are read %s', (_, withCase) => {
    const found = cleanFindings(letters, withCase).map(
      ({ letter, finding }) => `${letter}: ${finding.id} ${finding.excerpt}`,
    );
    expect(found.slice(Math.floor(FINDINGS_PER_LETTER * letters.length))).toEqual([]);
  });
});

describe('planted slips', () => {
  const cases = damagedCases(letters);
  const measured = measureDamages(cases);

  it('should be at least 300', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it('should be of three sorts at least for every check', () => {
    const few = letterChecks.filter(({ id }) => damages.filter((each) => each.id === id).length < 3);
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('should each find a letter to spoil', () => {
    const spoilt = new Set(cases.map(({ id, damage }) => `${id}: ${damage}`));
    expect(damages.map(({ id, name }) => `${id}: ${name}`).filter((each) => !spoilt.has(each))).toEqual([]);
  });

  it('should be caught, 95 of 100, each by its own check and with the wrong words named', () => {
    expect(measured.share).toBeGreaterThanOrEqual(CAUGHT);
  });

  it('should be caught, four of five at least, by every single check', () => {
    expect(measured.scores.filter(({ caught, of }) => caught / of < 0.8)).toEqual([]);
  });
});
