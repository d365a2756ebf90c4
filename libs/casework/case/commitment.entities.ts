import type { PromiseOrigin, ProgressKind, Mark } from '@fuhan/contracts';
import type { CommitmentFacts, CommitmentState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 承诺: one thing a letter promises, who has to keep it by when, and what became of it. */
@Entity()
export class Commitment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  /** The duty whose letter promises it. */
  @Column('uuid') assignmentId: string;
  @Column('uuid') letterId: string;
  @Column('uuid', { nullable: true }) suggestionId: string | null;
  @Column('text') state: CommitmentState;
  @Column('text') origin: PromiseOrigin;
  @Column('text') text: string;
  /** The sentence of the letter, or the words of the opinion; null where a person added it. */
  @Column('text', { nullable: true }) quote: string | null;
  /** The words its day was found from. */
  @Column('text', { nullable: true }) dueWords: string | null;
  /** Null where the words name no day and nobody has set one. */
  @Column('date', { nullable: true }) dueOn: string | null;
  /** The day of the letter. */
  @Column('date') madeOn: string;
  @Column('uuid') ownerUnitId: string;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  /** Somebody without an account here, or a section. */
  @Column('text', { nullable: true }) ownerName: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('text', { nullable: true }) outcome: CommitmentFacts['outcome'];
  @Column('date', { nullable: true }) settledOn: string | null;
  /** How it was kept, why it was given up, or why it is no promise. */
  @Column('text', { nullable: true }) settledWords: string | null;
  /** 二次答复 */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
}

/** One line of what was done for a promise. */
@Entity()
export class CommitmentProgress {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') commitmentId: string;
  @Column('text') kind: ProgressKind;
  @Column('date') happenedOn: string;
  @Column('text') text: string;
  @Column('integer', { nullable: true }) percent: number | null;
  /** Evidence. */
  @Column('uuid', { nullable: true }) fileId: string | null;
  /** Carried on: from which day to which. */
  @Column('date', { nullable: true }) dueFrom: string | null;
  @Column('date', { nullable: true }) dueTo: string | null;
  @Column('timestamptz') recordedAt: Date;
  @Column('uuid') recordedBy: string;
}

/** A proposer's own link to what became of the promises of one letter. */
@Entity()
export class CommitmentLink {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') letterId: string;
  @Column('uuid') proposerId: string;
  @Column('text') tokenHash: string;
  /** The last day on which it opens. */
  @Column('date') expiresOn: string;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) windowFrom: Date | null;
  @Column('integer', { default: 0 }) hits: number;
}

/** What a proposer says of how a promise was kept: once, and by nobody else. */
@Entity()
export class CommitmentRating {
  @PrimaryColumn('uuid') commitmentId: string;
  @PrimaryColumn('uuid') proposerId: string;
  @Column('text') rating: Mark;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('timestamptz') ratedAt: Date;
}
