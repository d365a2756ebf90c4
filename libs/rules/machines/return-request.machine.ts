import { defineMachine } from './machine';

/** 退办与调整申请: "not ours", or "one more co-handler": asked, answered by the coordinator, disputed once at most. */
export const returnRequestMachine = defineMachine({
  aggregate: 'return_request',
  label: '退办与调整申请',
  final: ['settled', 'lapsed'],
  transitions: [
    {
      action: 'assignment.requestReturn',
      from: 'none',
      to: 'asked',
      effects: ['startAnswerClock', 'pauseForReturn', 'tellCoordinators'],
    },
    {
      action: 'assignment.signAndAskFor',
      from: 'none',
      to: 'asked',
      effects: ['startAnswerClock', 'tellCoordinators'],
    },
    {
      action: 'returnRequest.decide',
      from: ['asked'],
      to: 'decided',
      effects: ['meetAnswerClock', 'resumeAfterReturn', 'tellAsker'],
    },
    {
      action: 'returnRequest.dispute',
      from: ['decided'],
      to: 'disputed',
      guards: ['wasKept', 'stillHandling'],
      effects: ['pauseForReturn', 'tellRung'],
    },
    {
      action: 'returnRequest.settle',
      from: ['disputed'],
      to: 'settled',
      effects: ['resumeAfterReturn', 'tellAsker'],
    },
    {
      action: 'returnRequest.lapse',
      from: ['asked', 'disputed'],
      to: 'lapsed',
      by: 'system',
      effects: ['cancelAnswerClock', 'resumeAfterReturn'],
    },
  ],
});
