import { Body, Controller, Get, Header, Headers, HttpCode, Post } from '@nestjs/common';
import { chaseSeveral, supervision } from '@fuhan/casework';
import { chaseMany, queries } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { preconditionOf } from './commands.controller';
import { parse } from './parse';
import { worklistOf } from './worklist';

/** 督办: who is late, and chasing several at once. */
@Controller('api')
export class ChasesController {
  constructor(private readonly house: House) {}

  @Get(queries.supervision.path)
  @Header('Cache-Control', 'no-store')
  async supervision(@Me() actor: Actor): Promise<object> {
    return supervision(await worklistOf(this.house, actor));
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
