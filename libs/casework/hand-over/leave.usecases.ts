import { type HouseUseCase, houseUseCases, Person } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { type EntityManager, In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Commitment } from '../case/entities';
import { record, transition } from '../case/transition';
import { fitDrafter } from './fit-drafter';

/** Works on a case as every command does: its row locked, its change counted and announced. */
export type OnCase = (proposalId: string, work: (ctx: CommandContext) => Promise<void>) => Promise<void>;

interface OpenWork {
  readonly proposalId: string;
  readonly number: string;
}

/** Names in a refusal before it says 等. */
const NAMED = 5;

/** The cases in which the person is the named drafter of something unfinished, in the order in which they are locked. */
const openWorkOf = (em: EntityManager, personId: string): Promise<OpenWork[]> =>
  em.query(
    `SELECT DISTINCT p.id AS "proposalId", p.number FROM assignment a JOIN proposal p ON p.id = a.proposal_id
     WHERE a.drafter_id = $1 AND a.state = 'divided'
     UNION SELECT p.id, p.number FROM commitment c JOIN proposal p ON p.id = c.proposal_id
     WHERE c.owner_id = $1 AND c.state IN ('proposed', 'confirmed') ORDER BY 1`,
    [personId],
  );

/** 停用账号, refused while open work has nobody else: it would be orphaned. The door has locked the person's row. */
export const disableIdlePerson: HouseUseCase<'person.disable'> = async (ctx, input, personId) => {
  const open = await openWorkOf(ctx.em, personId);
  if (open.length > 0) {
    const { name } = await ctx.em.findOneByOrFail(Person, { id: personId });
    const numbers = open.map(({ number }) => `第${number}号`).sort();
    const list = `${numbers.slice(0, NAMED).join('、')}${numbers.length > NAMED ? '等' : ''}`;
    throw new FuhanError('person.has-open-work', { name, count: open.length, list });
  }
  return houseUseCases['person.disable'](ctx, input, personId);
};

/** Promises the person has to keep: the successor keeps them, or whom the unit's 提案办 finds. */
async function handOnPromises(ctx: CommandContext, leaver: Person, successor: Person | null): Promise<void> {
  const { affected } = await ctx.em.update(
    Commitment,
    { proposalId: ctx.proposalId, ownerId: leaver.id, state: In(['proposed', 'confirmed']) },
    { ownerId: successor?.id ?? null },
  );
  if (!affected) return;
  const words = successor ? `由${successor.name}接着兑现` : '由本单位提案办接着兑现';
  await record(ctx, 'commitment.assign', ctx.proposalId, `${leaver.name}离岗交接，其名下的承诺${words}。`);
}

/** Hands on what the person holds in one case: to the successor, or back to the 提案办. */
async function handOn(ctx: CommandContext, leaver: Person, successor: Person | null): Promise<void> {
  const held = ctx.snapshot.assignments.filter(
    ({ drafterId, state }) => drafterId === leaver.id && state === 'divided',
  );
  for (const { id, officeId } of held) {
    const action = successor ? 'assignment.passOn' : 'assignment.takeBack';
    const next = successor
      ? { drafterId: successor.id, officeId: successor.officeId ?? officeId }
      : { drafterId: null, officeId: null };
    const words = successor ? `由${successor.name}接着承办` : '退回提案办重新分办';
    await record(ctx, action, id, `${leaver.name}离岗交接，${words}。`);
    await transition(ctx, 'assignment', id, action, next);
  }
  await handOnPromises(ctx, leaver, successor);
}

/**
 * 离岗交接: everything open that names the person goes to one successor of the unit, or back to the 提案办 of the unit; then, where asked
 * for, the account is disabled. The door has locked the person's row: whoever names this drafter comes before, or is refused.
 */
export const leaveWith =
  (onCase: OnCase): HouseUseCase<'person.leave'> =>
  async (ctx, { successorId, disable }, personId) => {
    const leaver = await ctx.em.findOneBy(Person, { id: personId });
    if (!leaver) throw new FuhanError('request.not-found');
    if (successorId === personId)
      throw new FuhanError('guard.failed', { detail: '接手人不能是离岗的本人。请另选一人。' });
    const successor = successorId ? await fitDrafter(ctx.em, leaver.unitId, successorId) : null;
    for (const { proposalId } of await openWorkOf(ctx.em, personId))
      await onCase(proposalId, (caseCtx) => handOn(caseCtx, leaver, successor));
    return disable ? houseUseCases['person.disable'](ctx, {}, personId) : { id: personId };
  };
