import type { CaseCommandName } from '@fuhan/contracts';
import type { UseCase } from './case/use-case';
import { chaseAssignment } from './chasing/chase-assignment.usecase';
import { answerProposer, renewLinks } from './commitments/answer.usecases';
import {
  carryCommitment,
  giveUpCommitment,
  keepCommitment,
  reportProgress,
} from './commitments/progress.usecases';
import {
  addCommitment,
  assignCommitment,
  confirmCommitment,
  strikeCommitment,
} from './commitments/register.usecases';
import { confirmWords, objectToWords } from './confirmation/answer.usecases';
import { askConfirmation, consultProposer, keepWords, withdrawQuestion } from './confirmation/ask.usecases';
import { askSection, giveContribution, withdrawContribution } from './contributions/contribution.usecases';
import { recordContact, strikeContact } from './contacts/contact.usecases';
import {
  grantExtension,
  refuseExtension,
  requestExtension,
  tellProposer,
  withdrawExtension,
} from './clocks/extension.usecases';
import { pauseClock, resumeClock } from './clocks/pause.usecases';
import { adoptOpinion, unadoptOpinion } from './drafting/adopt-opinion.usecase';
import { joinPassages, movePassage, splitPassage } from './drafting/arrange-passages.usecases';
import { reconsiderItem, rejectItem } from './drafting/reject-item.usecases';
import { addSection, removeSection, saveFrame } from './drafting/write-draft.usecases';
import { saveSection } from './drafting/write-section.usecase';
import { divideAssignment, undivideAssignment } from './hand-over/divide-assignment.usecase';
import { addHandler, removeHandler } from './hand-over/change-handlers.usecases';
import { decideReturn, disputeReturn, settleReturn } from './hand-over/decide-return.usecases';
import { handOver } from './hand-over/hand-over.usecase';
import { editSuggestions } from './hand-over/edit-suggestions.usecase';
import { reorderHandlers } from './hand-over/reorder-handlers.usecase';
import { reopenReturn, requestReturn, signAndAskFor } from './hand-over/return.usecases';
import { signAssignment, unsignAssignment } from './hand-over/sign-assignment.usecase';
import { nameSupervisor } from './hand-over/supervisor';
import { recallHandOver, withdrawProposal } from './hand-over/undo-hand-over.usecases';
import { correctLetter, saveCorrection } from './issuing/correct-letter.usecases';
import {
  confirmDelivery,
  deliverLetter,
  receiveDelivery,
  recordDelivery,
} from './issuing/deliver-letter.usecases';
import { sealLetter } from './issuing/seal-letter.usecase';
import { askWithdrawal, keepLetter, withdrawLetter } from './issuing/withdraw-letter.usecases';
import { issueLetter } from './issuing/issue-letter.usecase';
import { mergeProposals, unmergeProposal } from './merging/merge.usecases';
import { enterOnBehalf } from './opinions/enter-on-behalf.usecase';
import { inviteByLink, revokeLink } from './opinions/outside-links.usecases';
import { acceptOpinion, sendBackOpinion } from './opinions/judge-opinion.usecases';
import { endorseOpinion, refuseOpinion, takeBackOpinion } from './opinions/own-route.usecases';
import { submitOpinion } from './opinions/submit-opinion.usecase';
import { closeProposal, reopenProposal } from './closing/close.usecases';
import {
  approvePublication,
  barPublication,
  preparePublication,
  recordConsent,
  refusePublication,
  withdrawPublication,
} from './publication/publication.usecases';
import { enterPaperRating, remindProposer, renewRatingLink } from './rating/rating.usecases';
import { declineRedo, orderRedo, recordNextRung } from './rating/redo.usecases';
import { approveStep, overruleFinding, sendBackStep, withdrawApproval } from './review/decide-step.usecases';
import { addSigner, delegateStep, readStep } from './review/pass-step.usecases';
import { submitDraft, withdrawDraft } from './review/submit-draft.usecases';

