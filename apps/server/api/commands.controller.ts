import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { type CommandAnswer, type Precondition } from '@fuhan/casework';
import { commandAt } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import type { Actor } from '@fuhan/rules';
import type { Response } from 'express';
import { House } from '../house';
import { Me } from './auth';
import { idOf } from './parse';

/**
 * What the headers ask for: `If-Match: "3"` (the version that was seen) and `Idempotency-Key`.
 * @throws FuhanError `request.precondition`, `request.key`
 */
export function preconditionOf(headers: Readonly<Record<string, string | undefined>>): Precondition {
  const match = headers['if-match'];
  const key = headers['idempotency-key'];
  const version = match === undefined || match === '*' ? null : /^"(\d{1,9})"$/.exec(match)?.[1];
  if (version === undefined) throw new FuhanError('request.precondition');
  if (key !== undefined && !/^[\w.-]{8,100}$/.test(key)) throw new FuhanError('request.key');
  return { seen: version === null ? null : Number(version), key: key ?? null };
}

/** Every command of the contracts, through the one door. Stands last: its addresses are patterns. */
@Controller('api')
export class CommandsController {
  constructor(private readonly house: House) {}

  @Post(':resource')
  async begin(
    @Me() actor: Actor,
    @Param('resource') resource: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const name = commandAt(resource, null);
    if (!name) throw new FuhanError('request.not-found');
    response.status(201);
    return this.house.door.run(actor, name, null, body, preconditionOf(headers));
  }

  @Post(':resource/:id/:verb')
  async act(
    @Me() actor: Actor,
    @Param('resource') resource: string,
    @Param('id') id: string,
    @Param('verb') verb: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const name = commandAt(resource, verb);
    if (!name) throw new FuhanError('request.not-found');
    response.status(200);
    return this.house.door.run(actor, name, idOf(id), body, preconditionOf(headers));
  }
}
