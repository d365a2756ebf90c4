import { defineMachine } from './machine';

/** 核稿、审核、签发: one person's step on the route. */
export const reviewStepMachine = defineMachine({
  aggregate: 'review_step',
  label: '审核环节',
  final: ['sent_back', 'cancelled'],
  transitions: [
    { action: 'reviewStep.plan', from: 'none', to: 'waiting', by: 'system' },
    { action: 'reviewStep.keep', from: 'none', to: 'approved', by: 'system' },
    { action: 'reviewStep.open', from: ['waiting'], to: 'open', by: 'system', effects: ['tellStepHolders'] },
    { action: 'reviewStep.read', from: ['open'], to: 'open' },
    { action: 'reviewStep.approve', from: ['open'], to: 'approved', effects: ['advanceRoute'] },
    { action: 'reviewStep.sendBack', from: ['open'], to: 'sent_back', effects: ['returnDraft'] },
    { action: 'reviewStep.addSigner', from: ['open'], to: 'open', effects: ['advanceRoute'] },
    { action: 'reviewStep.delegate', from: ['open'], to: 'open', effects: ['tellStepHolders'] },
    {
      action: 'reviewStep.withdraw',
      from: ['approved'],
      to: 'open',
      guards: ['nobodyReadOn'],
      effects: ['resumeReview'],
    },
    { action: 'reviewStep.hold', from: ['open'], to: 'waiting', by: 'system', effects: ['tellHeldBack'] },
    { action: 'reviewStep.reopen', from: ['approved'], to: 'waiting', by: 'system' },
    { action: 'reviewStep.cancel', from: ['waiting', 'open'], to: 'cancelled', by: 'system' },
  ],
});
