import type { Clock } from '@fuhan/kernel';
import type { DataSource } from 'typeorm';
import { Confirmation, Proposer, Rating } from './case/entities';
import { record, transition } from './case/transition';
import type { CommandDoor } from './command-door';

/**
 * What nobody answered in time means what the place says: consent, or an open question. One case after the other, each in a transaction of
 * its own; run twice, or killed in between, it does nothing twice.
 * @returns how many questions ended so
 */
export async function endSilence(
  { dataSource, clock }: { readonly dataSource: DataSource; readonly clock: Clock },
  door: CommandDoor,
): Promise<number> {
  const late = (await dataSource.query(
    `SELECT id, proposal_id AS "proposalId", silence FROM confirmation
     WHERE state = 'asked' AND kind = 'co_handler' AND due_on < $1 ORDER BY due_on, id LIMIT 500`,
    [clock.today()],
  )) as Pick<Confirmation, 'id' | 'proposalId' | 'silence'>[];
  let ended = 0;
  for (const { id, proposalId, silence } of late) {
    const action = silence === 'agree' ? 'confirmation.passSilently' : 'confirmation.lapse';
    await door.bySystem(proposalId, action, async (ctx) => {
      const still = await ctx.em.findOneBy(Confirmation, { id, state: 'asked' });
      if (!still) return null;
      await transition(ctx, 'confirmation', id, action);
      const means = silence === 'agree' ? '视为同意' : '须再次征求，或说明维持原文';
      await record(ctx, action, id, `征求的内容到期没有答复，${means}。`);
      ended += 1;
      return { confirmation: id };
    });
  }
  return ended;
}

/** A proposer who has not rated in time is asked no more; a paper that comes later may still be entered. @returns how many */
export async function endUnrated(
  { dataSource, clock }: { readonly dataSource: DataSource; readonly clock: Clock },
  door: CommandDoor,
): Promise<number> {
  const late = (await dataSource.query(
    `SELECT id, proposal_id AS "proposalId" FROM rating WHERE state = 'asked' AND due_on < $1 ORDER BY due_on, id LIMIT 500`,
    [clock.today()],
  )) as Pick<Rating, 'id' | 'proposalId'>[];
  let ended = 0;
  for (const { id, proposalId } of late) {
    await door.bySystem(proposalId, 'rating.lapse', async (ctx) => {
      const still = await ctx.em.findOneBy(Rating, { id, state: 'asked' });
      if (!still) return null;
      await transition(ctx, 'rating', id, 'rating.lapse');
      const { name } = await ctx.em.findOneByOrFail(Proposer, { id: still.proposerId });
      await record(ctx, 'rating.lapse', id, `提案者${name}到期没有测评。`);
      ended += 1;
      return { rating: id };
    });
  }
  return ended;
}
