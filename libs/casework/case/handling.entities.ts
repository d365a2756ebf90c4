import type { CommandInput, OpinionWay, Position, PublicationMark } from '@fuhan/contracts';
import type {
  AssignmentRole,
  AssignmentState,
  ContributionState,
  OpinionState,
  OutsideLinkState,
  ReviewDuty,
} from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') unitId: string;
  @Column('text') role: AssignmentRole;
  /** The order of the opening and of the copy-to list. */
  @Column('integer') ordinal: number;
  /** What the lead wants to know from this co-handler. */
  @Column('text', { nullable: true }) question: string | null;
  @Column('text') state: AssignmentState;
  @Column('timestamptz') handedOverAt: Date;
  @Column('uuid', { nullable: true }) handedOverBy: string | null;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('uuid', { nullable: true }) signedBy: string | null;
  @Column('uuid', { nullable: true }) officeId: string | null;
  @Column('uuid', { nullable: true }) drafterId: string | null;
  /** When the coordinator last opened the return window again. */
  @Column('timestamptz', { nullable: true }) returnReopenedAt: Date | null;
  /** When and why the duty ended before it was done (退办, 撤出, 撤回, 撤案). */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
}

@Entity()
export class Opinion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') state: OpinionState;
  @Column('integer', { default: 0 }) version: number;
  @Column('text', { nullable: true }) returnReason: string | null;
  /** What it passes inside its own unit, as the place had it when it was asked for. */
  @Column('jsonb', { default: [] }) route: OwnStep[];
}

/** One step of an opinion's way through its own unit. */
export interface OwnStep {
  name: string;
  duty: ReviewDuty;
}

/** Who let an opinion pass. */
export interface Endorsement {
  name: string;
  personId: string;
  person: string;
  at: string;
  words: string | null;
}

/** An opinion on its way through its own unit; it becomes a version when the last step lets it out. */
@Entity()
export class OpinionProposal {
  @PrimaryColumn('uuid') opinionId: string;
  @Column('jsonb') content: CommandInput<'opinion.submit'>;
  @Column('jsonb', { default: [] }) endorsements: Endorsement[];
  /** Why it was last sent back inside the unit. */
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('timestamptz') proposedAt: Date;
  @Column('uuid') proposedBy: string;
}

/** 科室供稿: asked of another section of the same unit. */
@Entity()
export class Contribution {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') officeId: string;
  @Column('text') state: ContributionState;
  @Column('text') question: string;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid') askedBy: string;
  @Column('text', { nullable: true }) body: string | null;
  @Column('timestamptz', { nullable: true }) givenAt: Date | null;
  @Column('uuid', { nullable: true }) givenBy: string | null;
}

@Entity()
export class OpinionVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') opinionId: string;
  @Column('integer') version: number;
  @Column('text') contactName: string;
  @Column('text') contactPhone: string;
  /** Who signed for it inside the unit. */
  @Column('text', { nullable: true }) signerName: string | null;
  @Column('text', { nullable: true }) signerDuty: string | null;
  @Column('text') publication: PublicationMark;
  /** Given after the day its clock was due. */
  @Column('boolean', { default: false }) late: boolean;
  @Column('timestamptz') submittedAt: Date;
  /** Null: by the unit's outside link. */
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('text') via: OpinionWay;
}

export interface PromisedThing {
  text: string;
  dueOn: string | null;
  owner: string | null;
}

/** What an opinion rests on: a figure or a state, for a scope, on a day, from a source. */
export interface StatedFact {
  name: string;
  value: string;
  scope: string | null;
  asOf: string | null;
  source: string | null;
}

@Entity()
export class OpinionItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') opinionVersionId: string;
  @Column('uuid') suggestionId: string;
  @Column('text') position: Position;
  /** Paragraphs, one a line. */
  @Column('text') body: string;
  @Column('jsonb') commitments: PromisedThing[];
  @Column('jsonb', { default: [] }) facts: StatedFact[];
}

/** A file given with a version. */
@Entity()
export class OpinionAttachment {
  @PrimaryColumn('uuid') opinionVersionId: string;
  @PrimaryColumn('integer') ordinal: number;
  @Column('uuid') fileId: string;
  /** The scan of a paper opinion. */
  @Column('boolean', { default: false }) scan: boolean;
}

/** What a link to somebody without an account is for. */
export type LinkPurpose = 'opinion';

@Entity()
export class OutsideLink {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') purpose: LinkPurpose;
  @Column('text') state: OutsideLinkState;
  @Column('text') tokenHash: string;
  @Column('text') reason: string;
  /** The last day on which it opens. */
  @Column('date') expiresOn: string;
  @Column('timestamptz') madeAt: Date;
  @Column('uuid') madeBy: string;
  @Column('text', { nullable: true }) revokeReason: string | null;
  @Column('timestamptz', { nullable: true }) windowFrom: Date | null;
  @Column('integer', { default: 0 }) hits: number;
}
