import { proposalKinds, type ProposerKind, proposerKinds } from '@fuhan/contracts';
import { wordsOfKind } from '@fuhan/rules';
import { sessionText } from '../drafting/compose-draft';
import { assignments, returnRequests } from './assignments';
import { clocksOf } from './clocks';
import { commitments, openPromises } from './commitments';
import { concernsEntry } from './concerns';
import { confirmations } from './confirmations';
import { contacts } from './contacts';
import { type CaseFile, type CaseFileContext, iso, names } from './context';
import { drafts } from './drafts';
import { extensions } from './extensions';
import { contributions } from './inside';
import { letters } from './letters';
import { opinions } from './opinions';

export type { CaseFile, CaseFileContext } from './context';
export { type ClockExplanation, clocksOf, explainClock } from './clocks';

/** A case as its page shows it; stage and buttons are added by who knows the actor. */
export function buildCaseFile(ctx: CaseFileContext): Omit<CaseFile, 'stage' | 'stageLabel' | 'nextActions'> {
  const { proposal, proposers, history } = ctx.material;
  const suggestions = ctx.isFormer ? [] : ctx.material.suggestions;
  const { member } = wordsOfKind(ctx.profile, proposal.kind);
  const kindLabel = (kind: ProposerKind): string => (kind === 'member' ? member : proposerKinds[kind]);
  return {
    proposal: {
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
      consentToPublish: proposal.consentToPublish,
      registeredAt: iso(proposal.registeredAt),
      registeredBy: names(ctx).person(proposal.registeredBy) ?? '',
      original:
        proposal.originalFileId && !ctx.isFormer
          ? { name: '提案原件', href: `/api/files/${proposal.originalFileId}` }
          : null,
    },
    proposers: proposers.map(({ id, kind, name }) => ({ id, kind, kindLabel: kindLabel(kind), name })),
    suggestions: suggestions.map(({ id, ordinal, title, body }) => ({ id, ordinal, title, body })),
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
    clocks: clocksOf(ctx),
    extensions: extensions(ctx),
    history: history
      .filter(concernsEntry(ctx))
      .map(({ at, actor, action, words }) => ({ at: iso(at), actor, action, words })),
  };
}
