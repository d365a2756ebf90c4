import { defineMachine } from './machine';

/** 答复稿: written, reviewed, signed, issued. Writing actions keep the state; the table says when they are open. */
export const draftMachine = defineMachine({
  aggregate: 'draft',
  label: '答复稿',
  final: ['dropped'],
  transitions: [
    { action: 'draft.open', from: 'none', to: 'writing', by: 'system' },
    { action: 'draft.adopt', from: ['writing'], to: 'writing', guards: ['opinionsToAdopt'] },
    { action: 'draft.rejectItem', from: ['writing'], to: 'writing', guards: ['opinionsToAdopt'] },
    { action: 'draft.reconsiderItem', from: ['writing'], to: 'writing', guards: ['itemRejected'] },
    { action: 'draft.movePassage', from: ['writing'], to: 'writing', guards: ['passageWritten'] },
    { action: 'draft.splitPassage', from: ['writing'], to: 'writing', guards: ['passageWritten'] },
    { action: 'draft.joinPassages', from: ['writing'], to: 'writing', guards: ['twoPassagesWritten'] },
    { action: 'draft.saveSection', from: ['writing'], to: 'writing' },
    { action: 'draft.addSection', from: ['writing'], to: 'writing' },
    { action: 'draft.removeSection', from: ['writing'], to: 'writing', guards: ['freeSectionExists'] },
    { action: 'draft.saveFrame', from: ['writing'], to: 'writing' },
    {
      action: 'draft.submit',
      from: ['writing', 'correcting'],
      to: 'in_review',
      guards: [
        'everySuggestionAnswered',
        'classChosen',
        'contactNamed',
        'opinionsSettled',
        'contactOnRecord',
      ],
      effects: ['openReviewRoute'],
    },
    {
      action: 'draft.withdraw',
      from: ['in_review'],
      to: 'writing',
      guards: ['nobodyReadYet'],
      effects: ['endRound'],
    },
    { action: 'draft.sendBack', from: ['in_review'], to: 'writing', by: 'system' },
    { action: 'draft.sign', from: ['in_review'], to: 'signed', by: 'system', effects: ['tellClerks'] },
    { action: 'draft.unsign', from: ['signed'], to: 'in_review', by: 'system' },
    { action: 'draft.issue', from: ['signed'], to: 'issued' },
    { action: 'draft.reopen', from: ['issued'], to: 'writing', by: 'system' },
    // 更正函: what is wrong in a letter that is out, written and signed like the letter itself.
    { action: 'letter.correct', from: 'none', to: 'correcting', effects: ['tellDrafterOfCorrection'] },
    { action: 'draft.saveCorrection', from: ['correcting'], to: 'correcting' },
    {
      action: 'draft.withdrawCorrection',
      from: ['in_review'],
      to: 'correcting',
      by: 'system',
      effects: ['endRound'],
    },
    { action: 'draft.sendBackCorrection', from: ['in_review'], to: 'correcting', by: 'system' },
    {
      action: 'draft.drop',
      from: ['writing', 'correcting', 'in_review', 'signed'],
      to: 'dropped',
      by: 'system',
      effects: ['cancelSteps'],
    },
  ],
});
