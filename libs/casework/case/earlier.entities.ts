import type { EarlierReading } from '@fuhan/knowledge';
import type { LetterModel } from '@fuhan/letter-engine';
import type { LetterImportState, LetterOutcome } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One run that reads letters of earlier years out of files. */
@Entity()
export class LetterImport {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: LetterImportState;
  @Column('jsonb') files: readonly { readonly fileId: string; readonly path: string }[];
  @Column('integer', { default: 0 }) done: number;
  @Column('integer', { default: 0 }) total: number;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') movedAt: Date;
}

/** 往年答复函: what was read of it stays as it was read. */
@Entity()
export class EarlierLetter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @Column('uuid') fileId: string;
  @Column('text') digest: string;
  @Column('text', { nullable: true }) key: string | null;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text', { nullable: true }) outcomeClass: string | null;
  @Column('date') day: string;
  @Column('jsonb') reading: EarlierReading;
  @Column('jsonb') model: LetterModel;
  @Column('timestamptz') importedAt: Date;
}

/** A unit whose letter it is too. */
@Entity()
export class EarlierLetterUnit {
  @PrimaryColumn('uuid') letterId: string;
  @PrimaryColumn('uuid') unitId: string;
}

/** What became of one file. */
@Entity()
export class LetterImportRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('integer') line: number;
  @Column('text') file: string;
  @Column('text') outcome: LetterOutcome;
  @Column('text', { nullable: true }) code: string | null;
  @Column('jsonb', { nullable: true }) reading: EarlierReading | null;
  @Column('jsonb') notes: readonly string[];
  @Column('uuid', { nullable: true }) letterId: string | null;
}
