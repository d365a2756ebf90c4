import { type Form, type FormContext, type FormOf, plain } from './form';

/** A returned opinion opens with what was given last. */
export const opinionForm = (ctx: Pick<FormContext, 'material' | 'personId'>, targetId: string): Form => {
  const { suggestions, versions, items, attachments, proposals } = ctx.material;
  const writer = ctx.material.directory.people.get(ctx.personId ?? '');
  // What the own unit sent back is mended, not written anew.
  const proposed = proposals.find(({ opinionId }) => opinionId === targetId)?.content;
  const last = versions.filter(({ opinionId }) => opinionId === targetId).at(-1);
  const given = items.filter(({ opinionVersionId }) => opinionVersionId === last?.id);
  return {
    defaults: {
      contactName: last?.contactName ?? writer?.name ?? '',
      contactPhone: last?.contactPhone ?? writer?.phone ?? '',
      signerName: last?.signerName ?? null,
      signerDuty: last?.signerDuty ?? null,
      publication: last?.publication ?? 'active',
      attachments: attachments
        .filter(({ opinionVersionId, scan }) => opinionVersionId === last?.id && !scan)
        .map(({ fileId }) => ({ fileId })),
      items: suggestions.map(({ id: suggestionId }) => {
        const item = given.find((each) => each.suggestionId === suggestionId);
        return {
          suggestionId,
          position: item?.position ?? 'adopted',
          body: item?.body ?? '',
          facts: item?.facts ?? [],
          commitments: item?.commitments ?? [],
        };
      }),
    },
    ...(proposed && { defaults: { ...proposed } }),
    choices: { suggestions: suggestions.map(({ id, title }) => ({ value: id, label: title })) },
  };
};

/** Giving and judging opinions. */
export const opinionForms = {
  'opinion.submit': opinionForm,
  'opinion.endorse': plain,
  'opinion.refuse': plain,
  'opinion.takeBack': plain,
  'opinion.accept': plain,
  'opinion.sendBack': plain,
  'opinion.inviteByLink': plain,
  'opinion.enterOnBehalf': opinionForm,
  'outsideLink.revoke': plain,
} satisfies Record<string, FormOf>;
