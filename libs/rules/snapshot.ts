import type { DateString } from '@fuhan/kernel';
import type { Duty } from './duties';
import type { ReturnDecision, ReturnWish } from './hand-over/returns';
import type {
  AssignmentState,
  CommitmentState,
  ConfirmationState,
  ContributionState,
  ContactState,
  DeadlineState,
  DeliveryState,
  DraftState,
  ExtensionState,
  LetterState,
  OpinionState,
  OutsideLinkState,
  PublicationState,
  RatingState,
  RedoState,
  ReturnRequestState,
  StepState,
} from './machines/states';
import type { ProposalKind } from './proposal-kinds';
import type { ReviewDuty } from './review/review-duties';

/** 主办, 会办, 单办, 分办, 参阅 */
export type AssignmentRole = 'lead' | 'co' | 'sole' | 'separate' | 'reference';

/** Units in these roles answer the proposer with a letter of their own. */
export const writesReply = (role: AssignmentRole): boolean =>
  role === 'lead' || role === 'sole' || role === 'separate';

/** A duty that ended before it was done is kept as history and counts for nothing else. */
export const isLive = ({ state }: { readonly state: AssignmentState }): boolean =>
  state !== 'returned' && state !== 'removed' && state !== 'recalled' && state !== 'withdrawn';

export interface AssignmentFacts {
  readonly id: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly ordinal: number;
  readonly state: AssignmentState;
  readonly officeId: string | null;
  readonly drafterId: string | null;
  /** The last day on which the unit may ask to return it; null: the place sets no window. */
  readonly returnUntil: DateString | null;
  /** Whether a return was asked for and answered since the window was (re)opened. */
  readonly returnAnswered: boolean;
}

export interface ReturnRequestFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly wish: ReturnWish;
  readonly state: ReturnRequestState;
  /** The last decision; null while none was taken. */
  readonly decision: ReturnDecision | null;
}

export interface OpinionFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly state: OpinionState;
  readonly version: number;
  /** The duties it passes inside its own unit before it leaves it, in order. */
  readonly route: readonly ReviewDuty[];
  /** How many of them have let it pass. */
  readonly passed: number;
}

export interface SectionFacts {
  readonly id: string;
  readonly suggestionId: string | null;
  readonly verdict: string | null;
  readonly passages: number;
}

export interface DraftFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly state: DraftState;
  readonly outcomeClass: string | null;
  readonly contacts: number;
  /** 公开方式 */
  readonly publication: 'active' | 'on_request' | 'none';
  /** The how-manieth reply: 2 when it is handled anew. */
  readonly round: number;
  /** The letter this one corrects (更正函); null for the reply itself. */
  readonly correctsId: string | null;
  /** The place asks for a talk with the proposer on record before the reply is reviewed. */
  readonly contactRequired: boolean;
  readonly sections: readonly SectionFacts[];
  /** What opinions say that was set aside with a reason. */
  readonly rejections: number;
  /** The duties of the co-handlers whose words stand in it. */
  readonly adoptedFrom: readonly string[];
  /** The place asks for their confirmation before the reply is reviewed. */
  readonly confirmationRequired: boolean;
  /** What began the newest round of its review: the drafter, or a step that sent it back to an earlier one. */
  readonly roundBegunBy: 'drafter' | 'step' | null;
}

export interface StepFacts {
  readonly id: string;
  readonly draftId: string;
  readonly round: number;
  readonly ordinal: number;
  readonly stage: number;
  readonly lane: string;
  readonly name: string;
  readonly state: StepState;
  /** Who holds it: the duty in the unit and, where one is named, the office; or one person. */
  readonly duty: ReviewDuty;
  readonly unitId: string;
  readonly officeId: string | null;
  readonly personId: string | null;
  readonly delegatedBy: string | null;
  /** A holder has opened it. */
  readonly read: boolean;
  readonly decidedBy: string | null;
  /** A holder of another step added it (加签). */
  readonly added: boolean;
  /** Its approval stands from an earlier round. */
  readonly kept: boolean;
}

export interface LetterFacts {
  readonly id: string;
  readonly draftId: string;
  readonly state: LetterState;
  readonly documentNumber: string;
  readonly filesReady: boolean;
  /** Every proposer it answers agrees that it is published. */
  readonly consented: boolean;
  /** Somebody asked for its withdrawal and nobody has decided yet. */
  readonly withdrawalAsked: boolean;
  readonly sealRequired: boolean;
  /** Its outcome class needs a promise on record before the case is closed. */
  readonly commitmentRequired: boolean;
  readonly seals: number;
}

export interface DeliveryFacts {
  readonly id: string;
  readonly letterId: string;
  readonly unitId: string | null;
  readonly state: DeliveryState;
}

export interface OutsideLinkFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly state: OutsideLinkState;
}

export interface ContactFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly state: ContactState;
}

export interface ConfirmationFacts {
  readonly id: string;
  readonly draftId: string;
  /** The co-handler's; null: a proposer was asked. */
  readonly assignmentId: string | null;
  readonly state: ConfirmationState;
  /** The words it was asked for still stand as they were shown. */
  readonly current: boolean;
}

