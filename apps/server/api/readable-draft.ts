import { Draft, loadSnapshot, Proposal } from '@fuhan/casework';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, mayReadDraft, maySee, type PlaceProfile } from '@fuhan/rules';
import type { House } from '../house';
import { idOf } from './parse';

export interface ReadableDraft {
  readonly id: string;
  readonly proposalId: string;
  /** The one its case pinned. */
  readonly profile: PlaceProfile;
}

/** A draft and its profile, for who may read it. @throws FuhanError `request.not-found` for everybody else */
export async function readableDraft(house: House, actor: Actor, rawId: string): Promise<ReadableDraft> {
  const em = house.dataSource.manager;
  const draft = await em.findOneBy(Draft, { id: idOf(rawId) });
  const snapshot = draft && (await loadSnapshot(em, draft.proposalId, house.clock.today()));
  if (!draft || !snapshot || !maySee(snapshot, actor) || !mayReadDraft(snapshot, actor, draft.id))
    throw new FuhanError('request.not-found');
  const { profileVersion } = await em.findOneByOrFail(Proposal, { id: draft.proposalId });
  return {
    id: draft.id,
    proposalId: draft.proposalId,
    profile: await house.profiles.version(em, profileVersion),
  };
}
