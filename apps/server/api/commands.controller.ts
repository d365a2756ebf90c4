import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { type CommandAnswer } from '@fuhan/casework';
import { commandAt } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import type { Actor } from '@fuhan/rules';
import type { Response } from 'express';
import { House } from '../house';
import { Me } from './auth';
import { idOf } from './parse';

/** Every command of the contracts, through the one door. Stands last: its addresses are patterns. */
@Controller('api')
export class CommandsController {
  constructor(private readonly house: House) {}

  @Post(':resource')
  async begin(
    @Me() actor: Actor,
    @Param('resource') resource: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const name = commandAt(resource, null);
    if (!name) throw new FuhanError('request.not-found');
    response.status(201);
    return this.house.door.run(actor, name, null, body);
  }

  @Post(':resource/:id/:verb')
  async act(
    @Me() actor: Actor,
    @Param('resource') resource: string,
    @Param('id') id: string,
    @Param('verb') verb: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const name = commandAt(resource, verb);
    if (!name) throw new FuhanError('request.not-found');
    response.status(200);
    return this.house.door.run(actor, name, idOf(id), body);
  }
}
