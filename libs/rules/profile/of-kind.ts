import { wordsFor, type Words } from '@fuhan/letter-engine';
import type { ProposalKind } from '../proposal-kinds';
import type { PlaceProfile } from './profile';

const made = new WeakMap<PlaceProfile, Map<ProposalKind, PlaceProfile>>();

/**
 * The profile as a case of this kind lives by it: each clock with the rule, cap and source that its `byKind` names for the kind.
 * The same value for the same profile and kind.
 */
export function profileOfKind(profile: PlaceProfile, kind: ProposalKind): PlaceProfile {
  const known = made.get(profile) ?? new Map<ProposalKind, PlaceProfile>();
  made.set(profile, known);
  const found = known.get(kind);
  if (found) return found;
  const clocks = profile.clocks.map((clock) => ({ ...clock, ...clock.byKind[kind] }));
  const own = { ...profile, clocks };
  known.set(kind, own);
  return own;
}

/** The words in which this place speaks of such a paper: 提案 and 委员, or 建议 and 代表. */
export const wordsOfKind = (profile: PlaceProfile, kind: ProposalKind): Words =>
  wordsFor(kind, profile.wording.words as Parameters<typeof wordsFor>[1]);
