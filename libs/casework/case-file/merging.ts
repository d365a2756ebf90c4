import { iso, type CaseFile, type CaseFileContext } from './context';

/** The number of the other proposal a suggestion is answered for; null: it is the case's own. */
export function originOf({ material }: CaseFileContext, originId: string | null): string | null {
  const origin = material.origins.find(({ id }) => id === originId);
  return material.merged.find(({ id }) => id === origin?.proposalId)?.number ?? null;
}

/** The numbers of the proposals a letter answers. */
export function answeredNumbers(
  { material: { proposal, merged } }: CaseFileContext,
  ids: readonly string[],
): string[] {
  return [proposal, ...merged].filter(({ id }) => ids.includes(id)).map(({ number }) => number);
}

/** The proposals this one carries, with what who handles them must read. */
export function merges(ctx: CaseFileContext): CaseFile['proposal']['merges'] {
  const { merged, proposers } = ctx.material;
  return merged.map(({ id, number, title, fullText, originalFileId, mergedAt, mergeReason }) => ({
    ...{ id, number, title, reason: mergeReason ?? '' },
    fullText: ctx.isFormer ? '' : fullText,
    at: iso(mergedAt ?? ctx.material.proposal.registeredAt),
    proposers: proposers.filter(({ proposalId }) => proposalId === id).map(({ name }) => name),
    original:
      originalFileId && !ctx.isFormer ? { name: '提案原件', href: `/api/files/${originalFileId}` } : null,
  }));
}

/** The proposal that carries this one. */
export function mergedInto({ material }: CaseFileContext): CaseFile['proposal']['mergedInto'] {
  const { proposal, mergedInto: lead } = material;
  if (!lead || !proposal.mergedAt) return null;
  const { id, number, title } = lead;
  return { id, number, title, at: iso(proposal.mergedAt), reason: proposal.mergeReason ?? '' };
}

/** Where the place answers merged proposals by a letter each: those beside the case's own. */
export const alsoLetters = ({ material: { merged }, profile }: CaseFileContext) =>
  profile.merging === 'own_letters' ? merged.map(({ id, number }) => ({ proposalId: id, number })) : [];
