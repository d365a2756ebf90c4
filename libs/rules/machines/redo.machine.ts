import { defineMachine } from './machine';

/** 重新办理: what follows when a proposer was not satisfied: a second round, or the reason why not; after the second round a talk or a statement. */
export const redoMachine = defineMachine({
  aggregate: 'redo',
  label: '重新办理',
  final: ['declined', 'settled', 'cancelled'],
  transitions: [
    {
      action: 'redo.weigh',
      from: 'none',
      to: 'due',
      by: 'system',
      effects: ['startOrderClock', 'tellRedoDue'],
    },
    {
      action: 'redo.order',
      from: ['due'],
      to: 'ordered',
      guards: ['roundsLeft', 'lettersSettled'],
      effects: ['meetOrderClock', 'openNextRound', 'tellRedoOrdered'],
    },
    {
      action: 'redo.decline',
      from: ['due'],
      to: 'declined',
      guards: ['roundsLeft'],
      effects: ['meetOrderClock', 'tellRedoDecided'],
    },
    {
      action: 'redo.recordNextRung',
      from: ['due'],
      to: 'settled',
      guards: ['roundsSpent'],
      effects: ['meetOrderClock', 'tellRedoDecided'],
    },
    { action: 'redo.answer', from: ['ordered'], to: 'answered', by: 'system' },
    { action: 'redo.reopen', from: ['answered'], to: 'ordered', by: 'system' },
    { action: 'redo.cancel', from: ['due'], to: 'cancelled', by: 'system', effects: ['cancelOrderClock'] },
  ],
});
