import type { AbsentPerson, Actor } from './snapshot';

/** Whether the actor is this drafter, or stands in for that person as drafter. */
export const isDrafter = (actor: Actor, drafterId: string | null): boolean =>
  drafterId === actor.personId ||
  (actor.standIn?.absent ?? []).some(
    ({ personId, duties }) => personId === drafterId && duties.includes('drafter'),
  );

/**
 * In whose place the actor does what `may` allows.
 * @returns null where the own duties suffice (or nothing does): a person who may act anyway acts in the own name
 */
export function standsInFor(actor: Actor, may: (actor: Actor) => boolean): AbsentPerson | null {
  if (!actor.standIn) return null;
  const { ownDuties, absent } = actor.standIn;
  const as = (people: readonly AbsentPerson[]): Actor => ({
    ...actor,
    duties: [...ownDuties, ...people.flatMap(({ duties }) => duties)],
    standIn: { ownDuties, absent: people },
  });
  return may(as([])) ? null : (absent.find((person) => may(as([person]))) ?? null);
}

/** The actor as history and letters of the house name who acts: 李四（代王五）. */
export const inPlaceOf = (actor: Actor, absent: AbsentPerson | null): Actor =>
  absent === null ? actor : { ...actor, name: `${actor.name}（代${absent.name}）` };
