import type { CaseSnapshot, DraftFacts } from '../snapshot';
import type { Guard } from './guard';

const draftOf = (snapshot: CaseSnapshot, id: string): DraftFacts | undefined =>
  snapshot.drafts.find((draft) => draft.id === id);

const opinionsToAdopt: Guard = (snapshot) =>
  snapshot.opinions.some((opinion) => opinion.version > 0) ? null : '还没有收到会办意见。';

const itemRejected: Guard = (snapshot, targetId) =>
  (draftOf(snapshot, targetId)?.rejections ?? 0) > 0 ? null : '还没有注明不采用的意见。';

const passageWritten: Guard = (snapshot, targetId) =>
  draftOf(snapshot, targetId)?.sections.some(({ passages }) => passages > 0)
    ? null
    : '答复稿里还没有段落。请先写或采用会办意见。';

const twoPassagesWritten: Guard = (snapshot, targetId) =>
  draftOf(snapshot, targetId)?.sections.some(({ passages }) => passages > 1)
    ? null
    : '同一部分里有两段以上才能合并。请先写或采用会办意见。';

const freeSectionExists: Guard = (snapshot, targetId) =>
  draftOf(snapshot, targetId)?.sections.some((section) => section.suggestionId === null)
    ? null
    : '只有自己加的部分可以删；每条建议都要有答复。';

const everySuggestionAnswered: Guard = (snapshot, targetId) => {
  const draft = draftOf(snapshot, targetId);
  // A letter of correction answers no suggestion.
  if (draft?.correctsId) return null;
  const sections = draft?.sections ?? [];
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
  const open = snapshot.opinions.filter(
    (opinion) => opinion.state !== 'accepted' && opinion.state !== 'cancelled',
  ).length;
  return open === 0 ? null : `还有 ${open} 家会办意见没有接受。`;
};

export const draftingGuards = {
  opinionsToAdopt,
  itemRejected,
  passageWritten,
  twoPassagesWritten,
  freeSectionExists,
  everySuggestionAnswered,
  classChosen,
  contactNamed,
  opinionsSettled,
} as const;
