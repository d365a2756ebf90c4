import type { DateString } from '@fuhan/kernel';
import type { Calendar, PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

/** What the functions of this library work with: one transaction, one moment, one place. */
export interface ClockContext {
  readonly em: EntityManager;
  readonly now: Date;
  readonly today: DateString;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  /** Hours ahead for which reminders are put into the queue at once; the sweep brings later ones. */
  readonly horizonHours: number;
}
