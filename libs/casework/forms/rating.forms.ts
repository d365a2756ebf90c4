import { type FormOf, plain } from './form';

/** Today, for what is mostly written down on the day itself. */
const today =
  (field: string): FormOf =>
  ({ today: day }) => ({ defaults: { [field]: day } });

export const ratingForms = {
  'rating.enterPaper': today('givenOn'),
  'rating.remind': plain,
  'rating.renewLink': plain,
  'redo.order': plain,
  'redo.decline': plain,
  'redo.recordNextRung': today('on'),
} as const;
