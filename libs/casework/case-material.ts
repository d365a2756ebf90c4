import { Deadline } from '@fuhan/clocks';
import { type Directory, loadDirectory } from '@fuhan/identity';
import { Blob, readRows } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import {
  Assignment,
  Commitment,
  CommitmentLink,
  CommitmentProgress,
  CommitmentRating,
  Confirmation,
  Contribution,
  ContactRecord,
  Delivery,
  Draft,
  DraftSection,
  Extension,
  HistoryEntry,
  ItemRejection,
  Letter,
  LetterFile,
  Opinion,
  OpinionAttachment,
  OpinionItem,
  OpinionProposal,
  OpinionVersion,
  OutsideLink,
  Passage,
  PassageSource,
  Proposal,
  ProposedHandOverRow,
  Proposer,
  ReturnRequest,
  ReturnStatement,
  Publication,
  Rating,
  Redo,
  ReviewRound,
  ReviewStep,
  SealUse,
  Suggestion,
  TargetDate,
} from './case/entities';
import { proposalsOf, proposersOf } from './merging/answered';

/** A file of an opinion with the name it was uploaded under. */
export type NamedAttachment = OpinionAttachment & { readonly fileName: string };

/** All rows of one case, as a page and its forms need them. */
export interface CaseMaterial {
  readonly proposal: Proposal;
  /** Merged into this case (并案), by number, and the case this one is merged into. */
  readonly merged: readonly Proposal[];
  readonly mergedInto: Proposal | null;
  /** Where the suggestions come from that are answered for merged proposals. */
  readonly origins: readonly Suggestion[];
  /** Of the proposal and of those merged into it, in this order. */
  readonly proposers: readonly Proposer[];
  readonly suggestions: readonly Suggestion[];
  readonly assignments: readonly Assignment[];
  readonly targets: readonly TargetDate[];
  readonly requests: readonly ReturnRequest[];
  readonly statements: readonly ReturnStatement[];
  readonly opinions: readonly Opinion[];
  readonly versions: readonly OpinionVersion[];
  readonly items: readonly OpinionItem[];
  readonly attachments: readonly NamedAttachment[];
  readonly drafts: readonly Draft[];
  readonly sections: readonly DraftSection[];
  readonly passages: readonly Passage[];
  readonly sources: readonly PassageSource[];
  readonly rejections: readonly ItemRejection[];
  readonly steps: readonly ReviewStep[];
  readonly rounds: readonly ReviewRound[];
  readonly letters: readonly Letter[];
  readonly files: readonly LetterFile[];
  readonly deliveries: readonly Delivery[];
  readonly links: readonly OutsideLink[];
  readonly seals: readonly SealUse[];
  readonly proposals: readonly OpinionProposal[];
  readonly contributions: readonly Contribution[];
  readonly confirmations: readonly Confirmation[];
  readonly contacts: readonly ContactRecord[];
  readonly commitments: readonly Commitment[];
  readonly progress: readonly CommitmentProgress[];
  readonly promiseLinks: readonly CommitmentLink[];
  readonly promiseRatings: readonly CommitmentRating[];
  readonly publications: readonly Publication[];
  readonly ratings: readonly Rating[];
  readonly redos: readonly Redo[];
  readonly deadlines: readonly Deadline[];
  readonly extensions: readonly Extension[];
  readonly history: readonly HistoryEntry[];
  /** Whom the list it came in hands it to, where it came in one. */
  readonly proposedHandOver: ProposedHandOverRow | null;
  readonly directory: Directory;
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** The files of these versions, in their order. */
export async function loadAttachments(
  em: EntityManager,
  versionIds: readonly string[],
): Promise<NamedAttachment[]> {
  const rows = await readRows(em, OpinionAttachment, {
    where: { opinionVersionId: versionIds },
    order: ['ordinal'],
  });
  const files = await readRows(em, Blob, {
    where: { id: rows.map(({ fileId }) => fileId) },
    columns: ['id', 'fileName'],
  });
  const nameOf = new Map(files.map(({ id, fileName }) => [id, fileName]));
  return rows.map((row) => ({ ...row, fileName: nameOf.get(row.fileId) ?? '' }));
}

type DraftMaterial = Pick<
  CaseMaterial,
  'drafts' | 'sections' | 'passages' | 'sources' | 'rejections' | 'steps' | 'rounds'
>;

/** The drafts of a case with all that stands in them and how their reviews went. */
async function loadDrafts(em: EntityManager, proposalId: string): Promise<DraftMaterial> {
  const drafts = await readRows(em, Draft, { where: { proposalId }, order: ['round', '-kind', 'id'] });
  const sections = await readRows(em, DraftSection, { where: { draftId: ids(drafts) }, order: ['ordinal'] });
  const passages = await readRows(em, Passage, { where: { sectionId: ids(sections) }, order: ['ordinal'] });
  return {
    drafts,
    sections,
    passages,
    sources: await readRows(em, PassageSource, { where: { passageId: ids(passages) }, order: ['ordinal'] }),
    rejections: await readRows(em, ItemRejection, { where: { draftId: ids(drafts) } }),
    steps: await readRows(em, ReviewStep, { where: { proposalId }, order: ['round', 'ordinal'] }),
    rounds: await readRows(em, ReviewRound, { where: { draftId: ids(drafts) }, order: ['round'] }),
  };
}

const recipientKinds: readonly Delivery['recipientKind'][] = ['proposer', 'office', 'unit'];

/** Copies as they went out; of one moment the proposers before the offices before the units. */
const inOrder = (a: Delivery, b: Delivery): number =>
  a.sentAt.getTime() - b.sentAt.getTime() ||
  recipientKinds.indexOf(a.recipientKind) - recipientKinds.indexOf(b.recipientKind) ||
  (a.recipientName < b.recipientName ? -1 : 1);

type PromiseMaterial = Pick<CaseMaterial, 'commitments' | 'progress' | 'promiseLinks' | 'promiseRatings'>;

/** The promises of a case and what became of them; in the order of their days, those without one last. */
async function loadPromises(em: EntityManager, proposalId: string): Promise<PromiseMaterial> {
  const commitments = await readRows(em, Commitment, {
    where: { proposalId },
    order: ['madeOn', 'dueOn', 'id'],
  });
  const promised = ids(commitments);
  return {
    commitments,
    progress: await readRows(em, CommitmentProgress, {
      where: { commitmentId: promised },
      order: ['happenedOn', 'recordedAt', 'id'],
    }),
    promiseLinks: await readRows(em, CommitmentLink, { where: { proposalId }, order: ['id'] }),
    promiseRatings: await readRows(em, CommitmentRating, {
      where: { commitmentId: promised },
      order: ['ratedAt'],
    }),
  };
}

/** The proposal with those it is handled with. */
async function loadProposals(
  em: EntityManager,
  proposalId: string,
): Promise<Pick<CaseMaterial, 'proposal' | 'merged' | 'mergedInto' | 'origins' | 'proposers'>> {
  const [proposal, ...merged] = await proposalsOf(em, proposalId);
  if (!proposal) throw new Error('a case has its proposal');
  const into = proposal.mergedIntoId;
  return {
    ...{ proposal, merged },
    mergedInto: into ? await em.findOneBy(Proposal, { id: into }) : null,
    origins: await readRows(em, Suggestion, { where: { proposalId: ids(merged) } }),
    proposers: await proposersOf(em, [proposal, ...merged]),
  };
}

/** Reads a case whole. */
export async function loadMaterial(em: EntityManager, proposalId: string): Promise<CaseMaterial> {
  const where = { proposalId };
  const assignments = await readRows(em, Assignment, { where, order: ['ordinal', 'id'] });
  const requests = await readRows(em, ReturnRequest, { where, order: ['id'] });
  const opinions = await readRows(em, Opinion, { where });
  const versions = await readRows(em, OpinionVersion, {
    where: { opinionId: ids(opinions) },
    order: ['version'],
  });
  const letters = await readRows(em, Letter, { where, order: ['issuedAt', 'serial'] });
  return {
    ...(await loadProposals(em, proposalId)),
    suggestions: await readRows(em, Suggestion, { where, order: ['ordinal'] }),
    assignments,
    targets: await readRows(em, TargetDate, {
      where: { assignmentId: ids(assignments) },
      order: ['ordinal'],
    }),
    requests,
    statements: await readRows(em, ReturnStatement, {
      where: { requestId: ids(requests) },
      order: ['ordinal'],
    }),
    opinions,
    versions,
    items: await readRows(em, OpinionItem, { where: { opinionVersionId: ids(versions) } }),
    attachments: await loadAttachments(em, ids(versions)),
    ...(await loadDrafts(em, proposalId)),
    letters,
    files: await readRows(em, LetterFile, { where: { letterId: ids(letters) } }),
    deliveries: (await readRows(em, Delivery, { where })).sort(inOrder),
    links: await readRows(em, OutsideLink, { where, order: ['madeAt', 'id'] }),
    seals: await readRows(em, SealUse, { where, order: ['usedAt', 'id'] }),
    proposals: await readRows(em, OpinionProposal, { where: { opinionId: ids(opinions) } }),
    contributions: await readRows(em, Contribution, { where, order: ['askedAt', 'id'] }),
    ...(await loadPromises(em, proposalId)),
    confirmations: await readRows(em, Confirmation, { where, order: ['askedAt', 'id'] }),
    contacts: await readRows(em, ContactRecord, { where, order: ['heldOn', 'recordedAt', 'id'] }),
    publications: await readRows(em, Publication, { where, order: ['preparedAt', 'id'] }),
    ratings: await readRows(em, Rating, { where, order: ['askedAt', 'id'] }),
    redos: await readRows(em, Redo, { where, order: ['round', 'id'] }),
    deadlines: await readRows(em, Deadline, { where, order: ['startedOn', 'dueOn', 'id'] }),
    extensions: await readRows(em, Extension, { where, order: ['requestedAt', 'id'] }),
    history: await readRows(em, HistoryEntry, { where, order: ['id'] }),
    proposedHandOver: (await readRows(em, ProposedHandOverRow, { where }))[0] ?? null,
    directory: await loadDirectory(em),
  };
}
