import { defineMachine } from './machine';

/** 时限: runs from its event until the duty is done or falls away; while it runs it may stand still or be extended. */
export const deadlineMachine = defineMachine({
  aggregate: 'deadline',
  label: '时限',
  final: ['cancelled'],
  transitions: [
    { action: 'clock.start', from: 'none', to: 'running', by: 'system' },
    { action: 'clock.pause', from: ['running'], to: 'running', guards: ['clockIsDuty'] },
    { action: 'clock.resume', from: ['running'], to: 'running', guards: ['clockHasPause'] },
    { action: 'clock.requestExtension', from: ['running'], to: 'running' },
    { action: 'clock.recompute', from: ['running'], to: 'running', by: 'system' },
    { action: 'clock.meet', from: ['running'], to: 'met', by: 'system' },
    { action: 'clock.reopen', from: ['met'], to: 'running', by: 'system' },
    { action: 'clock.cancel', from: ['running'], to: 'cancelled', by: 'system' },
  ],
});
