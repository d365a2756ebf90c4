import { type FormOf, plain, sectionChoices, shortName } from './form';

const adopt: FormOf = (ctx, targetId) => {
  const { opinions, versions, items, suggestions, assignments } = ctx.material;
  const opinionItems = opinions.flatMap((opinion) => {
    const latest = versions.filter(({ opinionId }) => opinionId === opinion.id).at(-1);
    const unitId = assignments.find(({ id }) => id === opinion.assignmentId)?.unitId ?? '';
    return items
      .filter(({ opinionVersionId }) => opinionVersionId === latest?.id)
      .map((item) => {
        const title = suggestions.find(({ id }) => id === item.suggestionId)?.title ?? '';
        return { value: item.id, label: `${shortName(ctx, unitId)}：${title}` };
      });
  });
  return { choices: { sections: sectionChoices(ctx, targetId), opinionItems } };
};

/** One form for each section, filled with what stands in it. */
const saveSection: FormOf = (ctx, targetId) => {
  const { sections, passages } = ctx.material;
  const choices = { sections: sectionChoices(ctx, targetId) };
  return sections
    .filter(({ draftId }) => draftId === targetId)
    .map(({ id, version, heading, verdict }, i) => ({
      label: choices.sections[i]?.label ?? '',
      defaults: {
        sectionId: id,
        version,
        heading,
        verdict,
        passages: passages
          .filter(({ sectionId }) => sectionId === id)
          .map((passage) => ({ id: passage.id, kind: passage.kind, body: passage.body })),
      },
      choices,
    }));
};

const saveFrame: FormOf = (ctx, targetId) => {
  const draft = ctx.material.drafts.find(({ id }) => id === targetId);
  const classes = ctx.profile.classes.map(({ key, name, definition }) => ({
    value: key,
    label: `${name}：${definition}`,
  }));
  if (!draft) return { choices: { classes } };
  const { version, outcomeClass, printClass, publication, contacts, prose, wording } = draft;
  const own = Object.entries(wording).map(([piece, template]) => ({ piece, template }));
  return {
    defaults: {
      version,
      outcomeClass: outcomeClass ?? '',
      printClass,
      publication,
      contacts,
      prose: prose.join('\n'),
      wording: own,
    },
    choices: { classes },
  };
};

/** Writing the reply. */
export const draftingForms = {
  'draft.adopt': adopt,
  'draft.saveSection': saveSection,
  'draft.addSection': (ctx, targetId) => ({
    defaults: { heading: '', position: sectionChoices(ctx, targetId).length + 1 },
  }),
  'draft.removeSection': (ctx, targetId) => {
    const free = new Set(
      ctx.material.sections.filter(({ suggestionId }) => suggestionId === null).map(({ id }) => id),
    );
    return {
      choices: { freeSections: sectionChoices(ctx, targetId).filter(({ value }) => free.has(value)) },
    };
  },
  'draft.saveFrame': saveFrame,
  'draft.submit': plain,
} satisfies Record<string, FormOf>;
