import type { DeadlineRule, ExtensionState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 延期: asked for with reasons, decided, told to the proposer. */
@Entity()
export class Extension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') deadlineId: string;
  /** The duty whose clock it is about. */
  @Column('uuid') assignmentId: string;
  @Column('text') state: ExtensionState;
  /** The whole time from the same start, or a day. */
  @Column('jsonb') rule: DeadlineRule;
  @Column('text') reason: string;
  @Column('date') dueBefore: string;
  /** The due day it would lead to, as it was when asked for. */
  @Column('date') dueWanted: string;
  @Column('date') requestedOn: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('uuid') requestedBy: string;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  /** What the coordinator said with it. */
  @Column('text', { nullable: true }) decision: string | null;
  @Column('date', { nullable: true }) toldOn: string | null;
  /** How the proposer was told: by telephone, by message, in person. */
  @Column('text', { nullable: true }) toldHow: string | null;
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;
  @Column('uuid', { nullable: true }) toldBy: string | null;
}
