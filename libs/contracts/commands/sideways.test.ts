import { actions, allMachines, type Duty } from '@fuhan/rules';
import { caseCommandNames, type CaseCommandName } from './index';
import { formSchema } from '../openapi';

/** Whether a form lets its writer choose a unit anywhere in it. */
const namesUnits = (schema: unknown): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  (Object.entries(schema).some(([key, value]) => key === 'choices' && value === 'units') ||
    Object.values(schema).some(namesUnits));

const naming = caseCommandNames.filter((name) => namesUnits(formSchema(name)));
const decides: readonly Duty[] = ['coordinator', 'supervisor'];
const ofHandlers = naming.filter((name) => actions[name].duties.some((duty) => !decides.includes(duty)));
/** What a command brings into being or changes, by the tables. */
const touches = (name: CaseCommandName): string[] =>
  allMachines
    .filter(({ transitions }) => transitions.some((row) => row.action === name && row.from === 'none'))
    .map(({ aggregate }) => aggregate);

describe('nobody passes a proposal on sideways', () => {
  it('should see the commands that name units at all', () => {
    expect(naming.length).toBeGreaterThan(4);
  });

  it('should let a handler name another unit only in a request to the coordinator', () => {
    expect(ofHandlers.sort()).toEqual(['assignment.requestReturn', 'assignment.signAndAskFor']);
  });

  it.each(ofHandlers)('should make a request, and no duty for anybody: %s', (name) => {
    expect(touches(name)).toEqual(['return_request']);
  });

  it('should give a unit its duty by nobody else but the coordinator and the system', () => {
    const makers = allMachines
      .filter(({ aggregate }) => aggregate === 'assignment')
      .flatMap(({ transitions }) => transitions.filter((row) => row.from === 'none'));
    const who = makers.map(({ action }) => [action, [...actions[action].duties]]);
    expect(who).toEqual([
      ['proposal.handOver', ['coordinator']],
      ['assignment.place', []],
    ]);
  });
});
