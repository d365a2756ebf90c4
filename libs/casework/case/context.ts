import type { ClockContext } from '@fuhan/clocks';
import type { OutboxMessage } from '@fuhan/platform';
import type { ActionName, Actor, CaseSnapshot, EffectName } from '@fuhan/rules';
import type { LetterModel } from '@fuhan/letter-engine';
import type { PersonalLinks } from './links';

/** Lays out a letter to see whether it can be printed. @returns how many pages it takes */
export type TrialPrint = (model: LetterModel) => Promise<{ pages: number }>;

/** What happened, as an effect sees it. */
export interface CaseEvent {
  readonly action: ActionName;
  /** What the action was done to or, where it made something new, what it was done on. */
  readonly targetId: string;
}

export type EffectHandler = (ctx: CommandContext, event: CaseEvent) => Promise<void>;
export type EffectHandlers = { readonly [N in EffectName]: EffectHandler };

/** What a use case on a case works with: one transaction, the locked case, who acts, when, under which profile. */
export interface CommandContext extends ClockContext {
  readonly actor: Actor;
  readonly proposalId: string;
  /** The facts as they were when the case was locked. */
  readonly snapshot: CaseSnapshot;
  readonly effects: EffectHandlers;
  readonly trialPrint: TrialPrint;
  readonly links: PersonalLinks;
  /** Another case that the same command changes; the door has locked both. */
  readonly other: (proposalId: string, action: ActionName) => Promise<CommandContext>;
  /** Written at the end of the transaction, after all case rows and the number counter. */
  readonly outbox: OutboxMessage[];
}

/** What a command answers. */
export interface CommandOutcome {
  readonly id: string;
  readonly documentNumber?: string;
}

/** What takes a command back: its button's words and its address. */
export interface Undo {
  readonly label: string;
  readonly href: string;
}
