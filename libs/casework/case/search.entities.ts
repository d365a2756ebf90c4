import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

export type SearchKind = 'proposal' | 'opinion' | 'draft' | 'letter' | 'policy' | 'earlier';

/** What is found: one text, whose it is, and who may read it. */
@Entity()
export class SearchDocument {
  @PrimaryColumn('text') kind: SearchKind;
  @PrimaryColumn('uuid') sourceId: string;
  @Column('uuid', { nullable: true }) proposalId: string | null;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('boolean') shared: boolean;
  @Column('date') day: string;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text') digest: string;
  @Column('tsvector', { select: false }) words: string;
}

/** What has to be read anew. */
@Entity()
export class SearchMark {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('text') kind: 'proposal' | 'policy';
  @Column('uuid') targetId: string;
}
