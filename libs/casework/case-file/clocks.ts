import { clockOf, lightOf } from '@fuhan/rules';
import { concernsClock } from './concerns';
import type { CaseFile, CaseFileContext } from './context';

/** The clocks of a case with their lights; a clock that was met in time is grey. */
export function clocksOf(ctx: CaseFileContext): CaseFile['clocks'] {
  const { material, profile, calendar, today } = ctx;
  return material.deadlines.filter(concernsClock(ctx)).map((deadline) => ({
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
