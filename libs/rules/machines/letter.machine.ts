import { defineMachine } from './machine';

/** 答复函: numbered and frozen when it comes into being. Withdrawn, its number stays void and its draft is written anew. */
export const letterMachine = defineMachine({
  aggregate: 'letter',
  label: '答复函',
  final: ['withdrawn'],
  transitions: [
    { action: 'draft.issue', from: 'none', to: 'issued', effects: ['produceFiles', 'proposeCommitments'] },
    {
      action: 'letter.deliver',
      from: ['issued'],
      to: 'delivered',
      guards: ['filesReady', 'sealedWhereRequired', 'noWithdrawalAsked'],
      effects: ['meetReplyClock', 'answerRedo', 'finishWriter', 'askRatings', 'startPublishClock'],
    },
    {
      action: 'letter.withdraw',
      from: ['issued', 'delivered'],
      to: 'withdrawn',
      guards: ['withdrawalAsked'],
      effects: [
        'reopenDraft',
        'reopenWriter',
        'dropCommitments',
        'endRatings',
        'takeDownLetter',
        'tellWithdrawal',
      ],
    },
  ],
});
