import type { nextActionAnswer } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import { type Calendar, type Duty, isLive, type PlaceProfile } from '@fuhan/rules';
import type { CaseMaterial } from '../case-material';
import type { z } from 'zod';
import { sectionTitle } from '../section-title';

export type Choice = { value: string; label: string };
type Choices = Record<string, Choice[]>;
/** Units that are proposed with their reasons, and the fields each may be put into. */
export type Advice = NonNullable<z.input<typeof nextActionAnswer>['advice']>[number];

/** For one suggestion the units it probably concerns. */
export interface UnitAdvice {
  readonly about: string;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly reasons: readonly string[];
  }[];
}

export interface Form {
  /** Where one action has several forms: which one this is. */
  readonly label?: string;
  readonly defaults?: Record<string, unknown>;
  readonly choices?: Choices;
  readonly advice?: readonly Advice[];
}

/** What a form is filled from: the case, its profile, who holds which duty, today. */
export interface FormContext {
  readonly material: CaseMaterial;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly dutiesOf: ReadonlyMap<string, readonly Duty[]>;
  readonly unitId: string;
  readonly today: DateString;
  /** The reader. */
  readonly personId?: string;
  /** The digest of the text on the screen, by review step that the reader may decide. */
  readonly seen?: ReadonlyMap<string, string>;
  /** 常用语 of the reader and of the unit. */
  readonly phrases?: readonly string[];
  /** Proposals that may be merged into this one, the likest first; absent where the reader may not merge. */
  readonly mergeable?: readonly Choice[];
  /** Units that probably handle it; absent where the reader does not hand it over. */
  readonly unitAdvice?: readonly UnitAdvice[];
  /** What may be let stand, by review step; absent for steps that are not the reader's to sign. */
  readonly overrulable?: ReadonlyMap<string, readonly { readonly key: string; readonly label: string }[]>;
}

export type FormOf = (ctx: FormContext, targetId: string) => Form | Form[];

export const unitChoices = ({ material }: FormContext): Choice[] =>
  [...material.directory.units.values()]
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }));

/** The units that have no part in the case now. */
export const otherUnitChoices = (ctx: FormContext): Choice[] => {
  const present = new Set(ctx.material.assignments.filter(isLive).map(({ unitId }) => unitId));
  return unitChoices(ctx).filter(({ value }) => !present.has(value));
};

export const shortName = ({ material }: FormContext, unitId: string): string =>
  material.directory.units.get(unitId)?.shortName ?? '';

export const sectionChoices = ({ material }: FormContext, draftId: string): Choice[] =>
  material.sections
    .filter((section) => section.draftId === draftId)
    .map((section) => ({
      value: section.id,
      label: `${section.ordinal}. ${sectionTitle(material, section)}`,
    }));

export const coAssignments = ({ material }: FormContext) =>
  material.assignments.filter((each) => each.role === 'co' && isLive(each));

/** Nothing but a button, or a form without first values. */
export const plain: FormOf = () => ({});
