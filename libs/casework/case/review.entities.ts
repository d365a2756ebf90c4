import type { LetterModel } from '@fuhan/letter-engine';
import type { PartDigests, ReviewDuty, StepState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 准予保留: one finding the signer lets stand, and why. */
export interface Overrule {
  readonly checkId: string;
  /** The words it is about; empty: whatever this check finds (number and date are only known when the letter is issued). */
  readonly excerpt: string;
  readonly reason: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

@Entity()
export class ReviewStep {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') draftId: string;
  /** How many times the draft was sent on its way. */
  @Column('integer') round: number;
  @Column('integer') ordinal: number;
  /** What the step is called in the route, from round to round. */
  @Column('text') stepKey: string;
  @Column('integer') stage: number;
  @Column('text') lane: string;
  @Column('text') name: string;
  @Column('text') state: StepState;
  @Column('text') duty: ReviewDuty;
  @Column('uuid') unitId: string;
  @Column('uuid', { nullable: true }) officeId: string | null;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) delegatedBy: string | null;
  @Column('uuid', { nullable: true }) addedBy: string | null;
  /** `all`, `own` or a topic of the profile: the sections it looks at. */
  @Column('text', { default: 'all' }) sees: string;
  @Column('boolean', { default: false }) direct: boolean;
  /** The parts that changed since it approved in the round before. */
  @Column('jsonb', { default: [] }) touched: readonly string[];
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
  @Column('uuid', { nullable: true }) readBy: string | null;
  @Column('text', { nullable: true }) comment: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  /** The digest of the text that was seen when deciding, whole and by part. */
  @Column('text', { nullable: true }) seenDigest: string | null;
  @Column('jsonb', { nullable: true }) seenParts: PartDigests | null;
  @Column('uuid', { nullable: true }) keptFrom: string | null;
  /** Sent back to the step of this key, or (null) to the drafter. */
  @Column('text', { nullable: true }) backTo: string | null;
  /** 改后直送我 */
  @Column('boolean', { default: false }) backDirect: boolean;
  /** What the signer let stand against a check. */
  @Column('jsonb', { default: [] }) overrules: Overrule[];
  /** What was written by hand with the approval. */
  @Column('uuid', { nullable: true }) inkId: string | null;
}

/** 手写签批: never changed; an approval that is taken back leaves it. */
@Entity()
export class SignOffInk {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') draftId: string;
  @Column('uuid') drawnBy: string;
  @Column('timestamptz') drawnAt: Date;
  @Column('text') sha256: string;
  /** Its strokes, in the box of the letter engine. */
  @Column('text') path: string;
}

/** One way of a draft through its route. */
@Entity()
export class ReviewRound {
  @PrimaryColumn('uuid') draftId: string;
  @PrimaryColumn('integer') round: number;
  /** Key and name of the route, and why it was chosen. */
  @Column('text') route: string;
  @Column('text') routeName: string;
  @Column('text') reason: string;
  @Column('text') begunBy: 'drafter' | 'step';
  @Column('timestamptz') begunAt: Date;
  @Column('uuid') personId: string;
  @Column('text') digest: string;
}

/** The letter as somebody saw it. */
@Entity()
export class DraftSnapshot {
  @PrimaryColumn('uuid') draftId: string;
  @PrimaryColumn('text') digest: string;
  @Column('jsonb') model: LetterModel;
  @Column('timestamptz') takenAt: Date;
}

/** 常用语: what a person, or everyone of a unit, likes to write. */
@Entity()
export class PhraseList {
  @PrimaryColumn('uuid') ownerId: string;
  @Column('text') shelf: 'mine' | 'unit';
  @Column('jsonb') texts: string[];
  @Column('integer') version: number;
}
