import { fateOf } from '../drafting/merge-desk';
import { cutAt } from '../drafting/provenance';
import { type Choice, type FormContext, type FormOf, plain, sectionChoices, shortName } from './form';

/** What the newest version of each opinion says, under unit and suggestion. */
function newestItems(ctx: FormContext): Choice[] {
  const { opinions, versions, items, suggestions, assignments } = ctx.material;
  return opinions.flatMap((opinion) => {
    const latest = versions.filter(({ opinionId }) => opinionId === opinion.id).at(-1);
    const unitId = assignments.find(({ id }) => id === opinion.assignmentId)?.unitId ?? '';
    return items
      .filter(({ opinionVersionId }) => opinionVersionId === latest?.id)
      .map((item) => {
        const title = suggestions.find(({ id }) => id === item.suggestionId)?.title ?? '';
        return { value: item.id, label: `${shortName(ctx, unitId)}：${title}` };
      });
  });
}

const adopt: FormOf = (ctx, targetId) => ({
  choices: { sections: sectionChoices(ctx, targetId), opinionItems: newestItems(ctx) },
});

/** Only what has no place in the reply yet can be set aside. */
const rejectItem: FormOf = (ctx, targetId) => ({
  choices: {
    opinionItems: newestItems(ctx).filter(
      ({ value }) => fateOf(ctx.material, targetId, value).fate === 'received',
    ),
  },
});

const reconsiderItem: FormOf = (ctx, targetId) => {
  const rejected = new Set(
    ctx.material.rejections.flatMap((each) => (each.draftId === targetId ? [each.opinionItemId] : [])),
  );
  return { choices: { rejectedItems: newestItems(ctx).filter(({ value }) => rejected.has(value)) } };
};

/** The passages of a draft, by their place and first words. */
function passageChoices({ material }: FormContext, draftId: string): Choice[] {
  return material.sections
    .filter((section) => section.draftId === draftId)
    .flatMap(({ id, ordinal }) =>
      material.passages
        .filter(({ sectionId }) => sectionId === id)
        .map((passage, i) => {
          const [start, rest] = cutAt(passage.body, 24);
          return {
            value: passage.id,
            label: `第 ${ordinal} 部分第 ${i + 1} 段：${start}${rest === '' ? '' : '…'}`,
          };
        }),
    );
}

const movePassage: FormOf = (ctx, targetId) => ({
  choices: { passages: passageChoices(ctx, targetId), sections: sectionChoices(ctx, targetId) },
});

const choosePassage: FormOf = (ctx, targetId) => ({ choices: { passages: passageChoices(ctx, targetId) } });

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

/** Who writes the reply is asked about it, unless somebody else is named. */
const writer = ({ material, personId = '' }: FormContext) => {
  const person = material.directory.people.get(personId);
  return person ? [{ name: person.name, phone: person.phone ?? '' }] : [];
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
      contacts: contacts.length > 0 ? contacts : writer(ctx),
      prose: prose.join('\n'),
      wording: own,
    },
    choices: { classes },
  };
};

/** Writing the reply. */
export const draftingForms = {
  'draft.adopt': adopt,
  'draft.unadopt': plain,
  'draft.rejectItem': rejectItem,
  'draft.reconsiderItem': reconsiderItem,
  'draft.movePassage': movePassage,
  'draft.splitPassage': choosePassage,
  'draft.joinPassages': choosePassage,
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
