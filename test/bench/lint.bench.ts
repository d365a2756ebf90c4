import { letterChecks } from '@fuhan/letter-engine';
import { cleanLetters } from '../fixtures/letters/clean/clean-letters';
import { report, timed } from './figures';
import { damagedCases } from './lint/damages';
import { cleanFindings, findingsIn, measureDamages } from './lint/measure';

const ROUNDS = 20;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

describe('checks of letters', () => {
  const letters = cleanLetters();
  const cases = damagedCases(letters);

  it('should report how many planted slips are caught', () => {
    const { scores, missed, share } = measureDamages(cases);
    report(`planted slips caught (${cases.length} letters, ${scores.length} checks)`, share * 100, '%');
    for (const { id, caught, of } of scores) say(`figure: ${id} = ${caught} of ${of}`);
    for (const { spoilt, findings } of missed)
      say(
        `missed: ${spoilt.id}: ${spoilt.damage} [${spoilt.letter.name}] ${spoilt.words.join(' | ')} — ` +
          (findings.map(({ id, excerpt }) => `${id} “${excerpt}”`).join('; ') || 'nothing found'),
      );
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['with their case', true],
    ['as bare files', false],
  ])('should report findings on the clean letters %s', (how, withCase) => {
    const found = cleanFindings(letters, withCase);
    report(`findings per clean letter ${how} (${letters.length} letters)`, found.length / letters.length, '');
    for (const { letter, finding } of found) say(`clean: [${letter}] ${finding.id} “${finding.excerpt}”`);
    expect(letters.length).toBeGreaterThan(0);
  });

  it('should report the time a letter takes', async () => {
    const longest = letters.reduce((most, letter) => (letter.text.length > most.text.length ? letter : most));
    const took = await timed(async () => {
      for (let i = 0; i < ROUNDS; i += 1) findingsIn(longest.text, longest.case);
    });
    report(`import and lint of ${longest.text.length} characters`, took / ROUNDS, 'ms');
    expect(letterChecks.length).toBeGreaterThan(0);
  });
});
