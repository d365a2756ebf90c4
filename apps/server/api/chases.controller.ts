import { Body, Controller, Get, Header, Headers, HttpCode, Post } from '@nestjs/common';
import { chaseSeveral, supervision } from '@fuhan/casework';
import { chaseMany, queries } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { preconditionOf } from './commands.controller';
import { parse } from './parse';

/** 督办: who is late, and chasing several at once. */
@Controller('api')
export class ChasesController {
  constructor(private readonly house: House) {}

  @Get(queries.supervision.path)
  @Header('Cache-Control', 'no-store')
  async supervision(@Me() actor: Actor): Promise<object> {
    const { dataSource, workingDays, clock, profiles } = this.house;
    const em = dataSource.manager;
    const calendar = await workingDays.current(em);
    return supervision({ em, actor, calendar, today: clock.today(), profile: await profiles.current(em) });
  }

  @Post('chases')
  @HttpCode(200)
  async chase(
    @Me() actor: Actor,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
  ): Promise<object> {
    const { key = null } = preconditionOf(headers);
    return chaseSeveral(this.house.door, actor, parse(chaseMany, body), key);
  }
}
