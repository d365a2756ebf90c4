import type { CommandName } from '@fuhan/contracts';

/** Everybody who tries. The co-handler of the story is 市商务局; `colleague` drafts in the lead's unit, unnamed. */
export const lead = ['office', 'drafter', 'colleague', 'reviewer', 'leader', 'head', 'clerk'];
export const overseers = ['coordinator', 'supervisor'];
export const administrators = ['system', 'security', 'audit'];
export const accounts = [...overseers, ...lead, 'co', 'otherCo', 'stranger', ...administrators, 'nobody'];

/** Whoever holds a duty that may be delegated. */
export const atWork = accounts.filter((account) => ![...administrators, 'nobody'].includes(account));

/** The rule book: who may, by account. Everybody else who knows of the case is denied. */
export const mayOnCase: Partial<Record<CommandName, readonly string[]>> = {
  'proposal.handOver': ['coordinator'],
  'proposal.reorderHandlers': ['coordinator'],
  'proposal.addHandler': ['coordinator'],
  'proposal.nameSupervisor': ['coordinator'],
  'proposal.recall': ['coordinator'],
  'proposal.withdraw': ['coordinator'],
  'assignment.sign': ['office'],
  'assignment.signAndAskFor': ['office'],
  'assignment.requestReturn': ['office'],
  'assignment.reopenReturn': ['coordinator'],
  'assignment.remove': ['coordinator'],
  'returnRequest.decide': ['coordinator'],
  'returnRequest.dispute': ['co'],
  'returnRequest.settle': ['coordinator', 'supervisor'],
  'assignment.divide': ['office'],
  'opinion.submit': ['co'],
  'opinion.inviteByLink': ['coordinator', 'office'],
  'opinion.enterOnBehalf': ['coordinator', 'office'],
  'outsideLink.revoke': ['coordinator', 'office'],
  'opinion.accept': ['office', 'drafter'],
  'opinion.sendBack': ['office', 'drafter'],
  'draft.adopt': ['office', 'drafter'],
  'draft.rejectItem': ['office', 'drafter'],
  'draft.reconsiderItem': ['office', 'drafter'],
  'draft.movePassage': ['office', 'drafter'],
  'draft.splitPassage': ['office', 'drafter'],
  'draft.joinPassages': ['office', 'drafter'],
  'draft.saveSection': ['office', 'drafter'],
  'draft.addSection': ['office', 'drafter'],
  'draft.removeSection': ['office', 'drafter'],
  'draft.saveFrame': ['office', 'drafter'],
  'draft.submit': ['office', 'drafter'],
  'draft.withdraw': ['office', 'drafter'],
  'reviewStep.approve': ['reviewer'],
  'reviewStep.sendBack': ['reviewer'],
  'reviewStep.read': ['reviewer'],
  'reviewStep.addSigner': ['reviewer'],
  'reviewStep.delegate': ['reviewer'],
  'reviewStep.withdraw': ['reviewer'],
  // 核稿 is not the last step: only the signer lets a finding stand.
  'reviewStep.overrule': [],
  'draft.issue': ['clerk'],
  'letter.deliver': ['clerk'],
  'letter.seal': ['clerk'],
  'letter.askWithdrawal': ['office', 'drafter', 'colleague', 'clerk'],
  'letter.withdraw': ['head'],
  'letter.keep': ['head'],
  'letter.correct': ['office', 'drafter'],
  'draft.saveCorrection': ['office', 'drafter'],
  'delivery.record': ['clerk'],
  'delivery.confirm': ['clerk'],
  'delivery.receive': ['co'],
  'assignment.recordContact': ['office', 'drafter'],
  'draft.askConfirmation': ['office', 'drafter'],
  'draft.consultProposer': ['office', 'drafter'],
  'confirmation.confirm': ['co'],
  'confirmation.object': ['co'],
  'confirmation.keep': ['office', 'drafter'],
  'confirmation.withdraw': ['office', 'drafter'],
  'contactRecord.strike': ['office', 'drafter'],
  'assignment.chase': ['coordinator'],
  // The clock is the lead's reply: the coordinator stops it, the lead's office asks for more time.
  'clock.pause': ['coordinator'],
  'clock.resume': ['coordinator'],
  'clock.requestExtension': ['office'],
  'extension.grant': ['coordinator'],
  'extension.refuse': ['coordinator'],
  'extension.withdraw': ['office'],
  'extension.tellProposer': ['office'],
};
export const mayElsewhere: Partial<Record<CommandName, readonly string[]>> = {
  'proposal.register': ['coordinator'],
  'unit.create': ['system'],
  'unit.rename': ['system'],
  'unit.addOffice': ['system'],
  'person.create': ['system'],
  'person.disable': ['system'],
  'person.leave': ['system'],
  'person.delegate': atWork,
  'delegation.revoke': atWork,
  'person.setDuties': ['security'],
  'unit.setSeriesStart': ['system'],
  'unit.addWebhook': ['system'],
  'webhook.remove': ['system'],
  'dispatch.redrive': ['system'],
  'dispatch.markArrived': ['system'],
};
export const onCase = Object.keys(mayOnCase) as CommandName[];
export const elsewhere = Object.keys(mayElsewhere) as CommandName[];
