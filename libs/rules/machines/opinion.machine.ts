import { defineMachine } from './machine';

/** 会办意见: what a co-handler gives the lead, in versions. */
export const opinionMachine = defineMachine({
  aggregate: 'opinion',
  label: '会办意见',
  final: ['accepted', 'cancelled'],
  transitions: [
    { action: 'opinion.await', from: 'none', to: 'awaited', by: 'system' },
    {
      action: 'opinion.submit',
      from: ['awaited', 'returned'],
      to: 'submitted',
      guards: ['assignmentSigned'],
      effects: ['meetOpinionClock', 'tellLeadDrafter'],
    },
    {
      action: 'opinion.submitByLink',
      from: ['awaited', 'returned'],
      to: 'submitted',
      by: 'system',
      effects: ['meetOpinionClock', 'tellLeadDrafter'],
    },
    {
      action: 'opinion.enterOnBehalf',
      from: ['awaited', 'returned'],
      to: 'submitted',
      effects: ['meetOpinionClock', 'tellLeadDrafter'],
    },
    {
      action: 'opinion.accept',
      from: ['submitted'],
      to: 'accepted',
      effects: ['finishCoHandler', 'tellCoHandler'],
    },
    {
      action: 'opinion.sendBack',
      from: ['submitted'],
      to: 'returned',
      effects: ['reopenOpinionClock', 'tellCoHandler'],
    },
    {
      action: 'opinion.cancel',
      from: ['awaited', 'submitted', 'returned'],
      to: 'cancelled',
      by: 'system',
    },
  ],
});
