import type { DateString } from '@fuhan/kernel';
import type { ReturnDecision, ReturnRequestState, ReturnWish } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 倒排时间: a day a unit that answers works towards. */
@Entity()
export class TargetDate {
  @PrimaryColumn('uuid') assignmentId: string;
  @PrimaryColumn('text') key: string;
  @Column('integer') ordinal: number;
  @Column('text') name: string;
  @Column('date') dueOn: DateString;
}

@Entity()
export class ReturnRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') wish: ReturnWish;
  @Column('text') state: ReturnRequestState;
  @Column('text', { nullable: true }) decision: ReturnDecision | null;
  @Column('timestamptz') requestedAt: Date;
}

export type StatementKind = 'asked' | 'decided' | 'disputed' | 'settled';

/** Who said what when about a request; rows are only added. */
@Entity()
export class ReturnStatement {
  @PrimaryColumn('uuid') requestId: string;
  @PrimaryColumn('integer') ordinal: number;
  @Column('text') kind: StatementKind;
  /** The name of the rung that speaks; null where the unit does. */
  @Column('text', { nullable: true }) rung: string | null;
  @Column('text', { nullable: true }) decision: ReturnDecision | null;
  /** The unit that should take it, or takes it. */
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text') words: string;
  /** The day of the written ruling. */
  @Column('date', { nullable: true }) dated: DateString | null;
  @Column('timestamptz') at: Date;
  @Column('uuid') byPerson: string;
}
