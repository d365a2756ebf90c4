import type { clockExplanation } from '@fuhan/contracts';
import { type Deadline, type Derivation, pauseOn } from '@fuhan/clocks';
import type { DateString } from '@fuhan/kernel';
import {
  type Calendar,
  clockEventNames,
  type Light,
  lightOf,
  type PlaceProfile,
  ruleText,
  weekdayName,
} from '@fuhan/rules';
import type { z } from 'zod';
import { concernsClock } from './concerns';
import type { CaseFile, CaseFileContext } from './context';

export type ClockExplanation = z.input<typeof clockExplanation>;

interface Reading {
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly today: DateString;
}

/** The light of a clock: grey where nothing presses, because it stands still or was a right that has lapsed. */
function lightOfClock({ profile, calendar, today }: Reading, deadline: Deadline): Light {
  const { state, dueOn, isWindow, pauses } = deadline;
  const pause = state === 'running' ? pauseOn(pauses, today) : undefined;
  if (pause) return { color: 'grey', words: `暂停至 ${pause.until}` };
  if (state === 'running' && isWindow && today > dueOn) return { color: 'grey', words: '期限已过' };
  return lightOf(today, state === 'running' ? dueOn : null, calendar, profile.lights);
}

const clockAnswerOf = (reading: Reading, deadline: Deadline, unit: string): CaseFile['clocks'][number] => ({
  id: deadline.id,
  clock: deadline.clock,
  label: deadline.basis.name,
  unit,
  startedOn: deadline.startedOn,
  dueOn: deadline.dueOn,
  metOn: deadline.metOn,
  state: deadline.state,
  window: deadline.isWindow,
  provisional: deadline.provisional,
  light: lightOfClock(reading, deadline),
  steps: deadline.explanation,
});

/** The clocks of a case with their lights; a clock that was met in time is grey. */
export const clocksOf = (ctx: CaseFileContext): CaseFile['clocks'] =>
  ctx.material.deadlines
    .filter(concernsClock(ctx))
    .map((deadline) =>
      clockAnswerOf(ctx, deadline, ctx.material.directory.units.get(deadline.unitId)?.shortName ?? ''),
    );

/** A due day with all it was found from: event, rule and where it stands, each day, pauses, extension. */
export function explainClock(
  reading: Reading,
  deadline: Deadline & { readonly derivation: Derivation },
  of: { readonly proposal: ClockExplanation['proposal']; readonly unit: string },
): ClockExplanation {
  const { basis, derivation, extension, startedOn, profileVersion } = deadline;
  const { profile } = reading;
  const event = profile.clocks.find(({ key }) => key === basis.key)?.startsWith;
  return {
    ...clockAnswerOf(reading, deadline, of.unit),
    proposal: of.proposal,
    event: { name: event ? clockEventNames[event] : '起算', on: startedOn },
    rule: {
      text: ruleText(basis.rule),
      roll: basis.rule.roll,
      extensionCap: basis.extensionCap && ruleText(basis.extensionCap),
    },
    standsIn: {
      place: profile.name,
      version: profileVersion,
      file: 'clocks.yaml',
      key: basis.key,
      source: basis.source,
    },
    days: derivation.days.map((day) => ({ ...day, weekday: weekdayName(day.date) })),
    pauses: derivation.pauses.map((pause) => ({ ...pause })),
    extension: extension && {
      text: ruleText(extension.rule),
      requestedOn: extension.requestedOn,
      reason: extension.reason,
      extendedFrom: derivation.extendedFrom ?? deadline.dueOn,
    },
    rolledFrom: derivation.rolledFrom,
  };
}
