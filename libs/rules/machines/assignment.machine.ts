import { defineMachine } from './machine';

/** 承办: from hand-over to the end of one unit's duty on one proposal. */
export const assignmentMachine = defineMachine({
  aggregate: 'assignment',
  label: '承办',
  final: [],
  transitions: [
    {
      action: 'proposal.handOver',
      from: 'none',
      to: 'handed_over',
      guards: ['notHandedOverYet'],
      effects: ['awaitOpinions', 'startClocks', 'tellHandlers'],
    },
    { action: 'assignment.sign', from: ['handed_over'], to: 'signed', effects: ['finishReference'] },
    {
      action: 'assignment.divide',
      from: ['signed', 'divided'],
      to: 'divided',
      effects: ['openDraft', 'tellDrafter'],
    },
    {
      action: 'assignment.passOn',
      from: ['divided'],
      to: 'divided',
      by: 'system',
      effects: ['tellDrafter'],
    },
    {
      action: 'assignment.takeBack',
      from: ['divided'],
      to: 'signed',
      by: 'system',
      effects: ['tellOffice'],
    },
    {
      action: 'assignment.finish',
      from: ['signed', 'divided'],
      to: 'finished',
      by: 'system',
      effects: ['endClocks'],
    },
    { action: 'assignment.resume', from: ['finished'], to: 'divided', by: 'system' },
  ],
});
