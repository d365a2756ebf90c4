import type { CaseSnapshot, DraftFacts } from './snapshot';

/** A pure predicate over the case: null when it holds, else the Chinese sentence that says what is missing. */
export type Guard = (snapshot: CaseSnapshot, targetId: string) => string | null;

const draftOf = (snapshot: CaseSnapshot, id: string): DraftFacts | undefined =>
  snapshot.drafts.find((draft) => draft.id === id);

const notHandedOverYet: Guard = (snapshot) => (snapshot.assignments.length > 0 ? '这件提案已经交办。' : null);

const severalCoHandlers: Guard = (snapshot) =>
  snapshot.assignments.filter((assignment) => assignment.role === 'co').length > 1
    ? null
    : '会办单位不足两家，没有顺序可调。';

const noLetterYet: Guard = (snapshot) =>
  snapshot.letters.length === 0 ? null : '答复函已经发文，不能再改。';

const assignmentSigned: Guard = (snapshot, targetId) => {
  const opinion = snapshot.opinions.find((each) => each.id === targetId);
  const assignment = snapshot.assignments.find((each) => each.id === opinion?.assignmentId);
  return assignment && assignment.state === 'handed_over' ? '本单位还没有签收，请提案办先签收。' : null;
};

const opinionsToAdopt: Guard = (snapshot) =>
  snapshot.opinions.some((opinion) => opinion.version > 0) ? null : '还没有收到会办意见。';

const freeSectionExists: Guard = (snapshot, targetId) =>
  draftOf(snapshot, targetId)?.sections.some((section) => section.suggestionId === null)
    ? null
    : '只有自己加的部分可以删；每条建议都要有答复。';

const everySuggestionAnswered: Guard = (snapshot, targetId) => {
  const sections = draftOf(snapshot, targetId)?.sections ?? [];
  const open = snapshot.suggestions.filter((suggestion) => {
    const section = sections.find((each) => each.suggestionId === suggestion.id);
    return !section || section.verdict === null || section.passages === 0;
  });
  return open.length === 0
    ? null
    : `第 ${open.map((suggestion) => suggestion.ordinal).join('、')} 条建议还没有答复或没有选采纳意见。`;
};

const classChosen: Guard = (snapshot, targetId) =>
  draftOf(snapshot, targetId)?.outcomeClass ? null : '还没有选办理结果（类别）。请先“填文头文尾”。';

const contactNamed: Guard = (snapshot, targetId) =>
  (draftOf(snapshot, targetId)?.contacts ?? 0) > 0 ? null : '还没有填联系人和电话。请先“填文头文尾”。';

const opinionsSettled: Guard = (snapshot) => {
  const open = snapshot.opinions.filter((opinion) => opinion.state !== 'accepted').length;
  return open === 0 ? null : `还有 ${open} 家会办意见没有接受。`;
};

const filesReady: Guard = (snapshot, targetId) =>
  snapshot.letters.find((letter) => letter.id === targetId)?.filesReady
    ? null
    : '正式文件还在生成，请稍候再送达。';

const stepReached: Guard = (snapshot, targetId) => {
  const state = snapshot.steps.find((step) => step.id === targetId)?.state;
  return state === 'open' || state === 'approved' ? null : '还没有轮到签发。';
};

/** Every guard by the name the tables use. */
export const guards = {
  notHandedOverYet,
  severalCoHandlers,
  noLetterYet,
  assignmentSigned,
  opinionsToAdopt,
  freeSectionExists,
  everySuggestionAnswered,
  classChosen,
  contactNamed,
  opinionsSettled,
  filesReady,
  stepReached,
} as const;

export type GuardName = keyof typeof guards;
