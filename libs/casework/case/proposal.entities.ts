import type { ProposalKind, ProposerKind, ProposerRole } from '@fuhan/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Proposal {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ProposalKind;
  /** Digits as printed: 134030. */
  @Column('text') number: string;
  @Column('integer') term: number;
  @Column('integer') meeting: number;
  @Column('text') title: string;
  @Column('text') fullText: string;
  @Column('boolean', { default: false }) keyProposal: boolean;
  /** 督办领导: a person of the house, or only a name. */
  @Column('uuid', { nullable: true }) supervisorId: string | null;
  @Column('text', { nullable: true }) supervisorName: string | null;
  @Column('boolean') consentToPublish: boolean;
  /** When and how the proposers said so, and whether their names may stand; null: as it was registered. */
  @Column('jsonb', { nullable: true }) consentTold: { names: boolean; how: string; on: string } | null;
  /** 结案 */
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('uuid', { nullable: true }) closedBy: string | null;
  /** When the archive package was last made. */
  @Column('date', { nullable: true }) archivedOn: string | null;
  @Column('uuid', { nullable: true }) originalFileId: string | null;
  /** The version of the place profile the case began under. */
  @Column('integer') profileVersion: number;
  @Column('timestamptz') registeredAt: Date;
  @Column('uuid') registeredBy: string;
  /** Counts the commands done to the case. */
  @Column('integer', { default: 1 }) version: number;
  /** 撤案: when it was entered, by whom; the day of the proposer's document, and the reason. */
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
  @Column('date', { nullable: true }) withdrawnOn: string | null;
  @Column('text', { nullable: true }) withdrawalReason: string | null;
  /** 并案: the proposal that carries the handling; since when, by whom, why. */
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  @Column('timestamptz', { nullable: true }) mergedAt: Date | null;
  @Column('uuid', { nullable: true }) mergedBy: string | null;
  @Column('text', { nullable: true }) mergeReason: string | null;
  /** Whether somebody has a duty on it that has not ended; the database keeps it, so that what waits for a hand-over is found. */
  @Column('boolean', { default: false }) handled: boolean;
}

@Entity()
export class Proposer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('integer') ordinal: number;
  @Column('text') kind: ProposerKind;
  @Column('text', { default: 'joint' }) role: ProposerRole;
  @Column('text') name: string;
  @Column('text', { nullable: true }) contact: string | null;
}

@Entity()
export class Suggestion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('integer') ordinal: number;
  @Column('text') title: string;
  @Column('text') body: string;
  /** Answered here for another proposal (并案): where it stands there. */
  @Column('uuid', { nullable: true }) originId: string | null;
}

@Entity()
export class HistoryEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') proposalId: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') actor: string;
  @Column('text') action: string;
  @Column('uuid') objectId: string;
  @Column('text') words: string;
  /** What the step found, where it can be taken back as long as it is the newest of the case. */
  @Column('jsonb', { nullable: true }) before: object | null;
}
