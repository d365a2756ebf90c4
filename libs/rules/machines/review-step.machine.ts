import { defineMachine } from './machine';

/** 核稿、审核、签发: one person's step on the route. */
export const reviewStepMachine = defineMachine({
  aggregate: 'review_step',
  label: '审核环节',
  final: ['approved', 'sent_back', 'cancelled'],
  transitions: [
    { action: 'reviewStep.plan', from: 'none', to: 'waiting', by: 'system' },
    { action: 'reviewStep.open', from: ['waiting'], to: 'open', by: 'system', effects: ['tellStepHolders'] },
    { action: 'reviewStep.approve', from: ['open'], to: 'approved', effects: ['advanceRoute'] },
    { action: 'reviewStep.sendBack', from: ['open'], to: 'sent_back', effects: ['returnDraft'] },
    { action: 'reviewStep.cancel', from: ['waiting', 'open'], to: 'cancelled', by: 'system' },
  ],
});
