import { type FormOf, plain } from './form';

/** What other sections of the same unit contribute. */
export const contributionForms = {
  'assignment.askSection': ({ material }, targetId) => {
    const own = material.assignments.find(({ id }) => id === targetId);
    const offices = [...material.directory.offices.values()].filter(
      ({ id, unitId }) => unitId === own?.unitId && id !== own.officeId,
    );
    return { choices: { offices: offices.map(({ id, name }) => ({ value: id, label: name })) } };
  },
  'contribution.give': plain,
  'contribution.withdraw': plain,
} satisfies Record<string, FormOf>;
