import { defineMachine } from './machine';

/** 答复函: numbered and frozen when it comes into being. */
export const letterMachine = defineMachine({
  aggregate: 'letter',
  label: '答复函',
  final: ['delivered'],
  transitions: [
    { action: 'draft.issue', from: 'none', to: 'issued', effects: ['produceFiles'] },
    {
      action: 'letter.deliver',
      from: ['issued'],
      to: 'delivered',
      guards: ['filesReady'],
      effects: ['meetReplyClock', 'finishWriter'],
    },
  ],
});
