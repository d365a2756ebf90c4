import type { CaseFile, Draft, NextAction } from '../../shared/api/types';

export type Step = Draft['steps'][number];

/** The text under review, whose turn it is, and what I may do with it. */
export interface Review {
  readonly draft: Draft;
  /** My open step; none: I only read. */
  readonly step: Step | undefined;
  readonly actions: readonly NextAction[];
}

/** What is done on the page, the decision itself aside; in the order of its buttons. */
const beside = ['reviewStep.sendBack', 'reviewStep.addSigner', 'reviewStep.delegate'];

const newestRound = (draft: Draft): number => Math.max(0, ...draft.steps.map(({ round }) => round));

/** The steps of the round that runs, or ran last. */
export const stepsNow = (draft: Draft): Step[] => {
  const round = newestRound(draft);
  return draft.steps.filter((step) => step.round === round);
};

/** The draft that waits for me; where none does, the one sent on its way last. */
export function reviewOf(file: CaseFile): Review | undefined {
  const sent = file.drafts.filter(({ steps }) => steps.length > 0);
  const mine = sent.find(({ steps }) => steps.some((step) => step.mine));
  const draft = mine ?? sent.at(-1);
  if (!draft) return undefined;
  const step = stepsNow(draft).find((each) => each.mine);
  return { draft, step, actions: file.nextActions.filter(({ targetId }) => step && targetId === step.id) };
}

const actionOf = ({ actions }: Review, command: string): NextAction | undefined =>
  actions.find((action) => action.command === command);

export const approvalOf = (review: Review): NextAction | undefined => actionOf(review, 'reviewStep.approve');
export const overruleOf = (review: Review): NextAction | undefined => actionOf(review, 'reviewStep.overrule');
export const besidesOf = (review: Review): NextAction[] =>
  beside.flatMap((command) => actionOf(review, command) ?? []);

/** 同意并送签发: the label with the step that comes next, where my word is the last of its stage. */
export function approvalWords(label: string, step: Step, steps: readonly Step[]): string {
  const others = steps.filter(({ id, state }) => id !== step.id && (state === 'open' || state === 'waiting'));
  const next = others.filter(({ state }) => state === 'waiting').sort((a, b) => a.stage - b.stage)[0];
  if (others.some(({ state }) => state === 'open')) return label;
  return next ? `${label}并送${next.name}` : `${label}，${step.name}`;
}

export interface Comparison {
  readonly href: string;
  readonly words: string;
}

/** What the text may be compared with: what I saw last, then each round as it was sent, the last one first. */
export function comparisonsOf({ draft, step }: Review): Comparison[] {
  const rounds = draft.rounds
    .map(({ round, redline }) => ({ href: redline, words: `第 ${round} 轮送审时的稿子` }))
    .reverse();
  // Against the round that runs there is little to see: what the round before it was sent with tells what was mended.
  const [running, ...before] = rounds;
  const sent = [...before, ...(running ? [running] : [])];
  return step?.redline ? [{ href: step.redline, words: '我上次看过的稿子' }, ...sent] : sent;
}
