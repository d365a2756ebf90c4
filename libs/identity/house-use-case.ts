import type { CommandInput } from '@fuhan/contracts';
import type { Actor, HouseActionName } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

/** What a use case on the house itself works with. The door has already checked that `actor` may. */
export interface HouseContext {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
}

/** What is done to units and people alone, without a look at the cases. */
export type IdentityActionName = Extract<
  HouseActionName,
  | 'unit.create'
  | 'unit.rename'
  | 'unit.addOffice'
  | 'person.create'
  | 'person.disable'
  | 'person.setDuties'
  | 'person.delegate'
  | 'delegation.revoke'
>;

export type HouseUseCase<N extends HouseActionName> = (
  ctx: HouseContext,
  input: CommandInput<N>,
  targetId: string,
) => Promise<{ id: string }>;
