import type { ActionName } from '../actions';
import type { Duty } from '../duties';
import type { AggregateName } from '../machines';
import type { Actor } from '../snapshot';
import { namedDrafters, unitIds } from './snapshots';

/**
 * Role × action × state, against a rule book written out by hand. It shares no function with the code it judges: who may is a
 * literal list of "duty as which kind of person", when is a literal list of states.
 */

/** How a person can stand to the case whose lead, co-handler and recipient are three units. */
export const standings = {
  'named drafter of the lead': {
    unitId: unitIds.lead,
    personId: namedDrafters.lead,
    officeId: 'office-lead',
  },
  'other section of the lead': { unitId: unitIds.lead, officeId: 'office-other' },
  'named drafter of the co-handler': {
    unitId: unitIds.co,
    personId: namedDrafters.co,
    officeId: 'office-co',
  },
  'other section of the co-handler': { unitId: unitIds.co, officeId: 'office-other' },
  'unit that gets a copy': { unitId: unitIds.recipient },
  'unit without part in it': { unitId: unitIds.stranger },
} as const satisfies Record<string, Partial<Actor>>;
export type Standing = keyof typeof standings;

export const inLead = ['named drafter of the lead', 'other section of the lead'] as const;
export const inCo = ['named drafter of the co-handler', 'other section of the co-handler'] as const;
export const anyone = Object.keys(standings) as Standing[];

export type Who = Partial<Record<Duty, readonly Standing[]>>;
export const nobody: Who = {};
/** The one named, or anybody of the unit's 提案办. */
export const writer: Who = { drafter: ['named drafter of the lead'], proposal_office: inLead };
export const coWriter: Who = { drafter: ['named drafter of the co-handler'], proposal_office: inCo };
export const leadClerk: Who = { clerk: inLead };
/** The coordinator, whoever else they are; the 提案办 of the unit that answers. */
export const asker: Who = { coordinator: anyone, proposal_office: inLead };

/** Whoever reviews in the unit that wrote the letter. */
export const letterReviewer: Who = { reviewer: inLead, leader: inLead };

export interface Rule {
  readonly on: AggregateName;
  readonly who: Who;
  readonly when: readonly string[];
  /** What it is in other states: most have moved on, an action without a state table is blocked. */
  readonly otherwise?: 'blocked';
  /** States in which only a guard stands in the way. */
  readonly asked?: readonly string[];
  /** Another target than the usual one, or other facts about it. */
  readonly at?: string;
  readonly facts?: object;
}

