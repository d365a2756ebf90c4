import type { ContactWay } from '@fuhan/contracts';
import type { ContactState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 沟通记录: one talk with the proposer about the reply. */
@Entity()
export class ContactRecord {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  /** Whose reply it was about. */
  @Column('uuid') assignmentId: string;
  @Column('text') way: ContactWay;
  @Column('date') heldOn: string;
  @Column('text', { nullable: true }) place: string | null;
  /** Who took part, on the unit's side. */
  @Column('text') people: string;
  @Column('uuid', { array: true }) proposerIds: string[];
  @Column('text') said: string;
  @Column('text') outcome: string;
  /** A scan or a picture. */
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('text') state: ContactState;
  @Column('timestamptz') recordedAt: Date;
  @Column('uuid') recordedBy: string;
  /** What the proposer adds, or why the unit struck it. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
}
