import type { Policy, PolicyKind } from '@fuhan/knowledge';
import type { PolicyState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 政策文件: what was read of it stays as it was read. */
@Entity({ name: 'policy' })
export class PolicyDocument {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: PolicyState;
  @Column('text') kind: PolicyKind;
  @Column('text') title: string;
  @Column('jsonb') reading: Policy;
  @Column('uuid') fileId: string;
  @Column('timestamptz') importedAt: Date;
  @Column('uuid') importedBy: string;
  @Column('uuid', { nullable: true }) replacedById: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** Why it is no longer used. */
  @Column('text', { nullable: true }) reason: string | null;
}
