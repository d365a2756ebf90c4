import type { Position } from '@fuhan/contracts';
import type { AssignmentRole, AssignmentState, OpinionState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') unitId: string;
  @Column('text') role: AssignmentRole;
  /** The order of the opening and of the copy-to list. */
  @Column('integer') ordinal: number;
  /** What the lead wants to know from this co-handler. */
  @Column('text', { nullable: true }) question: string | null;
  @Column('text') state: AssignmentState;
  @Column('timestamptz') handedOverAt: Date;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('uuid', { nullable: true }) signedBy: string | null;
  @Column('uuid', { nullable: true }) officeId: string | null;
  @Column('uuid', { nullable: true }) drafterId: string | null;
}

@Entity()
export class Opinion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') state: OpinionState;
  @Column('integer', { default: 0 }) version: number;
  @Column('text', { nullable: true }) returnReason: string | null;
}

@Entity()
export class OpinionVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') opinionId: string;
  @Column('integer') version: number;
  @Column('text') contactName: string;
  @Column('text') contactPhone: string;
  @Column('timestamptz') submittedAt: Date;
  @Column('uuid') submittedBy: string;
}

export interface PromisedThing {
  text: string;
  dueOn: string | null;
}

@Entity()
export class OpinionItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') opinionVersionId: string;
  @Column('uuid') suggestionId: string;
  @Column('text') position: Position;
  /** Paragraphs, one a line. */
  @Column('text') body: string;
  @Column('jsonb') commitments: PromisedThing[];
}
