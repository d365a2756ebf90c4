import type { Deadline } from '@fuhan/clocks';
import type { Assignment, HistoryEntry } from '../case/entities';
import { answers, type CaseFileContext } from './context';

/** Who answers the proposer and who oversees are shown the whole case; another unit what concerns it. */
export const seesWhole = (ctx: CaseFileContext): boolean => ctx.overseesAll || answers(ctx);

/** A co-handler is shown its own question and people; of the others, that they have a part in it. */
export const concernsAssignment =
  (ctx: CaseFileContext) =>
  ({ unitId }: Pick<Assignment, 'unitId'>): boolean =>
    seesWhole(ctx) || unitId === ctx.unitId;

/** What is asked of a proposer is none of the handler's business until it is answered. */
const ofTheProposer = ['rating'];

/** A unit is shown its own clocks. */
export const concernsClock =
  (ctx: CaseFileContext) =>
  ({ unitId, clock }: Pick<Deadline, 'unitId' | 'clock'>): boolean =>
    ofTheProposer.includes(clock) ? ctx.overseesAll : seesWhole(ctx) || unitId === ctx.unitId;

/** What happens to the case as a whole is everybody's. */
const ofTheCase = /^(?:proposal\.|letter\.)/;
/** What passes between coordinator and proposer about a rating that is not given yet. */
const betweenTwo = /^rating\.(?:remind|renewLink)$/;
/** A unit that has no part any more reads of the case as a whole how it began and ended for it. */
const ofItsTime = /^proposal\.(?:handOver|recall|withdraw)$/;

/** What a unit did, what was done to its own duty, opinion or copy, and what happened to the case as a whole. */
export function concernsEntry(ctx: CaseFileContext): (entry: HistoryEntry) => boolean {
  if (ctx.overseesAll) return () => true;
  if (answers(ctx)) return ({ action }) => !betweenTwo.test(action);
  const { assignments, opinions, requests, deliveries, commitments, directory } = ctx.material;
  const general = ctx.isFormer ? ofItsTime : ofTheCase;
  const own = new Set(assignments.filter(({ unitId }) => unitId === ctx.unitId).map(({ id }) => id));
  for (const { id, assignmentId } of [...opinions, ...requests]) if (own.has(assignmentId)) own.add(id);
  for (const { id, ownerUnitId } of commitments) if (ownerUnitId === ctx.unitId) own.add(id);
  for (const { id, unitId } of deliveries) if (unitId === ctx.unitId) own.add(id);
  return ({ action, objectId, personId }) =>
    general.test(action) ||
    own.has(objectId) ||
    (personId !== null && directory.people.get(personId)?.unitId === ctx.unitId);
}