/** Targets: the lead's assignment, the co-handler's opinion, the draft, its step of 核稿, the letter, the copy-to unit's copy. */
export const ruleBook: Record<Exclude<ActionName, `proposal.${string}`>, Rule> = {
  'assignment.sign': { on: 'assignment', who: { proposal_office: inLead }, when: ['handed_over'] },
  'assignment.unsign': { on: 'assignment', who: { proposal_office: inLead }, when: ['signed'] },
  'assignment.divide': { on: 'assignment', who: { proposal_office: inLead }, when: ['signed', 'divided'] },
  'assignment.undivide': { on: 'assignment', who: { proposal_office: inLead }, when: ['divided'] },
  'assignment.giveBack': { on: 'assignment', who: nobody, when: [] },
  'assignment.passOn': { on: 'assignment', who: nobody, when: [] },
  'assignment.takeBack': { on: 'assignment', who: nobody, when: [] },
  'assignment.place': { on: 'assignment', who: nobody, when: [] },
  'assignment.signAndAskFor': { on: 'assignment', who: { proposal_office: inLead }, when: ['handed_over'] },
  'assignment.requestReturn': {
    on: 'assignment',
    who: { proposal_office: inLead },
    when: ['handed_over', 'signed', 'divided'],
    otherwise: 'blocked',
  },
  'assignment.reopenReturn': {
    on: 'assignment',
    who: { coordinator: anyone },
    when: ['handed_over', 'signed', 'divided'],
    otherwise: 'blocked',
    facts: { returnUntil: '2026-03-09' },
  },
  'assignment.remove': {
    on: 'assignment',
    at: 'assignment-co',
    who: { coordinator: anyone },
    when: ['handed_over', 'signed', 'divided', 'finished'],
  },
  'assignment.finish': { on: 'assignment', who: nobody, when: [] },
  // The lead's own part is chased by the coordinator alone; its 提案办 chases co-handlers.
  'assignment.chase': {
    on: 'assignment',
    who: { coordinator: anyone },
    when: ['handed_over', 'signed', 'divided'],
    otherwise: 'blocked',
  },
  'assignment.return': { on: 'assignment', who: nobody, when: [] },
  'assignment.recall': { on: 'assignment', who: nobody, when: [] },
  'assignment.merge': { on: 'assignment', who: nobody, when: [] },
  'assignment.withdraw': { on: 'assignment', who: nobody, when: [] },
  'returnRequest.decide': { on: 'return_request', who: { coordinator: anyone }, when: ['asked'] },
  'returnRequest.dispute': {
    on: 'return_request',
    who: { proposal_office: inCo },
    when: ['decided'],
    facts: { decision: 'keep' },
  },
  'returnRequest.settle': {
    on: 'return_request',
    who: { coordinator: anyone, supervisor: anyone },
    when: ['disputed'],
  },
  'returnRequest.lapse': { on: 'return_request', who: nobody, when: [] },
  'opinion.cancel': { on: 'opinion', who: nobody, when: [] },
  'opinion.await': { on: 'opinion', who: nobody, when: [] },
  'opinion.submit': { on: 'opinion', who: coWriter, when: ['awaited', 'revising', 'returned'] },
  'opinion.submitByLink': { on: 'opinion', who: nobody, when: [] },
  'opinion.inviteByLink': {
    on: 'opinion',
    who: asker,
    when: ['awaited', 'revising', 'returned'],
    otherwise: 'blocked',
  },
  'opinion.enterOnBehalf': { on: 'opinion', who: asker, when: ['awaited', 'revising', 'returned'] },
  'outsideLink.revoke': { on: 'outside_link', who: asker, when: ['live'] },
  'outsideLink.replace': { on: 'outside_link', who: nobody, when: [] },
  'opinion.accept': { on: 'opinion', who: writer, when: ['submitted'] },
  'opinion.sendBack': { on: 'opinion', who: writer, when: ['submitted'] },
  'draft.open': { on: 'draft', who: nobody, when: [] },
  'draft.adopt': { on: 'draft', who: writer, when: ['writing'] },
  'draft.unadopt': { on: 'draft', who: writer, when: ['writing'] },
  'draft.rejectItem': { on: 'draft', who: writer, when: ['writing'] },
  'draft.reconsiderItem': { on: 'draft', who: writer, when: ['writing'] },
  'draft.movePassage': { on: 'draft', who: writer, when: ['writing'] },
  'draft.splitPassage': { on: 'draft', who: writer, when: ['writing'] },
  'draft.joinPassages': { on: 'draft', who: writer, when: ['writing'] },
  'draft.saveSection': { on: 'draft', who: writer, when: ['writing'] },
  'draft.addSection': { on: 'draft', who: writer, when: ['writing'] },
  'draft.removeSection': { on: 'draft', who: writer, when: ['writing'] },
  'draft.saveFrame': { on: 'draft', who: writer, when: ['writing'] },
  'draft.submit': { on: 'draft', who: writer, when: ['writing', 'correcting'] },
  'draft.withdraw': { on: 'draft', who: writer, when: ['in_review'] },
  'draft.withdrawCorrection': { on: 'draft', who: nobody, when: [] },
  'draft.unsign': { on: 'draft', who: nobody, when: [] },
  'draft.sendBack': { on: 'draft', who: nobody, when: [] },
  'draft.drop': { on: 'draft', who: nobody, when: [] },
  'draft.sign': { on: 'draft', who: nobody, when: [] },
  'draft.issue': { on: 'draft', who: leadClerk, when: ['signed'] },
  'reviewStep.plan': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.open': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.approve': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  'reviewStep.sendBack': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  // The case of the rule book has this one step, so its holder is the signer.
  'reviewStep.overrule': {
    on: 'review_step',
    who: { reviewer: inLead },
    when: ['open', 'approved'],
    otherwise: 'blocked',
  },
  'reviewStep.read': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  'reviewStep.addSigner': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  'reviewStep.delegate': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  // Nobody of the rule book has decided it: who has stands in next-actions.test.ts.
  'reviewStep.withdraw': { on: 'review_step', who: nobody, when: ['approved'] },
  'reviewStep.keep': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.hold': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.reopen': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.cancel': { on: 'review_step', who: nobody, when: [] },
  'letter.deliver': { on: 'letter', who: leadClerk, when: ['issued'] },
  'letter.seal': { on: 'letter', who: leadClerk, when: ['issued', 'delivered'], otherwise: 'blocked' },
  'letter.askWithdrawal': {
    on: 'letter',
    who: { clerk: inLead, drafter: inLead, proposal_office: inLead },
    when: ['issued', 'delivered'],
    otherwise: 'blocked',
  },
  // Nobody has asked for a withdrawal in the case of the rule book.
  'letter.withdraw': { on: 'letter', who: { head: inLead }, when: [], asked: ['issued', 'delivered'] },
  'letter.keep': { on: 'letter', who: { head: inLead }, when: [], otherwise: 'blocked' },
  'letter.correct': { on: 'letter', who: writer, when: ['delivered'], otherwise: 'blocked' },
  'draft.saveCorrection': { on: 'draft', who: writer, when: ['correcting'] },
  'draft.sendBackCorrection': { on: 'draft', who: nobody, when: [] },
  'draft.reopen': { on: 'draft', who: nobody, when: [] },
  'assignment.resume': { on: 'assignment', who: nobody, when: [] },
  'delivery.record': { on: 'delivery', who: leadClerk, when: ['sent'] },
  'delivery.confirm': { on: 'delivery', who: leadClerk, when: ['sent'] },
  'delivery.receive': {
    on: 'delivery',
    who: { proposal_office: ['unit that gets a copy'] },
    when: ['sent'],
  },
  'delivery.open': { on: 'delivery', who: nobody, when: [] },
  'assignment.recordContact': {
    on: 'assignment',
    who: writer,
    when: ['signed', 'divided', 'finished'],
    otherwise: 'blocked',
  },
  'contactRecord.strike': { on: 'contact_record', who: writer, when: ['recorded'] },
  'draft.askConfirmation': { on: 'draft', who: writer, when: ['writing'], otherwise: 'blocked' },
  'draft.consultProposer': { on: 'draft', who: writer, when: ['writing'], otherwise: 'blocked' },
  'letter.preparePublication': {
    on: 'letter',
    who: writer,
    when: ['delivered'],
    otherwise: 'blocked',
  },
  'publication.approve': { on: 'publication', who: letterReviewer, when: ['prepared'] },
  'publication.refuse': { on: 'publication', who: letterReviewer, when: ['prepared'] },
  'publication.bar': { on: 'publication', who: letterReviewer, when: ['prepared'] },
  'publication.withdraw': { on: 'publication', who: { leader: inLead, head: inLead }, when: ['published'] },
  'publication.takeDown': { on: 'publication', who: nobody, when: [] },
  'redo.order': { on: 'redo', who: { coordinator: anyone }, when: ['due'] },
  'redo.recordNextRung': {
    on: 'redo',
    who: { coordinator: anyone },
    when: ['due'],
    facts: { exhausted: true },
  },
  'redo.decline': { on: 'redo', who: { coordinator: anyone }, when: ['due'] },
  'redo.weigh': { on: 'redo', who: nobody, when: [] },
  'redo.answer': { on: 'redo', who: nobody, when: [] },
  'redo.reopen': { on: 'redo', who: nobody, when: [] },
  'redo.cancel': { on: 'redo', who: nobody, when: [] },
  'rating.remind': { on: 'rating', who: { coordinator: anyone }, when: ['asked'] },
  'rating.enterPaper': { on: 'rating', who: { coordinator: anyone }, when: ['asked', 'lapsed'] },
  'rating.renewLink': { on: 'rating', who: { coordinator: anyone }, when: ['asked'] },
  'rating.give': { on: 'rating', who: nobody, when: [] },
  'rating.lapse': { on: 'rating', who: nobody, when: [] },
  'rating.withdraw': { on: 'rating', who: nobody, when: [] },
  'confirmation.confirm': {
    on: 'confirmation',
    who: { drafter: inCo, proposal_office: inCo },
    when: ['asked'],
  },
  'confirmation.object': {
    on: 'confirmation',
    who: { drafter: inCo, proposal_office: inCo },
    when: ['asked'],
  },
  'confirmation.keep': { on: 'confirmation', who: writer, when: ['objected', 'unanswered'] },
  'confirmation.withdraw': { on: 'confirmation', who: writer, when: ['asked'] },
  'confirmation.passSilently': { on: 'confirmation', who: nobody, when: [] },
  'confirmation.lapse': { on: 'confirmation', who: nobody, when: [] },
  'confirmation.replace': { on: 'confirmation', who: nobody, when: [] },
  'opinion.propose': { on: 'opinion', who: nobody, when: [] },
  'opinion.endorse': { on: 'opinion', who: { reviewer: inCo }, when: ['in_approval'] },
  'opinion.refuse': { on: 'opinion', who: { reviewer: inCo }, when: ['in_approval'] },
  'opinion.takeBack': { on: 'opinion', who: coWriter, when: ['in_approval'] },
  'opinion.letOut': { on: 'opinion', who: nobody, when: [] },
  'assignment.askSection': {
    on: 'assignment',
    who: writer,
    when: ['signed', 'divided', 'finished'],
    otherwise: 'blocked',
  },
  'contribution.give': {
    on: 'contribution',
    who: { drafter: ['other section of the lead'], proposal_office: inLead },
    when: ['asked'],
  },
  'contribution.withdraw': { on: 'contribution', who: writer, when: ['asked'] },
  'commitment.confirm': { on: 'commitment', who: writer, when: ['proposed'] },
  'commitment.strike': { on: 'commitment', who: writer, when: ['proposed'] },
  'commitment.assign': { on: 'commitment', who: writer, when: ['confirmed'] },
  // The co-handler has to keep it.
  'commitment.report': { on: 'commitment', who: coWriter, when: ['confirmed'] },
  'commitment.keep': { on: 'commitment', who: coWriter, when: ['confirmed'] },
  'commitment.carry': { on: 'commitment', who: coWriter, when: ['confirmed'] },
  'commitment.giveUp': { on: 'commitment', who: coWriter, when: ['confirmed'] },
  'commitment.answerProposer': { on: 'commitment', who: writer, when: ['kept', 'unkept'] },
  'commitment.renewLinks': { on: 'commitment', who: { coordinator: anyone }, when: ['answered'] },
  'commitment.rate': { on: 'commitment', who: nobody, when: [] },
  'commitment.drop': { on: 'commitment', who: nobody, when: [] },
  // The case of the rule book has no letter yet: nothing was promised.
  'assignment.addCommitment': { on: 'assignment', who: writer, when: [], otherwise: 'blocked' },
  'contactRecord.confirm': { on: 'contact_record', who: nobody, when: [] },
  'contactRecord.deny': { on: 'contact_record', who: nobody, when: [] },
  'clock.start': { on: 'deadline', who: nobody, when: [] },
  'clock.meet': { on: 'deadline', who: nobody, when: [] },
  'clock.reopen': { on: 'deadline', who: nobody, when: [] },
  'clock.recompute': { on: 'deadline', who: nobody, when: [] },
  'clock.cancel': { on: 'deadline', who: nobody, when: [] },
  // The clock is the lead's: its reply is the coordinator's to stop.
  'clock.pause': { on: 'deadline', who: { coordinator: anyone }, when: ['running'] },
  'clock.resume': { on: 'deadline', who: { coordinator: anyone }, when: ['running'] },
  'clock.requestExtension': { on: 'deadline', who: { proposal_office: inLead }, when: ['running'] },
  'extension.grant': { on: 'extension', who: { coordinator: anyone }, when: ['requested'] },
  'extension.refuse': { on: 'extension', who: { coordinator: anyone }, when: ['requested'] },
  'extension.withdraw': { on: 'extension', who: { proposal_office: inLead }, when: ['requested'] },
  'extension.tellProposer': { on: 'extension', who: { proposal_office: inLead }, when: ['granted'] },
};
