import { Controller, Get } from '@nestjs/common';
import {
  type CommandName,
  commandNames,
  commandPath,
  commandSpec,
  formSchema,
  isHouseCommand,
  type nextActionAnswer,
  queries,
} from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import {
  colleaguesOf,
  loadAliases,
  loadDirectory,
  loadDuties,
  type Person,
  type Unit,
} from '@fuhan/identity';
import { type Actor, type HouseActionName, houseActions, type HouseTarget, mayKeepHouse } from '@fuhan/rules';
import type { z } from 'zod';
import { House } from '../house';
import { Me } from './auth';

interface Choice {
  value: string;
  label: string;
}

/** What the form of a button begins with, and chooses from. */
export interface HouseForm {
  readonly defaults?: Record<string, unknown>;
  readonly choices?: Record<string, Choice[]>;
}

/** A person in a list to choose from. */
export const choiceOf = ({ id, name }: Person): Choice => ({ value: id, label: name });

type HouseAction = z.input<typeof nextActionAnswer>;

const buttonOf = (
  command: CommandName,
  id: string | null,
  label: string,
  { defaults = {}, choices = {} }: HouseForm = {},
): HouseAction => ({
  command,
  label: commandSpec(command).label,
  targetId: id,
  targetLabel: label,
  href: `/api${commandPath(command, id)}`,
  blockedBy: null,
  todo: false,
  schema: formSchema(command),
  defaults,
  choices,
});

/** The buttons of a thing of the house for this person. */
export const actionsOn = (
  actor: Actor,
  target: HouseTarget,
  id: string,
  label: string,
  forms: Partial<Record<CommandName, HouseForm>> = {},
): HouseAction[] =>
  commandNames
    .filter(isHouseCommand)
    .filter((name) => houseActions[name].target === target && mayKeepHouse(actor, name))
    .map((command) => buttonOf(command, id, label, forms[command]));

/** The buttons for what is done to nothing that is already there, as far as this person may. */
export const actionsOnNothing = (
  actor: Actor,
  label: string,
  forms: Partial<Record<HouseActionName, HouseForm>>,
): HouseAction[] =>
  (Object.keys(forms) as HouseActionName[])
    .filter((name) => mayKeepHouse(actor, name))
    .map((command) => buttonOf(command, null, label, forms[command]));

/** Who may read the list of all people: those who keep it. */
const keepsPeople = ({ duties }: Actor): boolean =>
  duties.some((duty) => duty === 'system_admin' || duty === 'security_admin');

@Controller('api')
export class HouseController {
  constructor(private readonly house: House) {}

  @Get(queries.units.path)
  async units(@Me() actor: Actor): Promise<object[]> {
    const em = this.house.dataSource.manager;
    const { units, offices } = await loadDirectory(em);
    const aliases = await loadAliases(em);
    const year = Number(this.house.clock.today().slice(0, 4));
    const describe = ({ id, code, name, shortName, version }: Unit): object => ({
      ...{ id, code, name, shortName, version },
      aliases: aliases.get(id) ?? [],
      offices: [...offices.values()]
        .filter(({ unitId }) => unitId === id)
        .map((office) => ({ id: office.id, name: office.name })),
      actions: actionsOn(actor, 'unit', id, name, {
        'unit.rename': { defaults: { name, shortName } },
        'unit.setSeriesStart': { defaults: { year, start: 1 } },
      }),
    });
    return [...units.values()].sort((a, b) => a.code.localeCompare(b.code)).map(describe);
  }

  @Get(queries.people.path)
  async people(@Me() actor: Actor): Promise<object[]> {
    if (!keepsPeople(actor))
      throw new FuhanError('permission.denied', { action: '查看全部人员', who: '系统管理员或安全管理员' });
    const em = this.house.dataSource.manager;
    const { units, offices, people } = await loadDirectory(em);
    const dutiesOf = await loadDuties(em);
    const drafts = (id: string): boolean => dutiesOf.get(id)?.includes('drafter') ?? false;
    const successorsOf = (id: string): Choice[] =>
      colleaguesOf([...people.values()], id)
        .filter((colleague) => drafts(colleague.id))
        .map(choiceOf);
    const describe = ({ id, name, account, unitId, officeId, disabledAt, version }: Person): object => {
      const duties = dutiesOf.get(id) ?? [];
      return {
        ...{ id, name, account, unitId, duties, version },
        unit: units.get(unitId)?.shortName ?? '',
        office: officeId ? (offices.get(officeId)?.name ?? null) : null,
        disabled: disabledAt !== null,
        actions: actionsOn(actor, 'person', id, name, {
          'person.setDuties': { defaults: { duties } },
          'person.leave': {
            defaults: { successorId: null, disable: true },
            choices: { successors: successorsOf(id) },
          },
        }),
      };
    };
    return [...people.values()].sort((a, b) => a.account.localeCompare(b.account)).map(describe);
  }
}
