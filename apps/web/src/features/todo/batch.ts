import { postCommand } from '../../shared/api/client';
import type { TodoItem } from '../../shared/api/types';
import type { Job } from '../../shared/batch';
import type { Undo } from '../../shared/ui/use-undo';

type Step = TodoItem['batch'][number];

/** One thing that can be done for the chosen cases, and for which of them. */
export interface BatchAction {
  readonly command: string;
  readonly label: string;
  readonly steps: readonly (Step & { readonly item: TodoItem })[];
}

/** What can be done for the chosen cases, in the order of the server's buttons. */
export function batchActions(items: readonly TodoItem[]): BatchAction[] {
  const steps = items.flatMap((item) => item.batch.map((step) => ({ ...step, item })));
  return [...new Set(steps.map(({ command }) => command))].map((command) => {
    const own = steps.filter((step) => step.command === command);
    return { command, label: own[0]?.label ?? '', steps: own };
  });
}

/** One thing to do for each of them, all with the same words. */
export const jobsOf = (
  { label, steps }: BatchAction,
  body: unknown,
  onUndo: (undo: Undo) => void = () => undefined,
): Job[] =>
  steps.map(({ targetId, href, unit, item }) => ({
    key: targetId,
    words: `第 ${item.number} 号${steps.some(({ unit: other }) => other !== unit) ? ` ${unit ?? ''}` : ''}`,
    run: async () => {
      const { undo } = await postCommand(href, body);
      if (undo) onUndo(undo as Undo);
      return `已${label}`;
    },
  }));

/** The letters of a list with chosen rows, and the command each stands for. */
export const batchLetters: Readonly<Record<string, string>> = {
  a: 'assignment.sign',
  c: 'assignment.chase',
  r: 'assignment.divide',
};
