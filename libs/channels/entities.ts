import type { OutsideChannel, PersonalChannel } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DispatchState = 'waiting' | 'sending' | 'sent' | 'unknown' | 'dead';
export type WebhookFormat = 'wecom' | 'dingtalk' | 'generic';

@Entity()
export class NoticeChoice {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') kind: string;
  @Column('text', { array: true }) channels: PersonalChannel[];
}

@Entity()
export class Webhook {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') name: string;
  @Column('text') format: WebhookFormat;
  @Column('text') url: string;
  @Column('text', { nullable: true }) secret: string | null;
  /** The kinds of notices it gets. */
  @Column('text', { array: true }) kinds: string[];
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

/** One notice on its way to one address outside. */
@Entity()
export class NoticeDispatch {
  @PrimaryColumn('uuid') id: string;
  @Column('bigint') noticeId: string;
  @Column('text') channel: OutsideChannel;
  /** A mail address, a phone number, or the id of a webhook. */
  @Column('text') address: string;
  @Column('text') state: DispatchState;
  /** How often it was tried; grows for good, so that an older queue job finds nothing to do. */
  @Column('integer') attempt: number;
  @Column('integer') attemptsLeft: number;
  @Column('timestamptz') nextAt: Date;
  /** The same for every attempt: who keeps it at the other end sees a repetition. */
  @Column('text') idempotencyKey: string;
  @Column('text', { nullable: true }) providerId: string | null;
  @Column('text', { nullable: true }) error: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity()
export class DispatchAttempt {
  @PrimaryColumn('uuid') dispatchId: string;
  @PrimaryColumn('integer') attempt: number;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { nullable: true }) error: string | null;
  @Column('text', { nullable: true }) providerId: string | null;
}

@Entity()
export class CalendarFeed {
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') nonce: string;
  @Column('text') tokenDigest: string;
  @Column('timestamptz') createdAt: Date;
}
