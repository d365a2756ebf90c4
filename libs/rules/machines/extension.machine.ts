import { defineMachine } from './machine';

/** 延期: asked for with reasons, decided, and told to the proposer before it is done with. */
export const extensionMachine = defineMachine({
  aggregate: 'extension',
  label: '延期',
  final: ['told', 'refused', 'withdrawn'],
  transitions: [
    {
      action: 'clock.requestExtension',
      from: 'none',
      to: 'requested',
      guards: ['clockMayBeExtended', 'noExtensionYet'],
      effects: ['tellCoordinator'],
    },
    {
      action: 'extension.grant',
      from: ['requested'],
      to: 'granted',
      guards: ['clockStillRuns'],
      effects: ['extendClock', 'tellExtensionGranted'],
    },
    {
      action: 'extension.refuse',
      from: ['requested'],
      to: 'refused',
      effects: ['tellExtensionRefused'],
    },
    { action: 'extension.withdraw', from: ['requested'], to: 'withdrawn' },
    { action: 'extension.tellProposer', from: ['granted'], to: 'told' },
  ],
});
