import { type FormOf, plain } from './form';

/** Numbering and sending. */
export const issuingForms = {
  'draft.issue': ({ today }) => ({ defaults: { date: today } }),
  'letter.deliver': plain,
  'delivery.receive': plain,
} satisfies Record<string, FormOf>;
