import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('place_profile')
export class PlaceProfileVersion {
  @PrimaryColumn('text') place: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') digest: string;
  @Column('jsonb') files: Record<string, string>;
  @Column('timestamptz') createdAt: Date;
  /** Who published it, and why; null for what was shipped. */
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

@Entity()
export class Blob {
  @PrimaryColumn('uuid') id: string;
  @Column('text') sha256: string;
  @Column('integer') size: number;
  @Column('text') mime: string;
  @Column('text') fileName: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
}

@Entity()
export class Outbox {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('text') topic: string;
  @Column('jsonb') payload: Record<string, unknown>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) dispatchedAt: Date | null;
}

export const platformEntities = [PlaceProfileVersion, Blob, Outbox] as const;
