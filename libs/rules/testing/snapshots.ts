import type { Duty } from '../duties';
import type { ReviewDuty } from '../review';
import type {
  Actor,
  AssignmentFacts,
  CaseSnapshot,
  CommitmentFacts,
  ConfirmationFacts,
  ContributionFacts,
  ContactFacts,
  DeadlineFacts,
  DeliveryFacts,
  DraftFacts,
  ExtensionFacts,
  LetterFacts,
  OpinionFacts,
  OutsideLinkFacts,
  PublicationFacts,
  RatingFacts,
  RedoFacts,
  ReturnRequestFacts,
  StepFacts,
} from '../snapshot';

/** The units of the story: who leads, who co-handles, who only gets a copy, and one that has no part in it. */
export const unitIds = {
  lead: 'unit-lead',
  co: 'unit-co',
  secondCo: 'unit-co-2',
  recipient: 'unit-recipient',
  stranger: 'unit-stranger',
} as const;

/** The drafters whom the lead and the first co-handler have named. */
export const namedDrafters = { lead: 'person-lead-drafter', co: 'person-co-drafter' } as const;

export const assignment = (more: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  id: 'assignment-lead',
  unitId: unitIds.lead,
  role: 'lead',
  ordinal: 1,
  state: 'divided',
  officeId: 'office-lead',
  drafterId: namedDrafters.lead,
  returnUntil: '2026-03-16',
  returnAnswered: false,
  ...more,
});

export const coAssignment = (more: Partial<AssignmentFacts> = {}): AssignmentFacts =>
  assignment({
    id: 'assignment-co',
    unitId: unitIds.co,
    role: 'co',
    ordinal: 2,
    officeId: 'office-co',
    drafterId: namedDrafters.co,
    ...more,
  });

/** Asked by the first co-handler, inside its window. */
export const returnRequest = (more: Partial<ReturnRequestFacts> = {}): ReturnRequestFacts => ({
  id: 'request-1',
  assignmentId: 'assignment-co',
  wish: 'other_unit',
  state: 'asked',
  decision: null,
  ...more,
});

export const opinion = (more: Partial<OpinionFacts> = {}): OpinionFacts => ({
  id: 'opinion-co',
  assignmentId: 'assignment-co',
  state: 'accepted',
  version: 1,
  route: ['reviewer', 'leader'],
  passed: 0,
  ...more,
});

/** Ready to be submitted: each suggestion answered, one section of the drafter's own, class and contact chosen. */
export const draft = (more: Partial<DraftFacts> = {}): DraftFacts => ({
  id: 'draft-1',
  assignmentId: 'assignment-lead',
  state: 'writing',
  outcomeClass: 'A',
  contacts: 1,
  contactRequired: false,
  publication: 'active',
  round: 1,
  correctsId: null,
  sections: [
    { id: 'section-1', suggestionId: 'suggestion-1', verdict: 'adopted', passages: 2 },
    { id: 'section-2', suggestionId: 'suggestion-2', verdict: 'partly', passages: 1 },
    { id: 'section-3', suggestionId: null, verdict: null, passages: 1 },
  ],
  rejections: 1,
  adoptedFrom: ['assignment-co'],
  confirmationRequired: false,
  roundBegunBy: null,
  ...more,
});

/** A step of the lead's unit that anyone with the duty may do; `ordinal` is its stage too, unless said otherwise. */
export const step = (duty: ReviewDuty = 'reviewer', more: Partial<StepFacts> = {}): StepFacts => ({
  ...{ id: `step-${duty}`, draftId: 'draft-1', round: 1, ordinal: 1, stage: more.ordinal ?? 1, lane: duty },
  ...{ name: '核稿', state: 'open', duty, unitId: unitIds.lead, officeId: null, personId: null },
  ...{ delegatedBy: null, read: false, decidedBy: null, added: false, kept: false },
  ...more,
});

export const letter = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  id: 'letter-1',
  draftId: 'draft-1',
  state: 'issued',
  documentNumber: '测工信函〔2026〕1号',
  filesReady: true,
  consented: true,
  withdrawalAsked: false,
  sealRequired: false,
  seals: 0,
  commitmentRequired: false,
  ...more,
});

export const contact = (more: Partial<ContactFacts> = {}): ContactFacts => ({
  id: 'contact-1',
  assignmentId: 'assignment-lead',
  state: 'recorded',
  ...more,
});

/** A copy for the public, made and not yet let out. */
export const publication = (more: Partial<PublicationFacts> = {}): PublicationFacts => ({
  id: 'publication-1',
  letterId: 'letter-1',
  state: 'prepared',
  ...more,
});

