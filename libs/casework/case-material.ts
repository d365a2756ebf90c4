import { Deadline } from '@fuhan/clocks';
import { type Directory, loadDirectory } from '@fuhan/identity';
import { Blob } from '@fuhan/platform';
import {
  type EntityManager,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
} from 'typeorm';
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

/** The rows whose `column` names one of these; where there is none, nothing is asked. */
const ofAny = async <E extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<E>,
  column: keyof E & string,
  ids: readonly string[],
  order: FindOptionsOrder<E> = {},
): Promise<E[]> =>
  ids.length === 0
    ? []
    : em.find(entity, { where: { [column]: In([...ids]) } as FindOptionsWhere<E>, order });

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** The files of these versions, in their order. */
export async function loadAttachments(
  em: EntityManager,
  versionIds: readonly string[],
): Promise<NamedAttachment[]> {
  const rows = await ofAny(em, OpinionAttachment, 'opinionVersionId', versionIds, { ordinal: 'ASC' });
  if (rows.length === 0) return [];
  const files = await em.find(Blob, {
    select: { id: true, fileName: true },
    where: { id: In(rows.map(({ fileId }) => fileId)) },
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
  const drafts = await em.find(Draft, {
    where: { proposalId },
    order: { round: 'ASC', kind: 'DESC', id: 'ASC' },
  });
  const sections = await ofAny(em, DraftSection, 'draftId', ids(drafts), { ordinal: 'ASC' });
  const passages = await ofAny(em, Passage, 'sectionId', ids(sections), { ordinal: 'ASC' });
  return {
    drafts,
    sections,
    passages,
    sources: await ofAny(em, PassageSource, 'passageId', ids(passages), { ordinal: 'ASC' }),
    rejections: await ofAny(em, ItemRejection, 'draftId', ids(drafts)),
    steps: await em.find(ReviewStep, { where: { proposalId }, order: { round: 'ASC', ordinal: 'ASC' } }),
    rounds: await ofAny(em, ReviewRound, 'draftId', ids(drafts), { round: 'ASC' }),
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
  const commitments = await em.find(Commitment, {
    where: { proposalId },
    order: { madeOn: 'ASC', dueOn: 'ASC', id: 'ASC' },
  });
  const promised = ids(commitments);
  return {
    commitments,
    progress: await ofAny(em, CommitmentProgress, 'commitmentId', promised, {
      happenedOn: 'ASC',
      recordedAt: 'ASC',
      id: 'ASC',
    }),
    promiseLinks: await em.find(CommitmentLink, { where: { proposalId }, order: { id: 'ASC' } }),
    promiseRatings: await ofAny(em, CommitmentRating, 'commitmentId', promised, { ratedAt: 'ASC' }),
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
    origins: await ofAny(em, Suggestion, 'proposalId', ids(merged)),
    proposers: await proposersOf(em, [proposal, ...merged]),
  };
}

/** Reads a case whole. */
export async function loadMaterial(em: EntityManager, proposalId: string): Promise<CaseMaterial> {
  const where = { proposalId };
  const assignments = await em.find(Assignment, { where, order: { ordinal: 'ASC', id: 'ASC' } });
  const requests = await em.find(ReturnRequest, { where, order: { id: 'ASC' } });
  const opinions = await em.find(Opinion, { where });
  const versions = await ofAny(em, OpinionVersion, 'opinionId', ids(opinions), { version: 'ASC' });
  const letters = await em.find(Letter, { where, order: { issuedAt: 'ASC', serial: 'ASC' } });
  return {
    ...(await loadProposals(em, proposalId)),
    suggestions: await em.find(Suggestion, { where, order: { ordinal: 'ASC' } }),
    assignments,
    targets: await ofAny(em, TargetDate, 'assignmentId', ids(assignments), { ordinal: 'ASC' }),
    requests,
    statements: await ofAny(em, ReturnStatement, 'requestId', ids(requests), { ordinal: 'ASC' }),
    opinions,
    versions,
    items: await ofAny(em, OpinionItem, 'opinionVersionId', ids(versions)),
    attachments: await loadAttachments(em, ids(versions)),
    ...(await loadDrafts(em, proposalId)),
    letters,
    files: await ofAny(em, LetterFile, 'letterId', ids(letters)),
    deliveries: (await em.findBy(Delivery, where)).sort(inOrder),
    links: await em.find(OutsideLink, { where, order: { madeAt: 'ASC', id: 'ASC' } }),
    seals: await em.find(SealUse, { where, order: { usedAt: 'ASC', id: 'ASC' } }),
    proposals: await ofAny(em, OpinionProposal, 'opinionId', ids(opinions)),
    contributions: await em.find(Contribution, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
    ...(await loadPromises(em, proposalId)),
    confirmations: await em.find(Confirmation, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
    contacts: await em.find(ContactRecord, { where, order: { heldOn: 'ASC', recordedAt: 'ASC', id: 'ASC' } }),
    publications: await em.find(Publication, { where, order: { preparedAt: 'ASC', id: 'ASC' } }),
    ratings: await em.find(Rating, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
    redos: await em.find(Redo, { where, order: { round: 'ASC', id: 'ASC' } }),
    deadlines: await em.find(Deadline, { where, order: { startedOn: 'ASC', dueOn: 'ASC', id: 'ASC' } }),
    extensions: await em.find(Extension, { where, order: { requestedAt: 'ASC', id: 'ASC' } }),
    history: await em.find(HistoryEntry, { where, order: { id: 'ASC' } }),
    proposedHandOver: await em.findOneBy(ProposedHandOverRow, { proposalId }),
    directory: await loadDirectory(em),
  };
}
