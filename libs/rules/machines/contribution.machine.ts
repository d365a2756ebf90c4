import { defineMachine } from './machine';

/** 科室供稿: what another section of the same unit writes for whoever drafts. */
export const contributionMachine = defineMachine({
  aggregate: 'contribution',
  label: '科室供稿',
  final: ['given', 'withdrawn'],
  transitions: [
    { action: 'assignment.askSection', from: 'none', to: 'asked', effects: ['tellSection'] },
    { action: 'contribution.give', from: ['asked'], to: 'given', effects: ['tellContributed'] },
    { action: 'contribution.withdraw', from: ['asked'], to: 'withdrawn' },
  ],
});
