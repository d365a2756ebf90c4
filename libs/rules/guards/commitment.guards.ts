import { standingLettersOf } from '../commitments';
import type { Guard } from './guard';

/** What was promised stands in a letter that is out of the drafter's hands. */
const letterGiven: Guard = (snapshot, targetId) =>
  standingLettersOf(snapshot, targetId).length > 0
    ? null
    : '本单位还没有编号发文的答复函，发文后再登记承诺。';

export const commitmentGuards = { letterGiven } as const;
