import { type AssignmentFacts, type CaseSnapshot, isLive, replyDraftOf } from '../snapshot';
import type { Guard } from './guard';

const live = (snapshot: CaseSnapshot): AssignmentFacts[] => snapshot.assignments.filter(isLive);
const assignmentById = (snapshot: CaseSnapshot, id: string): AssignmentFacts | undefined =>
  snapshot.assignments.find((each) => each.id === id);

const notWithdrawn: Guard = ({ proposal }) => (proposal.withdrawnOn === null ? null : '这件提案已经撤案。');

const notHandedOverYet: Guard = (snapshot) => (live(snapshot).length > 0 ? '这件提案已经交办。' : null);

/** What an opinion or a reply already answers is not asked differently afterwards. */
const suggestionsUnused: Guard = ({ proposal, drafts, opinions }) => {
  if (proposal.merges.length > 0)
    return '这件提案有并入的提案，各条建议要与原件对应，不能再调整分条。确需调整的，请先解除并案。';
  const answered = opinions.some(
    ({ state, version }) => version > 0 || !['awaited', 'cancelled'].includes(state),
  );
  return drafts.length > 0 || answered
    ? '已有会办意见或答复稿按现在的分条在办，不能再调整分条。请在答复稿里按实际情况分写。'
    : null;
};

const handedOver: Guard = (snapshot) => (live(snapshot).length > 0 ? null : '这件提案还没有交办。');

const severalCoHandlers: Guard = (snapshot) =>
  live(snapshot).filter(({ role }) => role === 'co').length > 1 ? null : '会办单位不足两家，没有顺序可调。';

/** The one reply of a lead and its co-handlers names them all: who helps does not change while it is being signed. */
const jointReplyOpen: Guard = (snapshot) => {
  const writer = live(snapshot).find(({ role }) => role === 'lead' || role === 'sole');
  const draft = writer && replyDraftOf(snapshot, writer.id);
  return draft === undefined || draft.state === 'writing'
    ? null
    : '答复稿正在审核或已经签发，承办单位不能再变。请先把答复稿退回修改。';
};

const removable: Guard = (snapshot, targetId) => {
  const own = assignmentById(snapshot, targetId);
  if (own?.role === 'lead' || own?.role === 'sole')
    return '答复提案者的单位不能撤出。要换单位的，请“撤回交办”后重新交办。';
  if (own?.role !== 'separate') return null;
  if (snapshot.drafts.some((draft) => draft.assignmentId === targetId && draft.state === 'issued'))
    return '该单位的答复函已经发文，不能撤出。';
  return live(snapshot).filter(({ role }) => role === 'separate').length > 1
    ? null
    : '只剩这一家分办单位，不能撤出。请“撤回交办”后重新交办。';
};

/** A slip is taken back only while nothing has been built upon it. */
const nothingSinceSigning: Guard = (snapshot, targetId) => {
  const asked = snapshot.returnRequests.some((each) => each.assignmentId === targetId);
  const given = snapshot.opinions.some((each) => each.assignmentId === targetId && each.state !== 'awaited');
  const contributed = snapshot.contributions.some((each) => each.assignmentId === targetId);
  return asked || given || contributed ? '签收以后已经办过事项，不能再撤回签收。' : null;
};

export const handOverGuards = {
  nothingSinceSigning,
  notWithdrawn,
  notHandedOverYet,
  suggestionsUnused,
  handedOver,
  severalCoHandlers,
  jointReplyOpen,
  removable,
} as const;
