import type { caseFile } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import {
  type Actor,
  type Calendar,
  type CaseSnapshot,
  isLive,
  type PlaceProfile,
  writesReply,
} from '@fuhan/rules';
import type { z } from 'zod';
import type { CaseMaterial } from '../case-material';
import type { PersonalLinks } from '../case/links';

export type CaseFile = z.input<typeof caseFile>;

/** What turns rows into the page's answer. */
export interface CaseFileContext {
  readonly material: CaseMaterial;
  readonly snapshot: CaseSnapshot;
  readonly actor: Actor;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly today: DateString;
  /** The reader's unit: it is shown what concerns it, and personal links only as the writing unit. */
  readonly unitId: string;
  /** Coordinators, supervisors and the leader who supervises this case are shown everything. */
  readonly overseesAll: boolean;
  /** The reader's unit had a part in the case and has none now: it is shown its own entries. */
  readonly isFormer: boolean;
  readonly links: PersonalLinks;
}

export const iso = (instant: Date): string => instant.toISOString();
export const isoOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** Names for ids. */
export const names = ({ material: { directory } }: CaseFileContext) => ({
  unit: (id: string | null): string => (id && directory.units.get(id)?.shortName) || '',
  person: (id: string | null): string | null => (id && directory.people.get(id)?.name) || null,
  office: (id: string | null): string | null => (id && directory.offices.get(id)?.name) || null,
});

export const unitIdOf = ({ material }: CaseFileContext, assignmentId: string): string =>
  material.assignments.find(({ id }) => id === assignmentId)?.unitId ?? '';

/** A co-handler reads its own opinion, not the others'; the unit that answers reads them all. */
export const mayReadOf = (ctx: CaseFileContext, unitId: string): boolean =>
  ctx.overseesAll || ctx.unitId === unitId;

/** Whether the reader's unit is one that answers the proposer. */
export const answers = (ctx: CaseFileContext): boolean =>
  ctx.material.assignments.some(
    (each) => each.unitId === ctx.unitId && writesReply(each.role) && isLive(each),
  );
