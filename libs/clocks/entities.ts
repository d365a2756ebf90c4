import type {
  ClockBasis,
  CountedDay,
  CountedPause,
  DeadlineRule,
  DeadlineState,
  EscalationLevel,
  Pause,
  ReminderKind,
} from '@fuhan/rules';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

export type ReminderState = 'pending' | 'sent' | 'cancelled';

@Entity()
export class Deadline {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  /** What runs against the clock: an assignment. */
  @Column('uuid') subjectId: string;
  /** The duty it runs for: reply, opinion, contact … */
  @Column('text') clock: string;
  @Column('uuid') unitId: string;
  @Column('date') startedOn: string;
  @Column('date') dueOn: string;
  @Column('boolean') provisional: boolean;
  @Column('text') state: DeadlineState;
  @Column('date', { nullable: true }) metOn: string | null;
  /** The derivation, sentence by sentence. */
  @Column('jsonb') explanation: string[];
  /** What its day is found from, beside start, pauses and extension. */
  @Column('jsonb') basis: ClockBasis;
  /** A right that lapses, not a duty: nobody is late, nobody is chased. */
  @Column('boolean', { default: false }) isWindow: boolean;
  /** The version of the place profile its rule comes from. */
  @Column('integer') profileVersion: number;
  /** The version whose rule it is to take over, once an administrator has said so. */
  @Column('integer', { nullable: true }) rulesWanted: number | null;
  /** The state of the calendar its day was found by. */
  @Column('integer', { default: 0 }) calendarRevision: number;
  @Column('jsonb', { default: [] }) pauses: Pause[];
  @Column('jsonb', { nullable: true }) extension: GrantedExtension | null;
  /** Day by day; read only where it is shown. */
  @Column('jsonb', { select: false }) derivation?: Derivation;
}

/** 延期, as the deadline keeps it: the whole time from the same start. */
export interface GrantedExtension {
  readonly rule: DeadlineRule;
  readonly requestedOn: string;
  readonly reason: string;
}

/** How a due day was found, day by day. */
export interface Derivation {
  readonly days: readonly CountedDay[];
  readonly pauses: readonly CountedPause[];
  readonly rolledFrom: string | null;
  readonly extendedFrom: string | null;
}

@Entity()
export class Reminder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deadlineId: string;
  @Column('timestamptz') dueAt: Date;
  @Column('text') state: ReminderState;
  /** Grows with every change, so that an older queue job finds nothing to do. */
  @Column('integer', { default: 1 }) rev: number;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('text') kind: ReminderKind;
  /** The rule that sends it, in words. */
  @Column('text') rule: string;
  /** Who heard of it beside the unit's own people. */
  @Column('text', { array: true, default: [] }) escalatedTo: EscalationLevel[];
  /** What the person wrote who sent it by hand. */
  @Column('text', { nullable: true }) words: string | null;
  /** Who sent it by hand; null where a rule planned it. */
  @Column('uuid', { nullable: true }) sentBy: string | null;
}

/** One thing of a notice that tells of several. */
export interface NoticeItem {
  readonly kind: ReminderKind;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  /** The reminder it tells of. Notices of older versions name none. */
  readonly reminderId?: string;
}

@Entity()
export class Notice {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') personId: string;
  /** What it comes from; with the person it is unique, so that a repeated job tells nothing twice. */
  @Column('text') source: string;
  @Column('text') kind: string;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text') link: string;
  /** Where it tells of several things: each with its own link. */
  @Column('jsonb', { nullable: true }) items: NoticeItem[] | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
