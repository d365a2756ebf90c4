import type { Machine } from './machine';
import { states } from './states';

/**
 * What is wrong with a table as a graph: a state that cannot be reached, a state that cannot be left though it is not
 * final, a final state that can be left, or one action in two rows. An empty list is a sound table.
 */
export function graphFaults(machine: Machine): string[] {
  const all = Object.keys(states[machine.aggregate]);
  const rows = machine.transitions;
  const final = new Set<string>(machine.final);
  const reached = new Set<string>(rows.filter((row) => row.from === 'none').map((row) => row.to));
  for (let grew = true; grew;) {
    const before = reached.size;
    for (const row of rows)
      if (row.from !== 'none' && row.from.some((state) => reached.has(state))) reached.add(row.to);
    grew = reached.size > before;
  }
  const leaves = (state: string) =>
    rows.some((row) => row.from !== 'none' && row.from.some((from) => from === state) && row.to !== state);
  const actions = rows.map((row) => row.action);
  return [
    ...all
      .filter((state) => !reached.has(state))
      .map((state) => `${machine.aggregate}: ${state} cannot be reached`),
    ...all
      .filter((state) => !final.has(state) && !leaves(state))
      .map((state) => `${machine.aggregate}: ${state} cannot be left`),
    ...all
      .filter((state) => final.has(state) && leaves(state))
      .map((state) => `${machine.aggregate}: ${state} is final and can be left`),
    ...actions
      .filter((action, i) => actions.indexOf(action) !== i)
      .map((action) => `${machine.aggregate}: ${action} stands in two rows`),
  ];
}