export interface PublicationFacts {
  readonly id: string;
  readonly letterId: string;
  readonly state: PublicationState;
}

export interface RatingFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly letterId: string;
  readonly round: number;
  readonly state: RatingState;
}

export interface RedoFacts {
  readonly id: string;
  readonly assignmentId: string;
  /** The round it asks for. */
  readonly round: number;
  readonly state: RedoState;
  /** The place orders no further round. */
  readonly exhausted: boolean;
}

export interface ContributionFacts {
  readonly id: string;
  readonly assignmentId: string;
  readonly officeId: string;
  readonly state: ContributionState;
}

export interface CommitmentFacts {
  readonly id: string;
  /** The duty whose letter promises it. */
  readonly assignmentId: string;
  readonly letterId: string;
  readonly state: CommitmentState;
  /** How it ended; null while it is open. */
  readonly outcome: 'kept' | 'unkept' | null;
  /** Who has to keep it. */
  readonly ownerUnitId: string;
  readonly ownerId: string | null;
  /** Null while nobody has set a day. */
  readonly dueOn: DateString | null;
}

export interface DeadlineFacts {
  readonly id: string;
  /** What the clock runs for: an assignment, for those that people may stop or extend; a question, a promise. */
  readonly subjectId: string;
  readonly state: DeadlineState;
  /** A right that lapses, not a duty. */
  readonly isWindow: boolean;
  /** How many pauses it has had, the running one with them. */
  readonly pauses: number;
  /** The place allows more time for it. */
  readonly extendable: boolean;
}

export interface ExtensionFacts {
  readonly id: string;
  readonly deadlineId: string;
  readonly assignmentId: string;
  readonly state: ExtensionState;
}

/** Everything the rules look at of one case: plain facts, no entity, no database. */
export interface CaseSnapshot {
  /** The legal day on which the facts are looked at. */
  readonly today: DateString;
  readonly proposal: {
    readonly id: string;
    readonly kind: ProposalKind;
    readonly number: string;
    readonly title: string;
    readonly keyProposal: boolean;
    /** 督办领导 with an account here. */
    readonly supervisorId: string | null;
    /** 撤案: the day of the proposer's document. */
    readonly withdrawnOn: DateString | null;
    /** 结案: nothing more is done with the case until it is opened again. */
    readonly closedOn: DateString | null;
    /** 归档: when the package was last made. */
    readonly archivedOn: DateString | null;
    readonly term: number;
    readonly meeting: number;
    /** 并案: the proposal that carries the handling, and whether its reply is under review or out. */
    readonly mergedInto: { readonly id: string; readonly number: string; readonly settled: boolean } | null;
    /** The proposals this one carries, by number. */
    readonly merges: readonly { readonly id: string; readonly number: string }[];
  };
  readonly suggestions: readonly { readonly id: string; readonly ordinal: number; readonly title: string }[];
  readonly assignments: readonly AssignmentFacts[];
  readonly returnRequests: readonly ReturnRequestFacts[];
  readonly opinions: readonly OpinionFacts[];
  readonly drafts: readonly DraftFacts[];
  readonly steps: readonly StepFacts[];
  readonly letters: readonly LetterFacts[];
  readonly deliveries: readonly DeliveryFacts[];
  readonly outsideLinks: readonly OutsideLinkFacts[];
  readonly contacts: readonly ContactFacts[];
  readonly confirmations: readonly ConfirmationFacts[];
  readonly contributions: readonly ContributionFacts[];
  readonly commitments: readonly CommitmentFacts[];
  readonly publications: readonly PublicationFacts[];
  readonly ratings: readonly RatingFacts[];
  readonly redos: readonly RedoFacts[];
  readonly deadlines: readonly DeadlineFacts[];
  readonly extensions: readonly ExtensionFacts[];
}

/** A colleague who is away, with those of the own duties that were delegated. */
export interface AbsentPerson {
  readonly personId: string;
  readonly name: string;
  readonly duties: readonly Duty[];
}

/** The reply a unit writes or has written: of several rounds the newest. */
export const replyDraftOf = (snapshot: CaseSnapshot, assignmentId: string): DraftFacts | undefined =>
  snapshot.drafts
    .filter((each) => each.assignmentId === assignmentId && each.correctsId === null)
    .sort((a, b) => b.round - a.round)[0];

/** The steps of a draft's newest round of review. */
export function newestRound(snapshot: CaseSnapshot, draftId: string): readonly StepFacts[] {
  const own = snapshot.steps.filter((step) => step.draftId === draftId);
  const newest = Math.max(0, ...own.map(({ round }) => round));
  return own.filter(({ round }) => round === newest);
}

/** Who acts. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly officeId: string | null;
  /** All of today: the own ones, and those that absent colleagues have delegated. */
  readonly duties: readonly Duty[];
  /** Present while colleagues are away who have named this person in their place. */
  readonly standIn?: { readonly ownDuties: readonly Duty[]; readonly absent: readonly AbsentPerson[] };
}
