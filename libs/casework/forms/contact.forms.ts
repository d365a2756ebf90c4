import { type FormOf, plain } from './form';

/** Recording talks with the proposer. */
export const contactForms = {
  'assignment.recordContact': ({ material: { proposers }, today }) => ({
    defaults: { heldOn: today, proposerIds: proposers.slice(0, 1).map(({ id }) => id) },
    choices: { proposers: proposers.map(({ id, name }) => ({ value: id, label: name })) },
  }),
  'contactRecord.strike': plain,
} satisfies Record<string, FormOf>;
