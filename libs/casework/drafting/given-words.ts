import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Assignment, Opinion, OpinionItem, OpinionVersion } from '../case/entities';

/** What an opinion says to a suggestion, and whose opinion it is. */
export interface GivenWords {
  readonly body: string;
  readonly unitId: string;
  readonly version: number;
}

/** The words of these items, as far as they were said to this case: an unknown id, or one of another case, is left out. */
export async function givenWords(
  ctx: Pick<CommandContext, 'em' | 'proposalId'>,
  itemIds: readonly string[],
): Promise<Map<string, GivenWords>> {
  if (itemIds.length === 0) return new Map();
  const items = await ctx.em
    .createQueryBuilder(OpinionItem, 'item')
    .innerJoin(OpinionVersion, 'version', 'version.id = item.opinionVersionId')
    .innerJoin(Opinion, 'opinion', 'opinion.id = version.opinionId')
    .innerJoin(Assignment, 'own', 'own.id = opinion.assignmentId')
    .where({ id: In([...new Set(itemIds)]) })
    .andWhere('opinion.proposalId = :proposalId', { proposalId: ctx.proposalId })
    .select('item.id', 'id')
    .addSelect('item.body', 'body')
    .addSelect('own.unitId', 'unitId')
    .addSelect('version.version', 'version')
    .getRawMany<GivenWords & { id: string }>();
  return new Map(items.map(({ id, ...words }) => [id, words]));
}
