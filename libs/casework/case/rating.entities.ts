import type { Mark, RatingVia, RungWay } from '@fuhan/contracts';
import type { RatingState, RedoState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 测评: what one proposer says to one letter. */
@Entity()
export class Rating {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') letterId: string;
  @Column('uuid') proposerId: string;
  @Column('integer') round: number;
  @Column('text') state: RatingState;
  /** Counts the links that were made; only the newest opens. */
  @Column('integer', { default: 1 }) linkSerial: number;
  @Column('text') tokenHash: string;
  /** Knocks at the link in the window that began then. */
  @Column('timestamptz', { nullable: true }) windowFrom: Date | null;
  @Column('integer', { default: 0 }) hits: number;
  @Column('timestamptz') askedAt: Date;
  /** The last day for it; null where the place sets none. */
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('text', { nullable: true }) handling: Mark | null;
  @Column('text', { nullable: true }) result: Mark | null;
  @Column('text', { nullable: true }) handlingReason: string | null;
  @Column('text', { nullable: true }) resultReason: string | null;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('timestamptz', { nullable: true }) givenAt: Date | null;
  @Column('text', { nullable: true }) givenBy: string | null;
  @Column('text', { nullable: true }) givenVia: RatingVia | null;
  @Column('uuid', { nullable: true }) scanFileId: string | null;
}

/** 当面协商, 专门说明: what was done after the last round did not satisfy either. */
export interface Rung {
  way: RungWay;
  on: string;
  people: string;
  outcome: string;
}

/** 重新办理: what followed from a letter that did not satisfy. */
@Entity()
export class Redo {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') letterId: string;
  /** The round it asks for. */
  @Column('integer') round: number;
  @Column('text') state: RedoState;
  @Column('boolean') exhausted: boolean;
  @Column('timestamptz') weighedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) rung: Rung | null;
}
