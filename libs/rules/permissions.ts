import { type ActionName, type Relation, actions } from './actions';
import {
  type Actor,
  type AssignmentFacts,
  type CaseSnapshot,
  isLive,
  newestRound,
  type StepFacts,
  writesReply,
} from './snapshot';
import type { Duty } from './duties';
import type { StepState } from './machines';
import { mayHold } from './review/may-hold';
import { inLastStage } from './review/route-engine';
import { isDrafter } from './stand-in';

/** These see every case of the installation; everyone else sees the cases of the own unit. */
const seeEverything: readonly Duty[] = ['coordinator', 'supervisor'];

/** Whether the actor has one of these duties. */
export const holdsAny = (actor: Actor, duties: readonly Duty[]): boolean =>
  duties.some((duty) => actor.duties.includes(duty));

/** The duty of one unit that a target belongs to: the opinion's, the draft's, the letter's assignment. */
export function assignmentOf(snapshot: CaseSnapshot, targetId: string): AssignmentFacts | undefined {
  const byId = (id: string | undefined) => snapshot.assignments.find((each) => each.id === id);
  const draftById = (id: string | undefined) => snapshot.drafts.find((each) => each.id === id);
  const request = snapshot.returnRequests.find((each) => each.id === targetId);
  const opinion = snapshot.opinions.find((each) => each.id === targetId);
  const step = snapshot.steps.find((each) => each.id === targetId);
  const link = snapshot.outsideLinks.find((each) => each.id === targetId);
  const delivery = snapshot.deliveries.find((each) => each.id === targetId);
  const copy = snapshot.publications.find((each) => each.id === targetId);
  const letterIds = [targetId, delivery?.letterId, copy?.letterId];
  const letter = snapshot.letters.find((each) => letterIds.includes(each.id));
  const contact = snapshot.contacts.find((each) => each.id === targetId);
  const contribution = snapshot.contributions.find((each) => each.id === targetId);
  const promise = snapshot.commitments.find((each) => each.id === targetId);
  const asked = snapshot.confirmations.find((each) => each.id === targetId);
  const draft = [targetId, step?.draftId, letter?.draftId, asked?.draftId].map(draftById).find(Boolean);
  const rated = [...snapshot.ratings, ...snapshot.redos].find((each) => each.id === targetId);
  const extension = snapshot.extensions.find((each) => each.id === targetId);
  const deadline = snapshot.deadlines.find((each) => each.id === targetId);
  const owner =
    opinion ?? contribution ?? promise ?? request ?? link ?? contact ?? rated ?? extension ?? draft;
  return byId(targetId) ?? byId(asked?.assignmentId ?? owner?.assignmentId) ?? byId(deadline?.subjectId);
}

/** The unit that answers: the lead of a co-handled case; for a draft or letter of a 分办 case, its own unit. */
export function replyAssignmentOf(snapshot: CaseSnapshot, targetId: string): AssignmentFacts | undefined {
  const own = assignmentOf(snapshot, targetId);
  return own && writesReply(own.role)
    ? own
    : snapshot.assignments.find((each) => each.role === 'lead' && isLive(each));
}

const standsAsDrafter = (actor: Actor, assignment: AssignmentFacts | undefined): boolean =>
  assignment !== undefined &&
  assignment.unitId === actor.unitId &&
  (isDrafter(actor, assignment.drafterId) || actor.duties.includes('proposal_office'));

const stepOf = (snapshot: CaseSnapshot, id: string): StepFacts | undefined =>
  snapshot.steps.find((each) => each.id === id);

/** The step is the route's own and nothing of the route comes after it. */
function signs(snapshot: CaseSnapshot, stepId: string): boolean {
  const step = stepOf(snapshot, stepId);
  const newest = newestRound(snapshot, step?.draftId ?? '');
  return step !== undefined && !step.added && newest.includes(step) && inLastStage(newest, step);
}

/** Who may ask a co-handler by other ways than its own account: the coordinator, or the 提案办 of the unit that answers. */
export const asksCoHandlers = (actor: Actor, replyUnitId: string | undefined): boolean =>
  actor.duties.includes('coordinator') ||
  (actor.duties.includes('proposal_office') && actor.unitId === replyUnitId);

type Stands = (snapshot: CaseSnapshot, actor: Actor, targetId: string) => boolean;

const holdsStep: Stands = (snapshot, actor, targetId) => {
  const step = stepOf(snapshot, targetId);
  return step !== undefined && mayHold(step, actor);
};

const chases: Stands = (snapshot, actor, targetId) => {
  const chased = snapshot.assignments.find((each) => each.id === targetId);
  const lead = snapshot.assignments.find((each) => each.role === 'lead' && isLive(each));
  return actor.duties.includes('coordinator') || (chased?.role === 'co' && lead?.unitId === actor.unitId);
};

/** Who may stop a clock: of a unit that answers, the coordinator; of a co-handler, the 提案办 of the unit that waits for its opinion. */
const clockKeepers = { answering: 'coordinator', helping: 'proposal_office' } as const;

const keepsClock: Stands = (snapshot, actor, targetId) => {
  const own = assignmentOf(snapshot, targetId);
  if (own === undefined) return false;
  if (writesReply(own.role)) return actor.duties.includes(clockKeepers.answering);
  return (
    actor.duties.includes(clockKeepers.helping) &&
    replyAssignmentOf(snapshot, targetId)?.unitId === actor.unitId
  );
};

