import type { DateString } from '@fuhan/kernel';
import type { EscalationLevel, PlaceProfile, ReminderKind } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { Deadline, NoticeItem } from './entities';

/** What speaking needs to know of a clock: of its basis only the key and the name. */
export type SpeakingDeadline = Pick<Deadline, 'id' | 'proposalId' | 'subjectId' | 'unitId' | 'dueOn'> &
  Pick<Deadline['basis'], 'key' | 'name'>;

/** A reminder at the moment it speaks. */
export interface SpeakingReminder {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly deadline: SpeakingDeadline;
  /** Working days past the due day; negative before it. */
  readonly overdue: number;
  readonly escalatedTo: readonly EscalationLevel[];
  readonly words: string | null;
  readonly sentBy: string | null;
}

/** What one reminder says, and to whom. */
export interface Address {
  readonly reminderId: string;
  readonly personIds: readonly string[];
  readonly item: NoticeItem;
}

/**
 * What reminders need to know of the cases they speak of: declared here, implemented by casework, bound in the app. Each question is
 * asked once for all reminders of a moment.
 */
export interface ReminderDesk {
  /** The profile each deadline's case runs under, by the deadline's id. */
  profilesOf(
    em: EntityManager,
    deadlines: readonly Pick<SpeakingDeadline, 'id' | 'proposalId'>[],
  ): Promise<ReadonlyMap<string, PlaceProfile>>;
  /** When a person of the deadline's unit last did something on its case, by the deadline's id; absent: never. */
  lastStepsOf(em: EntityManager, deadlines: readonly SpeakingDeadline[]): Promise<ReadonlyMap<string, Date>>;
  /** Whom each reminder concerns, and who stands in for them today, and in which words. */
  addressesOf(
    em: EntityManager,
    reminders: readonly SpeakingReminder[],
    today: DateString,
  ): Promise<readonly Address[]>;
}
