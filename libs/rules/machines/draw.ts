import { actionLabel } from '../actions';
import type { Machine } from './machine';
import { states } from './states';

/** A Mermaid state diagram of one table, states and actions in Chinese. System rows are drawn with 〔系统〕. */
export function drawMachine(machine: Machine): string {
  const labels = states[machine.aggregate] as Record<string, string>;
  const lines = machine.transitions.flatMap((row) => {
    const what = `${actionLabel(row.action)}${row.by === 'system' ? '〔系统〕' : ''}`;
    const from = row.from === 'none' ? ['[*]'] : [...row.from];
    return from.map((state) => `  ${state} --> ${row.to}: ${what}`);
  });
  return [
    'stateDiagram-v2',
    ...Object.entries(labels).map(([state, label]) => `  ${state}: ${label}`),
    ...lines,
    ...machine.final.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
