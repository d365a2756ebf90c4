import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { chaseSeveral } from '@fuhan/casework';
import { chaseMany } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { preconditionOf } from './commands.controller';
import { parse } from './parse';

/** 批量催办. */
@Controller('api')
export class ChasesController {
  constructor(private readonly house: House) {}

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
