import type { CommandInput } from '@fuhan/contracts';
import { Notice } from '@fuhan/clocks';
import { type HouseContext, Person, Unit } from '@fuhan/identity';
import { FuhanError, newId } from '@fuhan/kernel';
import { type Seal, writeOutbox } from '@fuhan/platform';
import { houseActions, type HouseActionName } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { addressOf, sendJob, TRIES } from './dispatch/plan-dispatches';
import { dispatchStates } from './dispatch/states';
import { type DispatchState, NoticeDispatch, Webhook } from './entities';

type ChannelActionName = Extract<
  HouseActionName,
  'unit.addWebhook' | 'webhook.remove' | 'dispatch.redrive' | 'dispatch.markArrived'
>;
type ChannelUseCase<N extends ChannelActionName> = (
  ctx: HouseContext,
  input: CommandInput<N>,
  targetId: string,
) => Promise<{ id: string }>;

const SHORTEST_SECRET = 16;

/** A robot's address is its secret, beside the one that signs: both are kept closed. */
const addWebhookWith =
  (seal: Seal): ChannelUseCase<'unit.addWebhook'> =>
  async ({ em, now }, input, unitId) => {
    if (!(await em.existsBy(Unit, { id: unitId }))) throw new FuhanError('request.not-found');
    if (input.format === 'generic' && (input.secret ?? '').length < SHORTEST_SECRET)
      throw new FuhanError('webhook.secret-missing');
    const id = newId();
    await em.insert(Webhook, {
      ...{ id, unitId, ...input, createdAt: now, removedAt: null },
      url: seal.close(input.url),
      secret: input.secret === null ? null : seal.close(input.secret),
    });
    return { id };
  };

/** What was planned for it stays in the list; nothing more is sent. */
const removeWebhook: ChannelUseCase<'webhook.remove'> = async ({ em, now }, _input, id) => {
  const { affected } = await em
    .createQueryBuilder()
    .update(Webhook)
    .set({ removedAt: now })
    .where('id = :id AND removed_at IS NULL', { id })
    .execute();
  if (affected === 0) throw new FuhanError('request.not-found');
  return { id };
};

/** Changes a dispatch that nobody is working on, in one guarded UPDATE. */
async function turn(
  em: EntityManager,
  action: ChannelActionName,
  id: string,
  patch: Partial<Omit<NoticeDispatch, 'id'>>,
): Promise<NoticeDispatch> {
  const { affected } = await em
    .createQueryBuilder()
    .update(NoticeDispatch)
    .set(patch)
    .where(`id = :id AND state = ANY('{dead,unknown}')`, { id })
    .execute();
  const dispatch = await em.findOneBy(NoticeDispatch, { id });
  if (!dispatch) throw new FuhanError('request.not-found');
  if (affected === 0)
    throw new FuhanError('state.moved-on', {
      action: houseActions[action].label,
      state: dispatchStates[dispatch.state],
    });
  return dispatch;
}

/** The address may have been mended since: the person's own of today counts. */
async function addressToday(em: EntityManager, id: string): Promise<Partial<NoticeDispatch>> {
  const dispatch = await em.findOneBy(NoticeDispatch, { id });
  if (!dispatch || dispatch.channel === 'webhook') return {};
  const { personId } = await em.findOneByOrFail(Notice, { id: dispatch.noticeId });
  const address = addressOf(await em.findOneByOrFail(Person, { id: personId }), dispatch.channel);
  return address === null ? {} : { address };
}

const redrive: ChannelUseCase<'dispatch.redrive'> = async ({ em, now }, _input, id) => {
  const state: DispatchState = 'waiting';
  const again = { state, attemptsLeft: TRIES, nextAt: now, error: null, endedAt: null };
  const dispatch = await turn(em, 'dispatch.redrive', id, { ...again, ...(await addressToday(em, id)) });
  await writeOutbox(em, [sendJob(dispatch)]);
  return { id };
};

const markArrived: ChannelUseCase<'dispatch.markArrived'> = async ({ em, now }, _input, id) => {
  await turn(em, 'dispatch.markArrived', id, { state: 'sent', endedAt: now });
  return { id };
};

/** What the system administrator does about channels. */
export const channelUseCasesWith = ({
  seal,
}: {
  readonly seal: Seal;
}): { readonly [N in ChannelActionName]: ChannelUseCase<N> } => ({
  'unit.addWebhook': addWebhookWith(seal),
  'webhook.remove': removeWebhook,
  'dispatch.redrive': redrive,
  'dispatch.markArrived': markArrived,
});
