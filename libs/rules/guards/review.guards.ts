import { comesAfter } from '../review/route-engine';
import { type CaseSnapshot, newestRound, type StepFacts } from '../snapshot';
import type { Guard } from './guard';

const stepOf = (snapshot: CaseSnapshot, id: string): StepFacts | undefined =>
  snapshot.steps.find((step) => step.id === id);

/** Somebody has looked at it in this round, or decided on it. */
const looked = ({ read, state, kept }: StepFacts): boolean =>
  !kept && (read || state === 'approved' || state === 'sent_back');

const stepReached: Guard = (snapshot, targetId) => {
  const state = stepOf(snapshot, targetId)?.state;
  return state === 'open' || state === 'approved' ? null : '还没有轮到签发。';
};

const nobodyReadOn: Guard = (snapshot, targetId) => {
  const step = stepOf(snapshot, targetId);
  if (!step) return null;
  const round = newestRound(snapshot, step.draftId);
  if (step.kept || !round.includes(step)) return '这是上一轮的意见，不能再撤回。';
  if (round.some(({ state }) => state === 'sent_back')) return '稿子已经退回，这一轮审核结束了。';
  const state = snapshot.drafts.find(({ id }) => id === step.draftId)?.state;
  if (state === 'issued') return '答复函已经发文，不能再撤回。';
  if (state !== 'in_review' && state !== 'signed') return '这份稿子不在审核中，意见不能再撤回。';
  const next = round.find((each) => comesAfter(each, step) && looked(each));
  return next ? `“${next.name}”已经打开审阅，不能撤回。请联系对方退回。` : null;
};

const nobodyReadYet: Guard = (snapshot, targetId) => {
  const draft = snapshot.drafts.find(({ id }) => id === targetId);
  if (draft?.roundBegunBy === 'step') return '稿子是审核环节退回重审的，由审核的人办理，不能撤回。';
  const reader = newestRound(snapshot, targetId).find(looked);
  return reader ? `“${reader.name}”已经打开审阅，不能撤回。请联系对方退回。` : null;
};

export const reviewGuards = { stepReached, nobodyReadOn, nobodyReadYet } as const;
