import type { Actor } from '@fuhan/rules';

/** Nobody's id: who acts by a link is no person of the house. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Somebody without an account, acting for a unit by the link it was given. */
export const outsideActor = (unitId: string, name: string): Actor => ({
  personId: NOBODY,
  name,
  unitId,
  officeId: null,
  duties: [],
});

/** The program itself, where it does something nobody asked it for. */
export const systemActor: Actor = outsideActor(NOBODY, '系统');

/** The person of the house behind an actor; null where somebody acts by a link. */
export const personOf = ({ personId }: Actor): string | null => (personId === NOBODY ? null : personId);
