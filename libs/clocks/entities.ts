import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

export type DeadlineState = 'running' | 'met' | 'cancelled';
export type ReminderState = 'pending' | 'sent' | 'cancelled';

@Entity()
export class Deadline {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  /** What runs against the clock: an assignment. */
  @Column('uuid') subjectId: string;
  /** The clock's key in the place profile. */
  @Column('text') clock: string;
  @Column('uuid') unitId: string;
  @Column('date') startedOn: string;
  @Column('date') dueOn: string;
  @Column('boolean') provisional: boolean;
  @Column('text') state: DeadlineState;
  @Column('date', { nullable: true }) metOn: string | null;
  /** The derivation, sentence by sentence. */
  @Column('jsonb') explanation: string[];
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
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
