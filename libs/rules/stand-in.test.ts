import { actionNames } from './actions';
import { decide } from './decide';
import type { Duty } from './duties';
import { delegableDuties, duties, dutyNames } from './duties';
import { mayKeepHouse } from './house-actions';
import { states } from './machines';
import { mayDo } from './permissions';
import type { Actor } from './snapshot';
import { inPlaceOf, isDrafter, standsInFor } from './stand-in';
import { actor, caseWith, draft, namedDrafters, unitIds } from './testing/snapshots';

const away = (held: readonly Duty[], personId: string = namedDrafters.lead) => ({
  personId,
  name: '王五',
  duties: held,
});
/** Somebody of the lead's unit with own duties, in whose hands a colleague has laid others. */
const standIn = (ownDuties: readonly Duty[], absent = away(['drafter'])): Actor =>
  actor([...ownDuties, ...absent.duties], { name: '李四', standIn: { ownDuties, absent: [absent] } });

describe('who stands in for a colleague', () => {
  it('should be allowed exactly what the named drafter is, in every state of the draft', () => {
    const drafter = actor(['drafter'], { personId: namedDrafters.lead });
    const verdicts = (person: Actor): string[] =>
      Object.keys(states.draft).flatMap((state) => {
        const snapshot = caseWith({ drafts: [draft({ state: state as 'writing' })] });
        return actionNames.map((action) => decide(snapshot, person, action, 'draft-1').verdict);
      });
    expect(verdicts(standIn([]))).toEqual(verdicts(drafter));
    expect(verdicts(standIn([])).filter((verdict) => verdict === 'allowed').length).toBeGreaterThan(4);
  });

  it('should not be the drafter by a duty of another kind', () => {
    expect(isDrafter(standIn([], away(['reviewer'])), namedDrafters.lead)).toBe(false);
  });

  it('should not be the drafter by the duty of somebody else', () => {
    expect(isDrafter(standIn([], away(['drafter'], 'person-other')), namedDrafters.lead)).toBe(false);
  });

  it('should be nobody’s drafter where none is named', () => {
    expect(isDrafter(standIn([]), null)).toBe(false);
  });

  it('should have no part in the other unit’s work', () => {
    const coDrafter = standIn([], away(['drafter'], namedDrafters.co));
    expect(mayDo(caseWith(), coDrafter, 'opinion.submit', 'opinion-co')).toBe(false);
    const there = { ...coDrafter, unitId: unitIds.co };
    expect(mayDo(caseWith(), there, 'opinion.submit', 'opinion-co')).toBe(true);
  });
});

describe('in whose name a stand-in acts', () => {
  const mayWrite = (person: Actor): boolean => mayDo(caseWith(), person, 'draft.saveFrame', 'draft-1');

  it('should be the absent person’s when only that duty allows it', () => {
    const acting = standIn(['drafter']);
    const absent = standsInFor(acting, mayWrite);
    expect(inPlaceOf(acting, absent).name).toBe('李四（代王五）');
  });

  it('should be the own when the own duties suffice', () => {
    expect(standsInFor(standIn(['proposal_office']), mayWrite)).toBeNull();
  });

  it('should be the own when nobody is away', () => {
    const drafter = actor(['drafter'], { personId: namedDrafters.lead });
    expect(standsInFor(drafter, mayWrite)).toBeNull();
    expect(inPlaceOf(drafter, null)).toBe(drafter);
  });

  it('should be that of the one of two absent colleagues whose duty it takes', () => {
    const absent = [away(['reviewer'], 'person-other'), away(['drafter'])];
    const acting = actor(['reviewer', 'drafter'], { standIn: { ownDuties: [], absent } });
    expect(standsInFor(acting, mayWrite)?.personId).toBe(namedDrafters.lead);
  });

  it('should be nobody’s when nothing allows it', () => {
    expect(standsInFor(standIn([], away(['clerk'])), mayWrite)).toBeNull();
  });
});

describe('what may be delegated', () => {
  it('should be every duty but an administrator’s', () => {
    expect(dutyNames.filter((duty) => !delegableDuties.includes(duty))).toEqual(
      dutyNames.filter((duty) => duties[duty].admin),
    );
  });

  it.each(['person.delegate', 'delegation.revoke'] as const)(
    'should be done by whoever holds such a duty: %s',
    (action) => {
      expect(dutyNames.filter((duty) => mayKeepHouse(actor([duty]), action))).toEqual(delegableDuties);
    },
  );
});
