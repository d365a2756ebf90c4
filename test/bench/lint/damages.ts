import type { LintCase } from '@fuhan/letter-engine';
import type { CleanLetter } from '../../fixtures/letters/clean/clean-letters';
import type { Damage } from './damage';
import { addressDamages } from './damages/address';
import { classDamages } from './damages/class';
import { dateDamages } from './damages/dates';
import { figureDamages } from './damages/figures';
import { formDamages } from './damages/forms';
import { lineDamages } from './damages/lines';
import { markDamages } from './damages/marks';
import { secondFacts } from './damages/second-facts';
import { secondForms } from './damages/second-forms';
import { secondWords } from './damages/second-words';
import { sectionDamages } from './damages/sections';
import { thirdRound } from './damages/third';
import { unitDamages } from './damages/units';
import { writingDamages } from './damages/writing';

/** Every way in which the bench spoils a letter; made without a look at the checks. */
export const damages: readonly Damage[] = [
  ...dateDamages,
  ...unitDamages,
  ...sectionDamages,
  ...classDamages,
  ...lineDamages,
  ...addressDamages,
  ...formDamages,
  ...markDamages,
  ...figureDamages,
  ...writingDamages,
  ...secondFacts,
  ...secondForms,
  ...secondWords,
  ...thirdRound,
];

/** One spoilt letter. */
export interface DamagedCase {
  readonly id: string;
  readonly damage: string;
  readonly letter: CleanLetter;
  readonly text: string;
  readonly words: readonly string[];
  readonly says: RegExp | null;
  readonly facts: LintCase;
}

/** So many letters at most suffer the same damage. */
const LETTERS = 3;

/** Each damage in up to three letters, beginning with another one each time; always the same. */
export function damagedCases(letters: readonly CleanLetter[]): readonly DamagedCase[] {
  return damages.flatMap((damage, i) => {
    const turned = letters.map((_, n) => letters[(i + n) % letters.length]!);
    return turned
      .flatMap((letter): DamagedCase[] => {
        const made = damage.make(letter);
        return made === null
          ? []
          : [
              {
                id: damage.id,
                damage: damage.name,
                letter,
                text: made.text,
                words: made.words,
                says: made.says ?? null,
                facts: { ...letter.case, ...made.case },
              },
            ];
      })
      .slice(0, LETTERS);
  });
}
