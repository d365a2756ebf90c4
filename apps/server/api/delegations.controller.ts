import { Controller, Get } from '@nestjs/common';
import { delegationReasons, delegationStates, queries } from '@fuhan/contracts';
import {
  colleaguesOf,
  type Delegation,
  delegationsOf,
  delegationState,
  loadDirectory,
  loadDuties,
} from '@fuhan/identity';
import { type Actor, type Duty, duties as allDuties, dutiesAreCompatible } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOn, choiceOf } from './house.controller';

/** 委托代办: what the reader delegated, what was delegated to the reader. */
@Controller('api')
export class DelegationsController {
  constructor(private readonly house: House) {}

  @Get(queries.delegations.path)
  async delegations(@Me() actor: Actor): Promise<object> {
    const em = this.house.dataSource.manager;
    const today = this.house.clock.today();
    const { people } = await loadDirectory(em);
    const dutiesOf = await loadDuties(em);
    const own = actor.standIn?.ownDuties ?? actor.duties;
    const name = (id: string): string => people.get(id)?.name ?? '';
    const describe = (each: Delegation): object => {
      const { id, fromPerson, toPerson, duties, fromOn, untilOn, reason } = each;
      const state = delegationState(each, today);
      const words = `${name(fromPerson)}委托${name(toPerson)}`;
      return {
        ...{ id, from: name(fromPerson), to: name(toPerson), duties, fromOn, untilOn },
        reasonLabel: delegationReasons[reason],
        ...{ state, stateLabel: delegationStates[state] },
        actions: state === 'ended' ? [] : actionsOn(actor, 'delegation', id, words),
      };
    };
    const trusted = (id: string): boolean =>
      dutiesAreCompatible([...(dutiesOf.get(id) ?? []), ...own] as Duty[]);
    const colleagues = colleaguesOf([...people.values()], actor.personId).filter(({ id }) => trusted(id));
    const begin = actionsOn(
      actor,
      'person',
      actor.personId,
      own.map((duty) => allDuties[duty].label).join('、'),
      {
        'person.delegate': {
          defaults: { duties: own, fromOn: today, untilOn: today, reason: 'vacation' },
          choices: { colleagues: colleagues.map(choiceOf) },
        },
      },
    );
    return {
      items: (await delegationsOf(em, actor.personId)).map(describe),
      actions: begin.filter(({ command }) => command === 'person.delegate'),
    };
  }
}
