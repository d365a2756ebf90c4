import { defineMachine } from './machine';

/** 测评: asked of every proposer when the letter goes out; given once, on the proposer's own link or on paper through the coordinator. */
export const ratingMachine = defineMachine({
  aggregate: 'rating',
  label: '测评',
  final: ['given', 'withdrawn'],
  transitions: [
    { action: 'letter.deliver', from: 'none', to: 'asked', effects: ['startRatingClock'] },
    {
      action: 'rating.give',
      from: ['asked'],
      to: 'given',
      by: 'system',
      effects: ['meetRatingClock', 'tellRating', 'weighRating'],
    },
    {
      action: 'rating.enterPaper',
      from: ['asked', 'lapsed'],
      to: 'given',
      effects: ['meetRatingClock', 'tellRating', 'weighRating'],
    },
    { action: 'rating.remind', from: ['asked'], to: 'asked' },
    { action: 'rating.renewLink', from: ['asked'], to: 'asked' },
    { action: 'rating.lapse', from: ['asked'], to: 'lapsed', by: 'system', effects: ['cancelRatingClock'] },
    {
      action: 'rating.withdraw',
      from: ['asked', 'lapsed'],
      to: 'withdrawn',
      by: 'system',
      effects: ['cancelRatingClock'],
    },
  ],
});
