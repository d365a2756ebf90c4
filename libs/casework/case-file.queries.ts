import {
  assignmentRoles,
  type caseFile,
  passageKinds,
  positions,
  proposalKinds,
  proposerKinds,
} from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import { checkNamed } from '@fuhan/letter-engine';
import { type Calendar, clockOf, lightOf, type PlaceProfile, stateLabel, writesReply } from '@fuhan/rules';
import type { z } from 'zod';
import type { CaseMaterial } from './case-material';
import type { Draft, Letter, Opinion, Passage } from './case/entities';
import type { PersonalLinks } from './case/links';
import { sessionText } from './drafting/compose-draft';
import { sectionTitle } from './section-title';

export type CaseFile = z.input<typeof caseFile>;

/** What turns rows into the page's answer. */
export interface CaseFileContext {
  readonly material: CaseMaterial;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly today: DateString;
  /** The reader's unit: it is shown what concerns it, and personal links only as the writing unit. */
  readonly unitId: string;
  /** Coordinators and supervisors are shown everything. */
  readonly overseesAll: boolean;
  readonly links: PersonalLinks;
}

const iso = (instant: Date): string => instant.toISOString();
const isoOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;

const names = ({ material: { directory } }: CaseFileContext) => ({
  unit: (id: string | null): string => (id && directory.units.get(id)?.shortName) || '',
  person: (id: string | null): string | null => (id && directory.people.get(id)?.name) || null,
  office: (id: string | null): string | null => (id && directory.offices.get(id)?.name) || null,
});

const unitIdOf = ({ material }: CaseFileContext, assignmentId: string): string =>
  material.assignments.find(({ id }) => id === assignmentId)?.unitId ?? '';

/** A co-handler reads its own opinion, not the others'; the unit that answers reads them all. */
const mayReadOf = (ctx: CaseFileContext, unitId: string): boolean => ctx.overseesAll || ctx.unitId === unitId;
const answers = (ctx: CaseFileContext): boolean =>
  ctx.material.assignments.some(({ unitId, role }) => unitId === ctx.unitId && writesReply(role));

function assignments(ctx: CaseFileContext): CaseFile['assignments'] {
  const name = names(ctx);
  return ctx.material.assignments.map((each) => ({
    id: each.id,
    unitId: each.unitId,
    unit: name.unit(each.unitId),
    role: each.role,
    roleLabel: assignmentRoles[each.role],
    question: each.question,
    state: each.state,
    stateLabel: stateLabel('assignment', each.state),
    office: name.office(each.officeId),
    drafter: name.person(each.drafterId),
    signedAt: isoOrNull(each.signedAt),
    signedBy: name.person(each.signedBy),
  }));
}

function opinion(
  ctx: CaseFileContext,
  { id, assignmentId, state, returnReason }: Opinion,
): CaseFile['opinions'][number] {
  const name = names(ctx);
  const { versions, items } = ctx.material;
  const unitId = unitIdOf(ctx, assignmentId);
  return {
    id,
    assignmentId,
    unitId,
    unit: name.unit(unitId),
    state,
    stateLabel: stateLabel('opinion', state),
    returnReason,
    versions: versions
      .filter(({ opinionId }) => opinionId === id)
      .map((version) => ({
        version: version.version,
        submittedAt: iso(version.submittedAt),
        submittedBy: name.person(version.submittedBy) ?? '',
        contactName: version.contactName,
        contactPhone: version.contactPhone,
        items: items
          .filter(({ opinionVersionId }) => opinionVersionId === version.id)
          .map(({ id: itemId, suggestionId, position, body, commitments }) => ({
            id: itemId,
            suggestionId,
            position,
            positionLabel: positions[position],
            body,
            commitments,
          })),
      })),
  };
}

function passage(
  ctx: CaseFileContext,
  each: Passage,
): CaseFile['drafts'][number]['sections'][number]['passages'][number] {
  const name = names(ctx);
  const { opinionItemId, sourceText, opinionVersion } = each;
  const adopted = opinionItemId !== null && sourceText !== null;
  return {
    id: each.id,
    kind: each.kind satisfies keyof typeof passageKinds,
    body: each.body,
    writtenBy: name.person(each.writtenBy) ?? '',
    source: adopted
      ? {
          unit: name.unit(each.sourceUnitId),
          opinionItemId,
          opinionVersion: opinionVersion ?? 0,
          text: sourceText,
          edited: sourceText !== each.body,
        }
      : null,
  };
}

function steps(ctx: CaseFileContext, draftId: string): CaseFile['drafts'][number]['steps'] {
  const name = names(ctx);
  return ctx.material.steps
    .filter((step) => step.draftId === draftId)
    .map((step) => ({
      id: step.id,
      round: step.round,
      name: step.name,
      state: step.state,
      stateLabel: stateLabel('review_step', step.state),
      comment: step.comment,
      decidedBy: name.person(step.decidedBy),
      decidedAt: isoOrNull(step.decidedAt),
      overrules: step.overrules.map(({ checkId, excerpt, reason, by, at }) => ({
        ...{ excerpt, reason, at },
        check: checkNamed(checkId)?.name ?? checkId,
        by: name.person(by) ?? '',
      })),
    }));
}

