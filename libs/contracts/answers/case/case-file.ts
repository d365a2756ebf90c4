import { z } from 'zod';
import { instant } from '../../fields';
import { proposalKinds, proposerKinds, proposerRoles } from '../../words';
import { caseActionAnswer } from '../common';
import { day, keys, uuid } from '../shapes';
import { assignmentAnswer, returnRequestAnswer } from './assignments';
import { clockAnswer } from './clocks';
import { contributionAnswer } from './inside';
import { commitmentAnswer, promisesOpenAnswer } from './commitments';
import { confirmationAnswer } from './confirmations';
import { contactAnswer } from './contacts';
import { draftAnswer } from './drafts';
import { extensionAnswer } from './extensions';
import { letterAnswer } from './letters';
import { opinionAnswer } from './opinions';
import { publicationAnswer } from './publications';
import { ratingAnswer, redoAnswer } from './ratings';

export const caseFile = z.object({
  proposal: z.object({
    id: uuid,
    kind: keys(proposalKinds),
    kindLabel: z.string(),
    number: z.string(),
    session: z.string(),
    title: z.string(),
    fullText: z.string(),
    keyProposal: z.boolean(),
    /** Counts the commands done to the case: what `If-Match` is compared with. */
    version: z.number().int(),
    /** 督办领导 */
    supervisor: z.string().nullable(),
    /** 撤案: the day of the proposer's document, and why. */
    withdrawn: z.object({ on: day, reason: z.string() }).nullable(),
    /** 并案: the proposal that carries this one, and those this one carries. */
    mergedInto: z
      .object({ id: uuid, number: z.string(), title: z.string(), at: instant, reason: z.string() })
      .nullable(),
    merges: z.array(
      z.object({
        id: uuid,
        number: z.string(),
        title: z.string(),
        at: instant,
        reason: z.string(),
        fullText: z.string(),
        proposers: z.array(z.string()),
        original: z.object({ name: z.string(), href: z.string() }).nullable(),
      }),
    ),
    consentToPublish: z.boolean(),
    closedOn: day.nullable(),
    /** What is still missing before it may be closed: for who oversees it. */
    closingOpen: z.array(z.string()),
    /** 归档包: for the unit that writes the reply and who oversees the case, once a letter is out. */
    archive: z.string().nullable(),
    registeredAt: instant,
    registeredBy: z.string(),
    original: z.object({ name: z.string(), href: z.string() }).nullable(),
  }),
  stage: z.string(),
  stageLabel: z.string(),
  /** 关注: the reader keeps an eye on it. */
  starred: z.boolean(),
  proposers: z.array(
    z.object({
      id: uuid,
      kind: keys(proposerKinds),
      kindLabel: z.string(),
      role: keys(proposerRoles),
      roleLabel: z.string(),
      name: z.string(),
      /** The number of the merged proposal; null: of the case's own. */
      of: z.string().nullable(),
    }),
  ),
  suggestions: z.array(
    z.object({
      id: uuid,
      ordinal: z.number().int(),
      title: z.string(),
      body: z.string(),
      /** The number of the merged proposal it is answered for; null: the case's own. */
      of: z.string().nullable(),
    }),
  ),
  assignments: z.array(assignmentAnswer),
  returnRequests: z.array(returnRequestAnswer),
  opinions: z.array(opinionAnswer),
  drafts: z.array(draftAnswer),
  letters: z.array(letterAnswer),
  contributions: z.array(contributionAnswer),
  confirmations: z.array(confirmationAnswer),
  contacts: z.array(contactAnswer),
  commitments: z.array(commitmentAnswer),
  promisesOpen: z.array(promisesOpenAnswer),
  publications: z.array(publicationAnswer),
  ratings: z.array(ratingAnswer),
  redos: z.array(redoAnswer),
  clocks: z.array(clockAnswer),
  extensions: z.array(extensionAnswer),
  history: z.array(z.object({ at: instant, actor: z.string(), action: z.string(), words: z.string() })),
  nextActions: z.array(caseActionAnswer),
});