/** Whose turn it is inside the unit: the duty of the next step of the opinion's own route. */
const endorses: Stands = (snapshot, actor, targetId) => {
  const opinion = snapshot.opinions.find((each) => each.id === targetId);
  const next = opinion?.route[opinion.passed];
  return (
    next !== undefined &&
    actor.duties.includes(next) &&
    assignmentOf(snapshot, targetId)?.unitId === actor.unitId
  );
};

/** Of the unit that has to keep it: its 提案办, the one it names, any of its drafters where it names nobody. */
const keepsPromise: Stands = (snapshot, actor, targetId) => {
  const promise = snapshot.commitments.find((each) => each.id === targetId);
  return (
    promise?.ownerUnitId === actor.unitId &&
    (promise.ownerId === null ||
      isDrafter(actor, promise.ownerId) ||
      actor.duties.includes('proposal_office'))
  );
};

const relations: Record<Relation, Stands> = {
  anywhere: () => true,
  'own unit': (snapshot, actor, targetId) =>
    (snapshot.deliveries.find((each) => each.id === targetId) ?? assignmentOf(snapshot, targetId))?.unitId ===
    actor.unitId,
  'named drafter': (snapshot, actor, targetId) => standsAsDrafter(actor, assignmentOf(snapshot, targetId)),
  'own reply': (snapshot, actor, targetId) => {
    const own = assignmentOf(snapshot, targetId);
    return own !== undefined && writesReply(own.role) && standsAsDrafter(actor, own);
  },
  'reply drafter': (snapshot, actor, targetId) =>
    standsAsDrafter(actor, replyAssignmentOf(snapshot, targetId)),
  'step holder': holdsStep,
  'step decider': (snapshot, actor, targetId) => stepOf(snapshot, targetId)?.decidedBy === actor.personId,
  signer: (snapshot, actor, targetId) => holdsStep(snapshot, actor, targetId) && signs(snapshot, targetId),
  endorser: endorses,
  'asked section': (snapshot, actor, targetId) => {
    const contribution = snapshot.contributions.find((each) => each.id === targetId);
    return (
      assignmentOf(snapshot, targetId)?.unitId === actor.unitId &&
      (contribution?.officeId === actor.officeId || actor.duties.includes('proposal_office'))
    );
  },
  chaser: chases,
  'asks co-handlers': (snapshot, actor, targetId) =>
    asksCoHandlers(actor, replyAssignmentOf(snapshot, targetId)?.unitId),
  'promise keeper': keepsPromise,
  'clock keeper': keepsClock,
  'reply unit': (snapshot, actor, targetId) => replyAssignmentOf(snapshot, targetId)?.unitId === actor.unitId,
};

/** Coordinators and supervisors look over every case, a leader over the case under the own supervision (督办). */
export const overseesCase = (snapshot: CaseSnapshot, actor: Actor): boolean =>
  holdsAny(actor, seeEverything) || snapshot.proposal.supervisorId === actor.personId;

/** The unit had a part in the case and has none now (returned, recalled, taken off): it knows of the case and of what it did itself. */
export const isFormerHandler = (snapshot: CaseSnapshot, { unitId }: Actor): boolean => {
  const own = snapshot.assignments.filter((each) => each.unitId === unitId);
  return (
    own.length > 0 && !own.some(isLive) && !snapshot.deliveries.some((delivery) => delivery.unitId === unitId)
  );
};

/** Whether the actor may know of the case at all. Who may not is answered as if there were none. */
export const maySee = (snapshot: CaseSnapshot, actor: Actor): boolean =>
  overseesCase(snapshot, actor) ||
  snapshot.assignments.some((assignment) => assignment.unitId === actor.unitId) ||
  snapshot.deliveries.some((delivery) => delivery.unitId === actor.unitId);

/** The unit of the draft, while it still has the duty. */
function writesNow(snapshot: CaseSnapshot, actor: Actor, draftId: string): boolean {
  const own = assignmentOf(snapshot, draftId);
  return own !== undefined && isLive(own) && own.unitId === actor.unitId;
}

const reached: readonly StepState[] = ['open', 'approved', 'sent_back'];

/**
 * Whether the actor may read a draft: who oversees all, the unit that writes it, and whoever holds or has decided a step of its
 * review (a co-handler that signs too).
 */
export const mayReadDraft = (snapshot: CaseSnapshot, actor: Actor, draftId: string): boolean =>
  overseesCase(snapshot, actor) ||
  writesNow(snapshot, actor, draftId) ||
  snapshot.steps.some(
    (step) =>
      step.draftId === draftId &&
      reached.includes(step.state) &&
      (mayHold(step, actor) || step.decidedBy === actor.personId),
  );

/** The permission alone, without a look at states and guards. Denies by default: an action without duties is nobody's. */
export function mayDo(snapshot: CaseSnapshot, actor: Actor, action: ActionName, targetId: string): boolean {
  const rule = actions[action];
  return holdsAny(actor, rule.duties) && relations[rule.relation](snapshot, actor, targetId);
}

/** The permission for an action that has no case yet. */
export const mayBegin = (actor: Actor, action: ActionName): boolean =>
  actions[action].target === null && holdsAny(actor, actions[action].duties);
