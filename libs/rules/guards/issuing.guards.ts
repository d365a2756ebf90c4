import type { CaseSnapshot, LetterFacts } from '../snapshot';
import type { Guard } from './guard';

const letterOf = (snapshot: CaseSnapshot, id: string): LetterFacts | undefined =>
  snapshot.letters.find((letter) => letter.id === id);

/** A letter that was withdrawn has opened its draft again: one that stays issued is out. */
const noLetterYet: Guard = (snapshot) =>
  snapshot.letters.every(({ state }) => state === 'withdrawn') &&
  snapshot.drafts.every(({ state }) => state !== 'issued')
    ? null
    : '答复函已经发文，不能再改。';

const filesReady: Guard = (snapshot, targetId) =>
  letterOf(snapshot, targetId)?.filesReady ? null : '正式文件还在生成，请稍候再送达。';

const letterStands: Guard = (snapshot, targetId) =>
  letterOf(snapshot, targetId)?.state === 'withdrawn' ? '这份函已经撤回。' : null;

const letterIsOut: Guard = (snapshot, targetId) =>
  letterOf(snapshot, targetId)?.state === 'delivered'
    ? null
    : '只有已经送达的函才用更正函更正；没有送达的请申请撤回后重发。';

const withdrawalAsked: Guard = (snapshot, targetId) =>
  letterOf(snapshot, targetId)?.withdrawalAsked ? null : '没有人申请撤回这份函。';

const noWithdrawalAsked: Guard = (snapshot, targetId) =>
  letterOf(snapshot, targetId)?.withdrawalAsked ? '已有人申请撤回这份函，请等主要负责人决定。' : null;

const sealedWhereRequired: Guard = (snapshot, targetId) => {
  const letter = letterOf(snapshot, targetId);
  return letter?.sealRequired && letter.seals === 0 ? '还没有登记用印。请先“登记用印”。' : null;
};

/** One thing is corrected at a time; a second correction waits for the first to be out. */
const noOpenCorrection: Guard = (snapshot, targetId) =>
  snapshot.drafts.some(({ correctsId, state }) => correctsId === targetId && state !== 'issued')
    ? '这份函已有一份更正函在办，请在那份里改。'
    : null;

export const issuingGuards = {
  noLetterYet,
  filesReady,
  letterStands,
  letterIsOut,
  withdrawalAsked,
  noWithdrawalAsked,
  sealedWhereRequired,
  noOpenCorrection,
} as const;
