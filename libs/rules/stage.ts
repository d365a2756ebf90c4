import type { CaseSnapshot } from './snapshot';
import { writesReply } from './snapshot';

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
} as const;

export type Stage = keyof typeof stages;

/** The stage is derived from the aggregates and stored nowhere. With several letters (分办) the one furthest behind counts. */
export function stageOf(snapshot: CaseSnapshot): Stage {
  const writers = snapshot.assignments.filter((assignment) => writesReply(assignment.role));
  if (writers.length === 0) return 'registered';
  const order = Object.keys(stages) as Stage[];
  const each = writers.map((writer): Stage => {
    const draft = snapshot.drafts.find((one) => one.assignmentId === writer.id && one.correctsId === null);
    const letter = snapshot.letters.find((one) => one.draftId === draft?.id && one.state !== 'withdrawn');
    if (letter) return letter.state === 'delivered' ? 'delivered' : 'issued';
    if (draft?.state === 'signed' || draft?.state === 'issued') return 'signed_off';
    if (draft?.state === 'in_review') return 'review';
    if (draft)
      return snapshot.opinions.some((opinion) => opinion.state !== 'accepted') ? 'opinions' : 'drafting';
    return writer.state === 'handed_over' ? 'handed_over' : 'signed';
  });
  return each.sort((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? 'registered';
}
