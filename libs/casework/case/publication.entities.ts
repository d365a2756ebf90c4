import type { LetterModel, Masked } from '@fuhan/letter-engine';
import type { PublicationState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a reviewer has looked for in the copy. */
export interface PublicationChecked {
  secrets: true;
  privacy: true;
  trade: true;
  copy: true;
}

/** 公开稿: the second text of a letter, with private data masked. */
@Entity()
export class Publication {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') letterId: string;
  @Column('text') state: PublicationState;
  @Column('text') title: string;
  @Column('text') unitName: string;
  @Column('jsonb') model: LetterModel;
  @Column('jsonb') masked: Masked[];
  @Column('text') text: string;
  /** What it is found by; null until it is read. */
  @Column('text', { nullable: true, select: false }) plain: string | null;
  @Column('tsvector', { nullable: true, select: false }) words: string | null;
  /** SHA-256 of the text. */
  @Column('text') digest: string;
  @Column('timestamptz') preparedAt: Date;
  @Column('uuid') preparedBy: string;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column('jsonb', { nullable: true }) checked: PublicationChecked | null;
  @Column('date', { nullable: true }) publishedOn: string | null;
  /** Why it was sent back, barred or taken down. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
