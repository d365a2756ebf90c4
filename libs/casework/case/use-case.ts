import type { CaseCommandName, CommandInput } from '@fuhan/contracts';
import type { CommandContext, CommandOutcome } from './context';

/** A command on a case that exists. The door has authorized the actor, and locked the case, before it runs. */
export type UseCase<N extends CaseCommandName> = (
  ctx: CommandContext,
  input: CommandInput<N>,
  targetId: string,
) => Promise<CommandOutcome>;