function draft(ctx: CaseFileContext, each: Draft): CaseFile['drafts'][number] {
  const { sections, passages } = ctx.material;
  const unitId = unitIdOf(ctx, each.assignmentId);
  const {
    id,
    assignmentId,
    state,
    version,
    outcomeClass,
    printClass,
    publication,
    contacts,
    prose,
    returnReason,
  } = each;
  const frame = { outcomeClass, printClass, publication, contacts, prose, returnReason };
  return {
    ...{
      id,
      assignmentId,
      unitId,
      unit: names(ctx).unit(unitId),
      state,
      stateLabel: stateLabel('draft', state),
      version,
    },
    ...frame,
    sections: sections
      .filter(({ draftId }) => draftId === id)
      .map((section) => ({
        id: section.id,
        ordinal: section.ordinal,
        suggestionId: section.suggestionId,
        heading: sectionTitle(ctx.material, section),
        verdict: section.verdict,
        version: section.version,
        passages: passages
          .filter(({ sectionId }) => sectionId === section.id)
          .map((one) => passage(ctx, one)),
      })),
    steps: steps(ctx, id),
  };
}

const writerOf = ({ material }: CaseFileContext, { draftId }: Letter): string =>
  material.drafts.find(({ id }) => id === draftId)?.assignmentId ?? '';

/** Before it is delivered, a letter is the writing unit's own. */
const mayReadLetter = (ctx: CaseFileContext, each: Letter): boolean =>
  each.state === 'delivered' || mayReadOf(ctx, unitIdOf(ctx, writerOf(ctx, each)));

function letter(ctx: CaseFileContext, each: Letter): CaseFile['letters'][number] {
  const { material, links } = ctx;
  const unitId = unitIdOf(ctx, writerOf(ctx, each));
  const { id, draftId, state, documentNumber, date, outcomeClass, pages, digest } = each;
  return {
    ...{ id, draftId, unitId, unit: names(ctx).unit(unitId), state, stateLabel: stateLabel('letter', state) },
    ...{ documentNumber, date, outcomeClass, pages, digest },
    issuedAt: iso(each.issuedAt),
    issuedBy: names(ctx).person(each.issuedBy) ?? '',
    files: material.files
      .filter(({ letterId }) => letterId === id)
      .map(({ format, state: fileState }) => ({
        format,
        state: fileState,
        href: `/api/letters/${id}/files/${format}`,
      })),
    deliveries: material.deliveries
      .filter(({ letterId }) => letterId === id)
      .map((delivery) => ({
        id: delivery.id,
        recipient: delivery.recipientName,
        recipientKind: delivery.recipientKind,
        state: delivery.state,
        stateLabel: stateLabel('delivery', delivery.state),
        sentAt: iso(delivery.sentAt),
        receivedAt: isoOrNull(delivery.receivedAt),
        link:
          delivery.recipientKind === 'proposer' && ctx.unitId === unitId
            ? links.addressOf(delivery.id)
            : null,
      })),
  };
}

/** The clocks of a case with their lights; a clock that was met in time is grey. */
export function clocksOf({ material, profile, calendar, today }: CaseFileContext): CaseFile['clocks'] {
  return material.deadlines.map((deadline) => ({
    id: deadline.id,
    clock: deadline.clock,
    label: clockOf(profile, deadline.clock)?.name ?? deadline.clock,
    unit: material.directory.units.get(deadline.unitId)?.shortName ?? '',
    startedOn: deadline.startedOn,
    dueOn: deadline.dueOn,
    metOn: deadline.metOn,
    state: deadline.state,
    provisional: deadline.provisional,
    light: lightOf(today, deadline.state === 'running' ? deadline.dueOn : null, calendar, profile.lights),
    steps: deadline.explanation,
  }));
}

/** A case as its page shows it; stage and buttons are added by who knows the actor. */
export function buildCaseFile(ctx: CaseFileContext): Omit<CaseFile, 'stage' | 'stageLabel' | 'nextActions'> {
  const { proposal, proposers, suggestions, history } = ctx.material;
  return {
    proposal: {
      id: proposal.id,
      kind: proposal.kind,
      kindLabel: proposalKinds[proposal.kind],
      number: proposal.number,
      session: sessionText(proposal.term, proposal.meeting),
      title: proposal.title,
      fullText: proposal.fullText,
      keyProposal: proposal.keyProposal,
      consentToPublish: proposal.consentToPublish,
      registeredAt: iso(proposal.registeredAt),
      registeredBy: names(ctx).person(proposal.registeredBy) ?? '',
      original: proposal.originalFileId
        ? { name: '提案原件', href: `/api/files/${proposal.originalFileId}` }
        : null,
    },
    proposers: proposers.map(({ id, kind, name }) => ({ id, kind, kindLabel: proposerKinds[kind], name })),
    suggestions: suggestions.map(({ id, ordinal, title, body }) => ({ id, ordinal, title, body })),
    assignments: assignments(ctx),
    opinions: ctx.material.opinions
      .filter(({ assignmentId }) => answers(ctx) || mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
      .map((each) => opinion(ctx, each)),
    drafts: ctx.material.drafts
      .filter(({ assignmentId }) => mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
      .map((each) => draft(ctx, each)),
    letters: ctx.material.letters.filter((each) => mayReadLetter(ctx, each)).map((each) => letter(ctx, each)),
    clocks: clocksOf(ctx),
    history: history.map(({ at, actor, action, words }) => ({ at: iso(at), actor, action, words })),
  };
}
