import { type FormOf, plain } from './form';

/** Asking about the draft, and answering. */
export const confirmationForms = {
  'draft.askConfirmation': plain,
  'draft.consultProposer': ({ material: { proposers } }) => ({
    defaults: { proposerIds: proposers.slice(0, 1).map(({ id }) => id) },
    choices: { proposers: proposers.map(({ id, name }) => ({ value: id, label: name })) },
  }),
  'confirmation.confirm': plain,
  'confirmation.object': plain,
  'confirmation.keep': plain,
  'confirmation.withdraw': plain,
} satisfies Record<string, FormOf>;
