import { readRows } from '@fuhan/platform';
import { type EntityManager, In } from 'typeorm';
import { Letter, Proposal, Proposer } from '../case/entities';

/** The proposals a case answers: the one that carries it, then those merged into it, by number. */
export async function proposalsOf(em: EntityManager, proposalId: string): Promise<Proposal[]> {
  return [
    ...(await readRows(em, Proposal, { where: { id: proposalId } })),
    ...(await readRows(em, Proposal, { where: { mergedIntoId: proposalId }, order: ['number'] })),
  ];
}

/** Everybody who proposed one of them: in the order of the proposals, then as named there. */
export async function proposersOf(
  em: EntityManager,
  proposals: readonly Pick<Proposal, 'id'>[],
): Promise<Proposer[]> {
  const ids = proposals.map(({ id }) => id);
  const all = await readRows(em, Proposer, { where: { proposalId: ids }, order: ['ordinal'] });
  return ids.flatMap((id) => all.filter(({ proposalId }) => proposalId === id));
}

/** Everybody who is answered by a case. */
export const proposersOfCase = async (em: EntityManager, proposalId: string): Promise<Proposer[]> =>
  proposersOf(em, await proposalsOf(em, proposalId));

/** The proposals that a letter answers, in the order it names them. */
export async function answeredBy(
  em: EntityManager,
  { answersId, alsoAnswers }: Pick<Letter, 'answersId' | 'alsoAnswers'>,
): Promise<Proposal[]> {
  const ids = [answersId, ...alsoAnswers];
  const found = await em.findBy(Proposal, { id: In(ids) });
  return ids.flatMap((id) => found.find((each) => each.id === id) ?? []);
}
