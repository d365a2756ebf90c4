import { Controller, Get, Query } from '@nestjs/common';
import { registers } from '@fuhan/casework';
import { queries, registersQuery } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';

/** 登记簿: numbers, seals, receipts of the own unit. */
@Controller('api')
export class RegistersController {
  constructor(private readonly house: House) {}

  private readonly year = (asked: number | undefined): number =>
    asked ?? Number(this.house.clock.today().slice(0, 4));

  @Get(queries.registers.path)
  async registers(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return registers(this.house.dataSource.manager, actor, this.year(parse(registersQuery, raw).year));
  }
}
