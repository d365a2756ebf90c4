import type { CaseSnapshot, LetterFacts } from '../snapshot';
import type { Guard } from './guard';

/** What keeps a letter from the public: it is not out, its mark, the consent. The view `published_letter` says the same of what is read. */
function closedGate(snapshot: CaseSnapshot, letter: LetterFacts | undefined): string | null {
  const draft = snapshot.drafts.find(({ id }) => id === letter?.draftId);
  if (letter?.state !== 'delivered') return '这份函没有送达或已经撤回，不能公开。';
  if (draft?.publication !== 'active') return '这份函不是主动公开，不能上网。';
  return letter.consented ? null : '提案者不同意公开，不能上网。提案者改变主意的，请交办单位先登记。';
}

const letterGatesOpen: Guard = (snapshot, targetId) =>
  closedGate(
    snapshot,
    snapshot.letters.find(({ id }) => id === targetId),
  );

const gatesOpen: Guard = (snapshot, targetId) => {
  const { letterId } = snapshot.publications.find(({ id }) => id === targetId) ?? {};
  return closedGate(
    snapshot,
    snapshot.letters.find(({ id }) => id === letterId),
  );
};

const notPublishedYet: Guard = (snapshot, targetId) => {
  const own = snapshot.publications.filter(({ letterId }) => letterId === targetId);
  if (own.some(({ state }) => state === 'prepared')) return '公开稿已经制作，正等审核。';
  if (own.some(({ state }) => state === 'published')) return '这份函已经公开。';
  return own.some(({ state }) => state === 'barred') ? '经审核，这份函不予公开。' : null;
};

export const publicationGuards = { letterGatesOpen, gatesOpen, notPublishedYet } as const;
