import { defineMachine } from './machine';

/** 承诺: found in the letter or added by hand, counted once a person has confirmed it, then kept, given up or carried on; answered to the proposer. */
export const commitmentMachine = defineMachine({
  aggregate: 'commitment',
  label: '承诺',
  final: ['answered', 'struck', 'dropped'],
  transitions: [
    { action: 'draft.issue', from: 'none', to: 'proposed', effects: ['tellProposed'] },
    {
      action: 'assignment.addCommitment',
      from: 'none',
      to: 'confirmed',
      effects: ['startCommitmentClock', 'tellOwner'],
    },
    {
      action: 'commitment.confirm',
      from: ['proposed'],
      to: 'confirmed',
      effects: ['startCommitmentClock', 'tellOwner'],
    },
    { action: 'commitment.strike', from: ['proposed'], to: 'struck' },
    { action: 'commitment.report', from: ['confirmed'], to: 'confirmed' },
    {
      action: 'commitment.assign',
      from: ['confirmed'],
      to: 'confirmed',
      effects: ['handOnCommitmentClock', 'tellOwner'],
    },
    {
      action: 'commitment.carry',
      from: ['confirmed'],
      to: 'confirmed',
      effects: ['moveCommitmentClock', 'tellCarried'],
    },
    {
      action: 'commitment.keep',
      from: ['confirmed'],
      to: 'kept',
      effects: ['meetCommitmentClock', 'tellSettled'],
    },
    {
      action: 'commitment.giveUp',
      from: ['confirmed'],
      to: 'unkept',
      effects: ['cancelCommitmentClock', 'tellSettled'],
    },
    {
      action: 'commitment.answerProposer',
      from: ['kept', 'unkept'],
      to: 'answered',
      effects: ['openCommitmentLinks', 'tellSecondAnswer'],
    },
    {
      action: 'commitment.renewLinks',
      from: ['answered'],
      to: 'answered',
      effects: ['openCommitmentLinks'],
    },
    { action: 'commitment.rate', from: ['answered'], to: 'answered', by: 'system', effects: ['tellRated'] },
    {
      action: 'commitment.drop',
      from: ['proposed', 'confirmed'],
      to: 'dropped',
      by: 'system',
      effects: ['cancelCommitmentClock'],
    },
  ],
});
