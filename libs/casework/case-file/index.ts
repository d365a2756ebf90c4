import { proposalKinds, type ProposerKind, proposerKinds, proposerRoles } from '@fuhan/contracts';
import { closingOpen, wordsOfKind } from '@fuhan/rules';
import { sessionText } from '../drafting/compose-draft';
import { assignments, returnRequests } from './assignments';
import { clocksOf } from './clocks';
import { commitments, openPromises } from './commitments';
import { concernsEntry, seesWhole } from './concerns';
import { confirmations } from './confirmations';
import { contacts } from './contacts';
import { type CaseFile, type CaseFileContext, iso, names } from './context';
import { drafts } from './drafts';
import { extensions } from './extensions';
import { contributions } from './inside';
import { letters } from './letters';
import { mergedInto, merges, originOf } from './merging';
import { opinions } from './opinions';
import { publications } from './publications';
import { ratings, redos } from './ratings';

export type { CaseFile, CaseFileContext } from './context';
export { type ClockExplanation, clocksOf, explainClock } from './clocks';

/** Who asks for what: the proposal's own and those merged into it. */
function asked(ctx: CaseFileContext): Pick<CaseFile, 'proposers' | 'suggestions'> {
  const { proposal, proposers, merged } = ctx.material;
  const suggestions = ctx.isFormer ? [] : ctx.material.suggestions;
  const { member } = wordsOfKind(ctx.profile, proposal.kind);
  const kindLabel = (kind: ProposerKind): string => (kind === 'member' ? member : proposerKinds[kind]);
  return {
    proposers: proposers.map(({ id, kind, role, name, proposalId }) => ({
      ...{ id, kind, kindLabel: kindLabel(kind), role, roleLabel: proposerRoles[role], name },
      of: merged.find((each) => each.id === proposalId)?.number ?? null,
    })),
    suggestions: suggestions.map(({ id, ordinal, title, body, originId }) => ({
      ...{ id, ordinal, title, body },
      of: originOf(ctx, originId),
    })),
  };
}

const mayArchive = (ctx: CaseFileContext): boolean =>
  seesWhole(ctx) && ctx.material.letters.some(({ state }) => state === 'delivered');

/** The proposal itself, as far as the reader may know it. */
function head(ctx: CaseFileContext): CaseFile['proposal'] {
  const { proposal } = ctx.material;
  return {
    id: proposal.id,
    kind: proposal.kind,
    kindLabel: proposalKinds[proposal.kind],
    number: proposal.number,
    session: sessionText(proposal.term, proposal.meeting),
    title: proposal.title,
    fullText: ctx.isFormer ? '' : proposal.fullText,
    keyProposal: proposal.keyProposal,
    version: proposal.version,
    supervisor: proposal.supervisorName,
    withdrawn:
      proposal.withdrawnOn === null
        ? null
        : { on: proposal.withdrawnOn, reason: proposal.withdrawalReason ?? '' },
    mergedInto: mergedInto(ctx),
    merges: merges(ctx),
    consentToPublish: proposal.consentToPublish,
    closedOn: proposal.closedOn,
    archive: mayArchive(ctx) ? `/api/proposals/${proposal.id}/archive.zip` : null,
    closingOpen: ctx.overseesAll ? closingOpen(ctx.snapshot, ctx.profile.closing) : [],
    registeredAt: iso(proposal.registeredAt),
    registeredBy: names(ctx).person(proposal.registeredBy) ?? '',
    original:
      proposal.originalFileId && !ctx.isFormer
        ? { name: '提案原件', href: `/api/files/${proposal.originalFileId}` }
        : null,
  };
}

/** A case as its page shows it; stage and buttons are added by who knows the actor. */
export function buildCaseFile(
  ctx: CaseFileContext,
): Omit<CaseFile, 'stage' | 'stageLabel' | 'starred' | 'nextActions'> {
  const { history } = ctx.material;
  return {
    proposal: head(ctx),
    ...asked(ctx),
    assignments: assignments(ctx),
    returnRequests: returnRequests(ctx),
    opinions: opinions(ctx),
    drafts: drafts(ctx),
    letters: letters(ctx),
    contributions: contributions(ctx),
    confirmations: confirmations(ctx),
    contacts: contacts(ctx),
    commitments: commitments(ctx),
    promisesOpen: openPromises(ctx),
    publications: publications(ctx),
    ratings: ratings(ctx),
    redos: redos(ctx),
    clocks: clocksOf(ctx),
    extensions: extensions(ctx),
    history: history
      .filter(concernsEntry(ctx))
      .map(({ at, actor, action, words }) => ({ at: iso(at), actor, action, words })),
  };
}
