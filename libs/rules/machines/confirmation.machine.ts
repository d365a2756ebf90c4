import { defineMachine } from './machine';

/** 确认: a co-handler is asked for its own words in the reply, a proposer for the draft; silence means what the place says. */
export const confirmationMachine = defineMachine({
  aggregate: 'confirmation',
  label: '确认与征求意见',
  final: ['confirmed', 'silent', 'kept', 'replaced', 'withdrawn'],
  transitions: [
    { action: 'draft.askConfirmation', from: 'none', to: 'asked', effects: ['tellAsked'] },
    { action: 'draft.consultProposer', from: 'none', to: 'asked' },
    {
      action: 'confirmation.confirm',
      from: ['asked'],
      to: 'confirmed',
      guards: ['askedOfUnit'],
      effects: ['meetConfirmationClock', 'tellAnswered'],
    },
    {
      action: 'confirmation.object',
      from: ['asked'],
      to: 'objected',
      guards: ['askedOfUnit'],
      effects: ['meetConfirmationClock', 'tellAnswered'],
    },
    {
      action: 'confirmation.passSilently',
      from: ['asked'],
      to: 'silent',
      by: 'system',
      effects: ['cancelConfirmationClock', 'tellAnswered'],
    },
    {
      action: 'confirmation.lapse',
      from: ['asked'],
      to: 'unanswered',
      by: 'system',
      effects: ['cancelConfirmationClock', 'tellAnswered'],
    },
    { action: 'confirmation.keep', from: ['objected', 'unanswered'], to: 'kept' },
    {
      action: 'confirmation.replace',
      from: ['asked', 'objected', 'unanswered'],
      to: 'replaced',
      by: 'system',
      effects: ['cancelConfirmationClock'],
    },
    {
      action: 'confirmation.withdraw',
      from: ['asked'],
      to: 'withdrawn',
      effects: ['cancelConfirmationClock'],
    },
  ],
});
