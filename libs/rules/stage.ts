import {
  type AssignmentFacts,
  type CaseSnapshot,
  isLive,
  type OpinionFacts,
  replyDraftOf,
  writesReply,
} from './snapshot';

/** Where a case stands, in the order of its way. */
export const stages = {
  registered: '待交办',
  handed_over: '待签收',
  signed: '待分办',
  opinions: '会办中',
  drafting: '拟稿中',
  review: '审核中',
  signed_off: '待编号',
  issued: '待送达',
  delivered: '已送达',
  noted: '已参阅',
  closed: '已结案',
  withdrawn: '已撤案',
  merged: '并案办理',
} as const;

export type Stage = keyof typeof stages;

const isOpen = ({ state }: OpinionFacts): boolean => state !== 'accepted' && state !== 'cancelled';

/** Nobody answers: nobody was asked yet, or everybody only takes note (参阅). */
const withoutWriter = (live: readonly AssignmentFacts[]): Stage => {
  if (live.length === 0 || live.some(({ role }) => role !== 'reference')) return 'registered';
  return live.some(({ state }) => state === 'handed_over') ? 'handed_over' : 'noted';
};

/** The stage is derived from the aggregates and stored nowhere. With several letters (分办) the one furthest behind counts. */
export function stageOf(snapshot: CaseSnapshot): Stage {
  if (snapshot.proposal.withdrawnOn !== null) return 'withdrawn';
  if (snapshot.proposal.closedOn !== null) return 'closed';
  if (snapshot.proposal.mergedInto !== null) return 'merged';
  const live = snapshot.assignments.filter(isLive);
  const writers = live.filter((assignment) => writesReply(assignment.role));
  if (writers.length === 0) return withoutWriter(live);
  const order = Object.keys(stages) as Stage[];
  const each = writers.map((writer): Stage => {
    const draft = replyDraftOf(snapshot, writer.id);
    // Merged proposals may have a letter each; one that is withdrawn opens the draft again for itself.
    const letters = snapshot.letters.filter((one) => one.draftId === draft?.id && one.state !== 'withdrawn');
    if (letters.length > 0 && draft?.state === 'issued')
      return letters.every(({ state }) => state === 'delivered') ? 'delivered' : 'issued';
    if (draft?.state === 'signed' || draft?.state === 'issued') return 'signed_off';
    if (draft?.state === 'in_review') return 'review';
    if (draft) return snapshot.opinions.some(isOpen) ? 'opinions' : 'drafting';
    return writer.state === 'handed_over' ? 'handed_over' : 'signed';
  });
  return each.sort((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? 'registered';
}