/** Exactly one use case for each command on a case. */
export const useCases: { readonly [N in Exclude<CaseCommandName, 'proposal.register'>]: UseCase<N> } = {
  'proposal.handOver': handOver,
  'proposal.editSuggestions': editSuggestions,
  'proposal.reorderHandlers': reorderHandlers,
  'proposal.addHandler': addHandler,
  'proposal.nameSupervisor': nameSupervisor,
  'proposal.recall': recallHandOver,
  'proposal.withdraw': withdrawProposal,
  'proposal.merge': mergeProposals,
  'proposal.unmerge': unmergeProposal,
  'assignment.signAndAskFor': signAndAskFor,
  'assignment.requestReturn': requestReturn,
  'assignment.reopenReturn': reopenReturn,
  'assignment.remove': removeHandler,
  'returnRequest.decide': decideReturn,
  'returnRequest.dispute': disputeReturn,
  'returnRequest.settle': settleReturn,
  'assignment.sign': signAssignment,
  'assignment.unsign': unsignAssignment,
  'assignment.divide': divideAssignment,
  'assignment.undivide': undivideAssignment,
  'opinion.submit': submitOpinion,
  'opinion.endorse': endorseOpinion,
  'opinion.refuse': refuseOpinion,
  'opinion.takeBack': takeBackOpinion,
  'assignment.askSection': askSection,
  'contribution.give': giveContribution,
  'contribution.withdraw': withdrawContribution,
  'opinion.accept': acceptOpinion,
  'opinion.sendBack': sendBackOpinion,
  'opinion.inviteByLink': inviteByLink,
  'opinion.enterOnBehalf': enterOnBehalf,
  'outsideLink.revoke': revokeLink,
  'draft.adopt': adoptOpinion,
  'draft.unadopt': unadoptOpinion,
  'draft.rejectItem': rejectItem,
  'draft.reconsiderItem': reconsiderItem,
  'draft.movePassage': movePassage,
  'draft.splitPassage': splitPassage,
  'draft.joinPassages': joinPassages,
  'draft.saveSection': saveSection,
  'draft.addSection': addSection,
  'draft.removeSection': removeSection,
  'draft.saveFrame': saveFrame,
  'draft.submit': submitDraft,
  'draft.withdraw': withdrawDraft,
  'draft.askConfirmation': askConfirmation,
  'draft.consultProposer': consultProposer,
  'confirmation.confirm': confirmWords,
  'confirmation.object': objectToWords,
  'confirmation.keep': keepWords,
  'confirmation.withdraw': withdrawQuestion,
  'reviewStep.read': readStep,
  'reviewStep.approve': approveStep,
  'reviewStep.sendBack': sendBackStep,
  'reviewStep.overrule': overruleFinding,
  'reviewStep.addSigner': addSigner,
  'reviewStep.delegate': delegateStep,
  'reviewStep.withdraw': withdrawApproval,
  'draft.issue': issueLetter,
  'letter.deliver': deliverLetter,
  'delivery.receive': receiveDelivery,
  'assignment.chase': chaseAssignment,
  'delivery.record': recordDelivery,
  'delivery.confirm': confirmDelivery,
  'letter.seal': sealLetter,
  'letter.askWithdrawal': askWithdrawal,
  'letter.withdraw': withdrawLetter,
  'letter.keep': keepLetter,
  'letter.correct': correctLetter,
  'draft.saveCorrection': saveCorrection,
  'commitment.confirm': confirmCommitment,
  'commitment.answerProposer': answerProposer,
  'commitment.renewLinks': renewLinks,
  'commitment.strike': strikeCommitment,
  'commitment.report': reportProgress,
  'commitment.keep': keepCommitment,
  'commitment.carry': carryCommitment,
  'commitment.giveUp': giveUpCommitment,
  'commitment.assign': assignCommitment,
  'assignment.addCommitment': addCommitment,
  'proposal.close': closeProposal,
  'proposal.reopen': reopenProposal,
  'proposal.recordConsent': recordConsent,
  'letter.preparePublication': preparePublication,
  'publication.approve': approvePublication,
  'publication.refuse': refusePublication,
  'publication.bar': barPublication,
  'publication.withdraw': withdrawPublication,
  'redo.order': orderRedo,
  'redo.recordNextRung': recordNextRung,
  'redo.decline': declineRedo,
  'rating.remind': remindProposer,
  'rating.enterPaper': enterPaperRating,
  'rating.renewLink': renewRatingLink,
  'assignment.recordContact': recordContact,
  'contactRecord.strike': strikeContact,
  'clock.pause': pauseClock,
  'clock.resume': resumeClock,
  'clock.requestExtension': requestExtension,
  'extension.grant': grantExtension,
  'extension.refuse': refuseExtension,
  'extension.withdraw': withdrawExtension,
  'extension.tellProposer': tellProposer,
};
