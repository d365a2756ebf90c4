import { actionGroup, actionGroups, type ActionName, actionLabel, actionNames, actions } from './actions';
import { effectNames } from './effects';
import { type GuardName, guards } from './guards';
import { houseActionNames, mayKeepHouse } from './house-actions';
import { allMachines, graphFaults, type Machine, transitionOf } from './machines';
import { mayBegin } from './permissions';
import { dutyNames } from './duties';
import { actor } from './testing/snapshots';

const rows = allMachines.flatMap(({ transitions }) => transitions);
/** Each action with the machines that have a row for it. */
const machinesOf = (action: ActionName): Machine[] =>
  allMachines.filter(({ transitions }) => transitions.some((row) => row.action === action));

describe('the tables of transitions', () => {
  it.each(allMachines.map((machine) => [machine.aggregate, machine] as const))(
    'should be a sound graph: %s',
    (_aggregate, machine) => {
      expect(graphFaults(machine)).toEqual([]);
    },
  );

  it('should name only actions of the permission table', () => {
    expect(rows.map(({ action }) => action).filter((action) => !(action in actions))).toEqual([]);
  });

  it('should name only effects that exist', () => {
    const known: readonly string[] = effectNames;
    const named = rows.flatMap(({ effects }) => effects ?? []);
    expect(named.filter((effect) => !known.includes(effect))).toEqual([]);
  });

  it('should use every effect', () => {
    const used = new Set(rows.flatMap(({ effects }) => effects ?? []));
    expect(effectNames.filter((effect) => !used.has(effect))).toEqual([]);
  });

  it('should name only guards that exist', () => {
    const named = rows.flatMap((row) => row.guards ?? []);
    expect(named.filter((guard) => !(guard in guards))).toEqual([]);
  });

  it('should, with the permission table, use every guard', () => {
    const ofActions = actionNames.flatMap((name) => actions[name].guards ?? []);
    const used = new Set([...ofActions, ...rows.flatMap((row) => row.guards ?? [])]);
    expect((Object.keys(guards) as GuardName[]).filter((guard) => !used.has(guard))).toEqual([]);
  });

  it('should give the rows of the system to nobody', () => {
    const system = rows.filter(({ by }) => by === 'system').map(({ action }) => action);
    expect(system.filter((action) => actions[action].duties.length > 0)).toEqual([]);
  });

  it('should give every other row to somebody', () => {
    const personal = rows.filter(({ by }) => by !== 'system').map(({ action }) => action);
    expect(personal.filter((action) => actions[action].duties.length === 0)).toEqual([]);
  });

  it('should find no row for an action that leaves the aggregate alone', () => {
    expect(transitionOf('letter', 'draft.submit')).toBeUndefined();
  });
});

describe('the permission table', () => {
  it('should put every button under a heading', () => {
    for (const action of actionNames) expect(Object.values(actionGroups)).toContain(actionGroup(action));
  });
  it('should have a row in the table of each target that is an aggregate, or guards of its own', () => {
    const without = actionNames.filter((name) => {
      const { target, guards: own } = actions[name];
      return (
        own === undefined &&
        target !== null &&
        target !== 'proposal' &&
        transitionOf(target, name) === undefined
      );
    });
    expect(without).toEqual([]);
  });

  it('should not change an aggregate other than by making it, except its target', () => {
    const surprising = actionNames.flatMap((name) =>
      machinesOf(name)
        .filter(({ aggregate }) => aggregate !== actions[name].target)
        .filter(({ aggregate }) => transitionOf(aggregate, name)?.from !== 'none')
        .map(({ aggregate }) => `${name} changes ${aggregate}`),
    );
    expect(surprising).toEqual([]);
  });

  it('should call every action by a Chinese name', () => {
    expect(actionNames.map(actionLabel).filter((label) => !/^\p{Script=Han}+$/u.test(label))).toEqual([]);
  });

  it('should let only the coordinator begin a case', () => {
    expect(dutyNames.filter((duty) => mayBegin(actor([duty]), 'proposal.register'))).toEqual(['coordinator']);
  });

  it('should let nobody begin what needs a case', () => {
    const others = actionNames.filter((name) => name !== 'proposal.register');
    expect(others.filter((name) => mayBegin(actor(dutyNames), name))).toEqual([]);
  });
});

describe('the keeping of the house', () => {
  const keepers: Record<string, string[]> = {
    'unit.create': ['system_admin'],
    'unit.rename': ['system_admin'],
    'unit.addOffice': ['system_admin'],
    'person.create': ['system_admin'],
    'person.disable': ['system_admin'],
    'person.leave': ['system_admin'],
    'person.setDuties': ['security_admin'],
    'unit.setSeriesStart': ['system_admin'],
    'calendar.importYear': ['system_admin'],
    'calendarDay.set': ['system_admin'],
    'clockRules.apply': ['system_admin'],
    'profile.publish': ['system_admin'],
    'wording.publish': ['system_admin'],
    'unit.addWebhook': ['system_admin'],
    'webhook.remove': ['system_admin'],
    'dispatch.redrive': ['system_admin'],
    'dispatch.markArrived': ['system_admin'],
    'import.create': ['coordinator'],
    'import.change': ['coordinator'],
    'import.confirm': ['coordinator'],
    'import.undo': ['coordinator'],
    'policy.import': ['coordinator'],
    'policy.replace': ['coordinator'],
    'policy.withdraw': ['coordinator'],
    'letterImport.create': ['coordinator'],
    'letterImport.undo': ['coordinator'],
  };
  /** What a person does with the own duties; stand-in.test.ts has them. */
  const ownAffairs = ['person.delegate', 'delegation.revoke'];

  it.each(houseActionNames.filter((name) => !ownAffairs.includes(name)))(
    'should be one administrator’s alone: %s',
    (name) => {
      expect(dutyNames.filter((duty) => mayKeepHouse(actor([duty]), name))).toEqual(keepers[name]);
    },
  );

  it('should be nobody’s who holds no duty', () => {
    expect(houseActionNames.filter((name) => mayKeepHouse(actor([]), name))).toEqual([]);
  });
});
