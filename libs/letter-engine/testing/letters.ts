import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../project-root';

const twins = projectPath('test/fixtures/letters');
/** The real letters lie beside the project where its makers work; elsewhere the tests on them are skipped. */
const seeds = projectPath('..', 'shared', 'seeds');

/** An own-worded twin of a real letter: `000` (five co-handlers, nine pages) or `002` (four pages, class A). */
export const twinText = (number: '000' | '002'): string => readFileSync(join(twins, `twin-${number}.txt`), 'utf8');

/** The real letter itself, or null where it is not at hand. */
export function seedText(number: '000' | '002'): string | null {
  if (!existsSync(seeds)) return null;
  const name = readdirSync(seeds).find((file) => file.startsWith(number));
  return name === undefined ? null : readFileSync(join(seeds, name), 'utf8');
}

/** `it` for a test on a real letter: skipped, and saying why, where the letter is not at hand. */
export const itWithSeed = (number: '000' | '002', name: string, run: (text: string) => void | Promise<void>): void => {
  const text = seedText(number);
  if (text === null) it.skip(`${name} (skipped: the real letter ${number} is not here)`, () => undefined);
  else it(name, () => run(text));
};
