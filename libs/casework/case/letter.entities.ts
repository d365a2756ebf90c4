import type { DeliveryMeans, PassageKind, Position, PublicationMark, WordingPiece } from '@fuhan/contracts';
import type { LetterModel } from '@fuhan/letter-engine';
import type { DeliveryState, DraftState, LetterState } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface LetterContact {
  name: string;
  phone: string;
}

export type DraftKind = 'reply' | 'correction';

/** What a 更正函 says: what stood where, and what should stand there. */
export interface Correction {
  reason: string | null;
  /** The corrected letter is void as a whole. */
  supersedes: boolean;
  corrections: { place: string; wrong: string; right: string }[];
}

/** Who asked for a letter's withdrawal and why; who decided. */
export interface Withdrawal {
  reason: string;
  askedBy: string;
  askedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** The words of the decision. */
  decision: string | null;
}

@Entity()
export class Draft {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') state: DraftState;
  @Column('integer', { default: 1 }) version: number;
  @Column('text', { nullable: true }) outcomeClass: string | null;
  @Column('boolean') printClass: boolean;
  @Column('text') publication: PublicationMark;
  @Column('jsonb') contacts: LetterContact[];
  /** Paragraphs between the opening and the first section. */
  @Column('jsonb') prose: string[];
  /** Templates of this letter's own, by piece. */
  @Column('jsonb') wording: Partial<Record<WordingPiece, string>>;
  /** Whose words the place puts around it: the newest version when it was opened; null: the version of its case. */
  @Column('integer', { nullable: true }) wordingVersion: number | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  @Column('text', { default: 'reply' }) kind: DraftKind;
  /** The how-manieth reply: 2 when it is handled anew. */
  @Column('integer', { default: 1 }) round: number;
  /** The letter a 更正函 corrects. */
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('jsonb', { nullable: true }) correction: Correction | null;
  /** The place asks for a talk with the proposer on record first. */
  @Column('boolean', { default: false }) contactRequired: boolean;
  /** The place asks for the co-handlers' confirmation of their own words first. */
  @Column('boolean', { default: false }) confirmationRequired: boolean;
}

@Entity()
export class DraftSection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') draftId: string;
  @Column('integer') ordinal: number;
  /** Answers this suggestion, whose title is its heading; or null and a heading of its own. */
  @Column('uuid', { nullable: true }) suggestionId: string | null;
  @Column('text', { nullable: true }) heading: string | null;
  @Column('text', { nullable: true }) verdict: Position | null;
  @Column('integer', { default: 1 }) version: number;
}

@Entity()
export class Passage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sectionId: string;
  @Column('integer') ordinal: number;
  @Column('text') kind: PassageKind;
  @Column('text') body: string;
  @Column('uuid') writtenBy: string;
}

/** Where words of a passage came from: a passage that was joined has several, the parts of one that was split each their own. */
@Entity()
export class PassageSource {
  @PrimaryColumn('uuid') passageId: string;
  @PrimaryColumn('integer') ordinal: number;
  @Column('uuid') opinionItemId: string;
  @Column('integer') opinionVersion: number;
  @Column('uuid') unitId: string;
  /** The words as adopted; where they differ from the passage's, somebody edited them. */
  @Column('text') text: string;
}

/** 不采用: what an opinion says to a suggestion was set aside for this reply, and why. */
@Entity()
export class ItemRejection {
  @PrimaryColumn('uuid') draftId: string;
  @PrimaryColumn('uuid') opinionItemId: string;
  @Column('text') reason: string;
  @Column('uuid') rejectedBy: string;
  @Column('timestamptz') rejectedAt: Date;
}

@Entity()
export class NumberSeries {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') letterKind: string;
  @Column('text') agencyCode: string;
  /** 中工信函〔{year}〕{serial}号 */
  @Column('text') pattern: string;
}

@Entity()
export class NumberCounter {
  @PrimaryColumn('uuid') seriesId: string;
  @PrimaryColumn('integer') year: number;
  @Column('integer', { default: 1 }) start: number;
  @Column('integer', { nullable: true }) last: number | null;
}

@Entity()
export class Letter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') draftId: string;
  @Column('text') state: LetterState;
  @Column('uuid') seriesId: string;
  @Column('integer') year: number;
  @Column('integer') serial: number;
  @Column('text') documentNumber: string;
  @Column('date') date: string;
  @Column('text') outcomeClass: string;
  @Column('jsonb') model: LetterModel;
  @Column('text') text: string;
  /** SHA-256 of `text`. */
  @Column('text') digest: string;
  @Column('integer') pages: number;
  @Column('timestamptz') issuedAt: Date;
  @Column('uuid') issuedBy: string;
  @Column('jsonb', { nullable: true }) withdrawal: Withdrawal | null;
  /** The withdrawn letter this one stands for. */
  @Column('uuid', { nullable: true }) replacesId: string | null;
  /** The letter of the round before, which stays. */
  @Column('uuid', { nullable: true }) followsId: string | null;
  @Column('boolean', { default: false }) sealRequired: boolean;
  /** Its outcome class needs a promise on record before the case is closed. */
  @Column('boolean', { default: false }) commitmentRequired: boolean;
  /** The proposal it answers; of merged ones (并案) either each has a letter, or one answers the others too. */
  @Column('uuid') answersId: string;
  @Column('uuid', { array: true, default: [] }) alsoAnswers: string[];
}

/** 用印登记 */
@Entity()
export class SealUse {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') letterId: string;
  @Column('text') seal: string;
  @Column('integer') copies: number;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) scanFileId: string | null;
  @Column('timestamptz') usedAt: Date;
  @Column('uuid') usedBy: string;
}

export const letterFormats = ['pdf', 'docx', 'html', 'txt'] as const;
export type LetterFormat = (typeof letterFormats)[number];

@Entity()
export class LetterFile {
  @PrimaryColumn('uuid') letterId: string;
  @PrimaryColumn('text') format: LetterFormat;
  @Column('text') state: 'pending' | 'ready' | 'failed';
  @Column('uuid', { nullable: true }) blobId: string | null;
  @Column('text', { nullable: true }) error: string | null;
}

@Entity()
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') proposalId: string;
  @Column('uuid') letterId: string;
  /** `office`: a recipient without an account here (政协提案委). */
  @Column('text') recipientKind: 'proposer' | 'unit' | 'office';
  @Column('text') recipientName: string;
  @Column('uuid', { nullable: true }) proposerId: string | null;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text', { nullable: true }) tokenHash: string | null;
  @Column('text') state: DeliveryState;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz', { nullable: true }) receivedAt: Date | null;
  @Column('text', { nullable: true }) receivedBy: string | null;
  /** How a paper copy went: 挂号信, 机要, 当面 … */
  @Column('text', { nullable: true }) means: DeliveryMeans | null;
  @Column('text', { nullable: true }) tracking: string | null;
  @Column('uuid', { nullable: true }) receiptFileId: string | null;
}
