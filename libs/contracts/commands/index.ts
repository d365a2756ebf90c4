import { type ActionName, actions, houseActions, type HouseActionName } from '@fuhan/rules';
import type { z } from 'zod';
import { chasingInputs } from './chasing';
import { proposalInputs } from './proposals';
import { handOverInputs } from './hand-over';
import { opinionInputs } from './opinions';
import { commitmentInputs } from './commitments';
import { contributionInputs } from './contributions';
import { confirmationInputs } from './confirmation';
import { contactInputs } from './contacts';
import { draftInputs } from './drafting';
import { reviewInputs } from './review';
import { publicationInputs } from './publication';
import { ratingInputs } from './rating';
import { clockInputs } from './clocks';
import { issuingInputs } from './issuing';
import { houseInputs } from './house';

export { webhookFormatLabels } from './house';
export { chaseMany } from './chasing';
export { publishProfile, wordingEdits } from './profile';
export { registerProposal } from './proposals';
export { fulfilmentBody } from './commitments';
export { outsideAnswerBody } from './confirmation';
export { ratingBody } from './rating';
export { outsideOpinionBody } from './opinions';
export { type WordingPiece, wordingPieces } from './drafting';

const caseInputs = {
  ...proposalInputs,
  ...handOverInputs,
  ...opinionInputs,
  ...draftInputs,
  ...contributionInputs,
  ...confirmationInputs,
  ...reviewInputs,
  ...issuingInputs,
  ...commitmentInputs,
  ...chasingInputs,
  ...contactInputs,
  ...ratingInputs,
  ...publicationInputs,
  ...clockInputs,
} as const satisfies Partial<Record<ActionName, z.ZodType>>;

export type CaseCommandName = keyof typeof caseInputs;
export type CommandName = CaseCommandName | HouseActionName;
export const commandInputs = { ...caseInputs, ...houseInputs } as const;
/** What a use case receives: the parsed input. */
export type CommandInput<N extends CommandName> = z.output<(typeof commandInputs)[N]>;
export const commandNames = Object.keys(commandInputs) as CommandName[];
export const caseCommandNames = Object.keys(caseInputs) as CaseCommandName[];

export const isHouseCommand = (name: CommandName): name is HouseActionName => name in houseInputs;

const resources = {
  proposal: 'proposals',
  assignment: 'assignments',
  returnRequest: 'return-requests',
  opinion: 'opinions',
  draft: 'drafts',
  contribution: 'contributions',
  commitment: 'commitments',
  confirmation: 'confirmations',
  reviewStep: 'review-steps',
  letter: 'letters',
  delivery: 'deliveries',
  outsideLink: 'outside-links',
  contactRecord: 'contact-records',
  publication: 'publications',
  rating: 'ratings',
  redo: 'redos',
  clock: 'clocks',
  extension: 'extensions',
  unit: 'units',
  person: 'people',
  delegation: 'delegations',
  calendar: 'calendars',
  calendarDay: 'calendar-days',
  clockRules: 'clock-rules',
  profile: 'place-profiles',
  wording: 'letter-wording',
  webhook: 'webhooks',
  dispatch: 'dispatches',
  import: 'imports',
  policy: 'policies',
  letterImport: 'letter-imports',
} as const;

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface CommandSpec {
  readonly name: CommandName;
  readonly label: string;
  readonly resource: string;
  readonly verb: string;
  /** False where the command makes something new: `POST /proposals`. */
  readonly onTarget: boolean;
}

const ruleOf = (name: CommandName): { label: string; target: string | null } =>
  isHouseCommand(name) ? houseActions[name] : actions[name];

/** Where a command lives: `opinion.sendBack` is `POST /api/opinions/{id}/send-back`. */
export function commandSpec(name: CommandName): CommandSpec {
  const [aggregate, verb] = name.split('.') as [keyof typeof resources, string];
  const rule = ruleOf(name);
  return {
    name,
    label: rule.label,
    resource: resources[aggregate],
    verb: kebab(verb),
    onTarget: rule.target !== null,
  };
}

/** The address of a command on a target, below `/api`. */
export function commandPath(name: CommandName, targetId: string | null): string {
  const spec = commandSpec(name);
  return targetId === null ? `/${spec.resource}` : `/${spec.resource}/${targetId}/${spec.verb}`;
}

/** The command behind an address; undefined where there is none. */
export const commandAt = (resource: string, verb: string | null): CommandName | undefined =>
  commandNames.find((name) => {
    const spec = commandSpec(name);
    return (
      spec.resource === resource && (verb === null ? !spec.onTarget : spec.onTarget && spec.verb === verb)
    );
  });