/** The proposer is asked what it thinks of the letter. */
export const rating = (more: Partial<RatingFacts> = {}): RatingFacts => ({
  id: 'rating-1',
  assignmentId: 'assignment-lead',
  letterId: 'letter-1',
  round: 1,
  state: 'asked',
  ...more,
});

/** The proposer was not satisfied: a second round is to be decided on. */
export const redo = (more: Partial<RedoFacts> = {}): RedoFacts => ({
  id: 'redo-1',
  assignmentId: 'assignment-lead',
  round: 2,
  state: 'due',
  exhausted: false,
  ...more,
});

/** A section of the lead's unit is asked for material. */
export const contribution = (more: Partial<ContributionFacts> = {}): ContributionFacts => ({
  id: 'contribution-1',
  assignmentId: 'assignment-lead',
  officeId: 'office-other',
  state: 'asked',
  ...more,
});

/** The co-handler is asked for its own words in the reply. */
export const confirmation = (more: Partial<ConfirmationFacts> = {}): ConfirmationFacts => ({
  id: 'confirmation-1',
  draftId: 'draft-1',
  assignmentId: 'assignment-co',
  state: 'asked',
  current: true,
  ...more,
});

/** A promise of the lead's letter that the first co-handler has to keep. */
export const commitment = (more: Partial<CommitmentFacts> = {}): CommitmentFacts => ({
  id: 'commitment-1',
  assignmentId: 'assignment-lead',
  letterId: 'letter-1',
  state: 'confirmed',
  outcome: null,
  ownerUnitId: unitIds.co,
  ownerId: namedDrafters.co,
  dueOn: '2026-12-31',
  ...more,
});

export const delivery = (more: Partial<DeliveryFacts> = {}): DeliveryFacts => ({
  id: 'delivery-1',
  letterId: 'letter-1',
  unitId: unitIds.recipient,
  state: 'sent',
  ...more,
});

/** The link by which the first co-handler answers. */
export const outsideLink = (more: Partial<OutsideLinkFacts> = {}): OutsideLinkFacts => ({
  id: 'link-1',
  assignmentId: 'assignment-co',
  state: 'live',
  ...more,
});

/** The reply clock of the lead, which the place lets be extended; it has been paused once. */
export const deadline = (more: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  id: 'deadline-reply',
  subjectId: 'assignment-lead',
  state: 'running',
  isWindow: false,
  pauses: 1,
  extendable: true,
  ...more,
});

export const extension = (more: Partial<ExtensionFacts> = {}): ExtensionFacts => ({
  id: 'extension-1',
  deadlineId: 'deadline-reply',
  assignmentId: 'assignment-lead',
  state: 'requested',
  ...more,
});

/** A case handed over to a lead and two co-handlers, both opinions accepted, its draft complete; nothing issued yet. */
export const caseWith = (more: Partial<CaseSnapshot> = {}): CaseSnapshot => ({
  today: '2026-03-10',
  proposal: {
    ...{ id: 'proposal-1', kind: 'plenary', number: '135001', title: '关于测试的提案' },
    ...{ keyProposal: false, supervisorId: null, withdrawnOn: null, closedOn: null, archivedOn: null },
    ...{ term: 13, meeting: 5, mergedInto: null, merges: [] },
  },
  suggestions: [
    { id: 'suggestion-1', ordinal: 1, title: '第一条' },
    { id: 'suggestion-2', ordinal: 2, title: '第二条' },
  ],
  assignments: [
    assignment(),
    coAssignment(),
    coAssignment({ id: 'assignment-co-2', unitId: unitIds.secondCo, ordinal: 3, drafterId: null }),
  ],
  returnRequests: [],
  opinions: [opinion(), opinion({ id: 'opinion-co-2', assignmentId: 'assignment-co-2' })],
  drafts: [draft()],
  steps: [step('reviewer')],
  letters: [],
  deliveries: [],
  outsideLinks: [],
  contacts: [],
  confirmations: [],
  contributions: [],
  publications: [],
  ratings: [],
  redos: [],
  commitments: [],
  deadlines: [],
  extensions: [],
  ...more,
});

/** A case that is registered and nothing more. */
export const registeredCase = (): CaseSnapshot =>
  caseWith({ assignments: [], opinions: [], drafts: [], steps: [] });

/** Somebody who acts; of the lead's unit unless said otherwise, and nobody whom anyone has named. */
export const actor = (duties: readonly Duty[], more: Partial<Actor> = {}): Actor => ({
  personId: 'person-somebody',
  name: '测试人',
  unitId: unitIds.lead,
  officeId: null,
  duties,
  ...more,
});
