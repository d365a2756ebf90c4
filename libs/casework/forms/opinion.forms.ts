import { type FormOf, plain } from './form';

/** A returned opinion opens with what was given last. */
const submitOpinion: FormOf = (ctx, targetId) => {
  const { suggestions, versions, items } = ctx.material;
  const last = versions.filter(({ opinionId }) => opinionId === targetId).at(-1);
  const given = items.filter(({ opinionVersionId }) => opinionVersionId === last?.id);
  return {
    defaults: {
      contactName: last?.contactName ?? '',
      contactPhone: last?.contactPhone ?? '',
      items: suggestions.map(({ id: suggestionId }) => {
        const item = given.find((each) => each.suggestionId === suggestionId);
        return {
          suggestionId,
          position: item?.position ?? 'adopted',
          body: item?.body ?? '',
          commitments: item?.commitments ?? [],
        };
      }),
    },
    choices: { suggestions: suggestions.map(({ id, title }) => ({ value: id, label: title })) },
  };
};

/** Giving and judging opinions. */
export const opinionForms = {
  'opinion.submit': submitOpinion,
  'opinion.accept': plain,
  'opinion.sendBack': plain,
} satisfies Record<string, FormOf>;
