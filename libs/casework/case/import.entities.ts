import type { Columns, IntakeProblem, IntakeValues, Paper, ProposedHandOver } from '@fuhan/intake';
import type { ImportState, ProposalKind } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person chose for a list. */
export interface ImportChoice {
  /** Null: as remembered, else as recognised. */
  readonly columns: Columns | null;
  readonly kind: ProposalKind | null;
  readonly term: number | null;
  readonly meeting: number | null;
}

/** What was read of a list beside its lines. */
export interface ImportReading {
  readonly header: readonly string[];
  readonly fingerprint: string;
  readonly columns: Columns;
  readonly notes: readonly string[];
  /** What lines without a kind or session of their own are taken for. */
  readonly kind: ProposalKind;
  readonly term: number | null;
  readonly meeting: number | null;
}

export type ImportMode = 'all' | 'good';

@Entity()
export class ImportBatch {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') fileId: string;
  @Column('uuid') unitId: string;
  @Column('text') state: ImportState;
  @Column('integer', { default: 1 }) revision: number;
  @Column('jsonb') choice: ImportChoice;
  @Column('jsonb', { nullable: true }) reading: ImportReading | null;
  @Column('text', { nullable: true }) mode: ImportMode | null;
  @Column('integer', { default: 0 }) done: number;
  @Column('integer', { default: 0 }) total: number;
  /** Why the file cannot be read, in a Chinese sentence. */
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz') movedAt: Date;
}

@Entity()
export class ImportRow {
  @PrimaryColumn('uuid') batchId: string;
  @PrimaryColumn('integer') line: number;
  @Column('jsonb') fieldValues: IntakeValues;
  @Column('jsonb') problems: readonly IntakeProblem[];
  @Column('boolean') good: boolean;
  @Column('jsonb', { nullable: true }) paper: Paper | null;
  @Column('jsonb', { nullable: true }) handOver: ProposedHandOver | null;
  @Column('uuid', { nullable: true }) proposalId: string | null;
}

@Entity()
export class ImportEdit {
  @PrimaryColumn('uuid') batchId: string;
  @PrimaryColumn('integer') line: number;
  @Column('jsonb') fieldValues: IntakeValues;
}

@Entity()
export class ImportMapping {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('text') fingerprint: string;
  @Column('jsonb') columns: Columns;
  @Column('timestamptz') savedAt: Date;
  @Column('uuid') savedBy: string;
}

/** To whom a list hands a proposal over: what the coordinator's form begins with. */
@Entity('proposed_hand_over')
export class ProposedHandOverRow {
  @PrimaryColumn('uuid') proposalId: string;
  @Column('uuid', { nullable: true }) leadUnitId: string | null;
  @Column('jsonb') coUnitIds: readonly string[];
  @Column('jsonb') referenceUnitIds: readonly string[];
  @Column('date', { nullable: true }) handedOverOn: string | null;
}
