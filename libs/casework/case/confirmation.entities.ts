import type { LetterModel } from '@fuhan/letter-engine';
import type { ConfirmationState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A co-handler's own words in the reply, as they were shown to it. */
export interface ShownPassage {
  section: string;
  body: string;
}

/** 确认、征求意见: a question about the draft to one co-handler or one proposer. */
@Entity()
export class Confirmation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') draftId: string;
  @Column('text') kind: 'co_handler' | 'proposer';
  @Column('uuid', { nullable: true }) assignmentId: string | null;
  @Column('uuid', { nullable: true }) proposerId: string | null;
  @Column('text') state: ConfirmationState;
  @Column('text') tokenHash: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('jsonb') shown: ShownPassage[] | LetterModel;
  /** Of the co-handler's own words; '' for a proposer. */
  @Column('text') digest: string;
  @Column('text') silence: 'agree' | 'ask_again';
  /** The last day for an answer; null where the place sets none. */
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid') askedBy: string;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('text', { nullable: true }) remark: string | null;
}
