import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  commandPath,
  formSchema,
  queries,
  signInBody,
  commandNames,
  isHouseCommand,
  commandSpec,
  type CommandName,
} from '@fuhan/contracts';
import { unreadCount } from '@fuhan/clocks';
import { type Actor, mayBegin, mayKeepHouse } from '@fuhan/rules';
import { loadDirectory } from '@fuhan/identity';
import type { Request, Response } from 'express';
import { House } from '../house';
import { COOKIE, Me, tokenOf } from './auth';
import { parse } from './parse';

/** Commands that begin something new and that this person may give. */
const beginnings = (actor: Actor): CommandName[] =>
  commandNames.filter((name) => {
    if (commandSpec(name).onTarget) return false;
    return isHouseCommand(name) ? mayKeepHouse(actor, name) : mayBegin(actor, name);
  });

@Controller('api')
export class SessionController {
  constructor(private readonly house: House) {}

  @Post(queries.signIn.path)
  @HttpCode(200)
  async signIn(
    @Body() raw: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ id: string; name: string }> {
    const { account, password } = parse(signInBody, raw);
    const { token, person } = await this.house.sessions.signIn(account, password, this.house.clock.now());
    const { SECURE_COOKIES: secure, SESSION_HOURS: hours } = this.house.settings;
    response.cookie(COOKIE, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: hours * 3_600_000,
    });
    return { id: person.id, name: person.name };
  }

  @Delete(queries.signOut.path)
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token !== null) await this.house.sessions.signOut(token);
    response.clearCookie(COOKIE, { path: '/' });
  }

  @Get(queries.me.path)
  async me(@Me() actor: Actor): Promise<object> {
    const em = this.house.dataSource.manager;
    const directory = await loadDirectory(em);
    const profile = await this.house.profiles.current(em);
    const units = [...directory.units.values()].map(({ id, name }) => ({ value: id, label: name }));
    const offices = [...directory.offices.values()].map(({ id, name, unitId }) => {
      return { value: id, label: `${directory.units.get(unitId)?.shortName ?? ''} ${name}` };
    });
    return {
      id: actor.personId,
      name: actor.name,
      account: directory.people.get(actor.personId)?.account ?? '',
      unitId: actor.unitId,
      unit: directory.units.get(actor.unitId)?.shortName ?? '',
      office: actor.officeId ? (directory.offices.get(actor.officeId)?.name ?? null) : null,
      duties: actor.duties,
      place: profile.name,
      classes: profile.classes.map(({ key, name }) => ({ value: key, label: name })),
      unread: await unreadCount(em, actor.personId),
      actions: beginnings(actor).map((command) => ({
        command,
        label: commandSpec(command).label,
        targetId: null,
        targetLabel: '',
        href: `/api${commandPath(command, null)}`,
        blockedBy: null,
        todo: false,
        schema: formSchema(command),
        defaults: {},
        choices: command === 'person.create' ? { units, offices } : {},
      })),
    };
  }
}
