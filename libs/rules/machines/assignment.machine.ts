import { defineMachine } from './machine';

/** What the hand-over of one duty brings with it. */
const owed = ['awaitOpinions', 'startClocks', 'planTargets', 'tellHandlers'] as const;
/** What falls away with a duty that ends before it is done. */
const freed = [
  'cancelClocks',
  'cancelOpinion',
  'endConfirmations',
  'dropDraft',
  'lapseRequests',
  'tellEnded',
] as const;
const alive = ['handed_over', 'signed', 'divided', 'finished'] as const;

/** 承办: from hand-over to the end of one unit's duty on one proposal. */
export const assignmentMachine = defineMachine({
  aggregate: 'assignment',
  label: '承办',
  final: ['returned', 'removed', 'recalled', 'withdrawn'],
  transitions: [
    {
      action: 'proposal.handOver',
      from: 'none',
      to: 'handed_over',
      guards: ['notWithdrawn', 'notMerged', 'notHandedOverYet'],
      effects: owed,
    },
    { action: 'assignment.place', from: 'none', to: 'handed_over', by: 'system', effects: owed },
    {
      action: 'assignment.sign',
      from: ['handed_over'],
      to: 'signed',
      effects: ['meetReturnClock', 'finishReference'],
    },
    {
      action: 'assignment.unsign',
      from: ['signed'],
      to: 'handed_over',
      guards: ['nothingSinceSigning'],
      effects: ['reopenReturnClock'],
    },
    {
      action: 'assignment.signAndAskFor',
      from: ['handed_over'],
      to: 'signed',
      effects: ['meetReturnClock'],
    },
    {
      action: 'assignment.divide',
      from: ['signed', 'divided'],
      to: 'divided',
      effects: ['openDraft', 'tellDrafter'],
    },
    { action: 'assignment.undivide', from: ['divided'], to: 'signed' },
    {
      action: 'assignment.giveBack',
      from: ['signed'],
      to: 'divided',
      by: 'system',
      effects: ['tellDrafter'],
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
    { action: 'assignment.resume', from: ['finished'], to: 'divided', by: 'system' },
    {
      action: 'assignment.finish',
      from: ['signed', 'divided'],
      to: 'finished',
      by: 'system',
      effects: ['cancelClocks', 'lapseRequests'],
    },
    {
      action: 'assignment.return',
      from: ['handed_over', 'signed', 'divided'],
      to: 'returned',
      by: 'system',
      effects: freed,
    },
    {
      action: 'assignment.remove',
      from: alive,
      to: 'removed',
      guards: ['removable', 'jointReplyOpen'],
      effects: freed,
    },
    { action: 'assignment.recall', from: alive, to: 'recalled', by: 'system', effects: freed },
    { action: 'assignment.merge', from: alive, to: 'recalled', by: 'system', effects: freed },
    { action: 'assignment.withdraw', from: alive, to: 'withdrawn', by: 'system', effects: freed },
  ],
});
