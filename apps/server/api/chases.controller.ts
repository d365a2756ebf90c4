import { Body, Controller, Get, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { chaseSeveral, dueCalendar, supervision } from '@fuhan/casework';
import { chaseMany, monthQuery, queries } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { preconditionOf } from './commands.controller';
import { parse } from './parse';
import { worklistOf } from './worklist';

/** 督办: who is late, what ends on which day, and chasing several at once. */
@Controller('api')
export class ChasesController {
  constructor(private readonly house: House) {}

  @Get(queries.supervision.path)
  @Header('Cache-Control', 'no-store')
  async supervision(@Me() actor: Actor): Promise<object> {
    return supervision(await worklistOf(this.house, actor));
  }

  @Get(queries.dueCalendar.path)
  @Header('Cache-Control', 'no-store')
  async dueCalendar(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    const { month } = parse(monthQuery, raw);
    return dueCalendar(await worklistOf(this.house, actor), month);
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
