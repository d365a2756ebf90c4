import { clockOf, lightOf } from '@fuhan/rules';
import { concernsClock } from './concerns';
import type { CaseFile, CaseFileContext } from './context';

/** The clocks of a case with their lights; a clock that was met in time is grey. */
export function clocksOf(ctx: CaseFileContext): CaseFile['clocks'] {
  const { material, profile, calendar, today } = ctx;
  const shown = material.deadlines.filter(concernsClock(ctx));
  /** A right nobody is chased for (退办) is over when its day has passed, and never overdue. */
  const counts = ({ state, clock, dueOn }: (typeof shown)[number]): boolean =>
    state === 'running' && (today <= dueOn || clockOf(profile, clock)?.chase !== false);
  return shown.map((deadline) => ({
    id: deadline.id,
    clock: deadline.clock,
    label: clockOf(profile, deadline.clock)?.name ?? deadline.clock,
    unit: material.directory.units.get(deadline.unitId)?.shortName ?? '',
    startedOn: deadline.startedOn,
    dueOn: deadline.dueOn,
    metOn: deadline.metOn,
    state: deadline.state,
    provisional: deadline.provisional,
    light: lightOf(today, counts(deadline) ? deadline.dueOn : null, calendar, profile.lights),
    steps: deadline.explanation,
  }));
}
