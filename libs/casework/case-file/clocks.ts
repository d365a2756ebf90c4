import { clockOf, lightOf } from '@fuhan/rules';
import type { CaseFile, CaseFileContext } from './context';

/** The clocks of a case with their lights; a clock that was met in time is grey. */
export function clocksOf({ material, profile, calendar, today }: CaseFileContext): CaseFile['clocks'] {
  return material.deadlines.map((deadline) => ({
    id: deadline.id,
    clock: deadline.clock,
    label: clockOf(profile, deadline.clock)?.name ?? deadline.clock,
    unit: material.directory.units.get(deadline.unitId)?.shortName ?? '',
    startedOn: deadline.startedOn,
    dueOn: deadline.dueOn,
    metOn: deadline.metOn,
    state: deadline.state,
    provisional: deadline.provisional,
    light: lightOf(today, deadline.state === 'running' ? deadline.dueOn : null, calendar, profile.lights),
    steps: deadline.explanation,
  }));
}
