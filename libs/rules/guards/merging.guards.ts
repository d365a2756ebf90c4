import type { CaseSnapshot } from '../snapshot';
import type { Guard } from './guard';

/** Its reply has left the drafter's hands: what it answers cannot change any more. */
export const replyBegun = ({ drafts, letters }: CaseSnapshot): boolean =>
  drafts.some(({ state }) => state !== 'writing' && state !== 'dropped') ||
  letters.some(({ state }) => state !== 'withdrawn');

const notMerged: Guard = ({ proposal: { mergedInto } }) =>
  mergedInto === null ? null : `这件提案已并入第${mergedInto.number}号办理。要单独办理的，请先“解除并案”。`;

const isMerged: Guard = ({ proposal: { mergedInto } }) => (mergedInto === null ? '这件提案没有并案。' : null);

const leadsNone: Guard = ({ proposal: { merges } }) =>
  merges.length === 0
    ? null
    : `第${merges.map(({ number }) => number).join('、')}号提案并在本件办理，请先“解除并案”。`;

const replyNotBegun: Guard = (snapshot) =>
  replyBegun(snapshot) ? '答复稿已经送审或发文，不能再并案。还没有发文的，请先把答复稿退回修改。' : null;

const leadingStillOpen: Guard = ({ proposal: { mergedInto } }) =>
  mergedInto?.settled
    ? `第${mergedInto.number}号的答复稿已经送审或发文，不能解除并案。还没有发文的，请先把答复稿退回修改。`
    : null;

export const mergingGuards = { notMerged, isMerged, leadsNone, replyNotBegun, leadingStillOpen } as const;
