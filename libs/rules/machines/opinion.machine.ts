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
      from: ['awaited', 'revising', 'returned'],
      to: 'submitted',
      guards: ['assignmentSigned'],
      effects: ['meetOpinionClock', 'tellLeadDrafter'],
    },
    // Where the place lets an opinion pass its own unit first: submitted inside, let out by the last step.
    {
      action: 'opinion.propose',
      from: ['awaited', 'revising', 'returned'],
      to: 'in_approval',
      by: 'system',
      effects: ['tellEndorsers'],
    },
    { action: 'opinion.endorse', from: ['in_approval'], to: 'in_approval' },
    { action: 'opinion.refuse', from: ['in_approval'], to: 'revising', effects: ['tellRefused'] },
    { action: 'opinion.takeBack', from: ['in_approval'], to: 'revising' },
    {
      action: 'opinion.letOut',
      from: ['in_approval'],
      to: 'submitted',
      by: 'system',
      effects: ['meetOpinionClock', 'tellLeadDrafter'],
    },
    {
      action: 'opinion.submitByLink',
      from: ['awaited', 'revising', 'returned'],
      to: 'submitted',
      by: 'system',
      effects: ['meetOpinionClock', 'tellLeadDrafter'],
    },
    {
      action: 'opinion.enterOnBehalf',
      from: ['awaited', 'revising', 'returned'],
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
      from: ['awaited', 'in_approval', 'revising', 'submitted', 'returned'],
      to: 'cancelled',
      by: 'system',
    },
  ],
});
