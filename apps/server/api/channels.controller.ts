import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import {
  dispatchCounts,
  openChannels,
  renderCalendar,
  troubledDispatches,
  Webhook,
  webhookFormats,
} from '@fuhan/channels';
import { unitCalendar } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { loadDirectory } from '@fuhan/identity';
import {
  type Actor,
  clockOf,
  noticeKindOf,
  noticeKinds,
  outsideChannels,
  type OutsideChannel,
} from '@fuhan/rules';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { IsNull } from 'typeorm';
import { House } from '../house';
import { Me } from './auth';
import { actionsOn } from './house.controller';

const WEEK_MS = 7 * 24 * 3_600_000;

/** The ways out of the house, for who keeps them. */
@Controller('api')
export class ChannelsController {
  constructor(private readonly house: House) {}

  @Get(queries.channels.path)
  async channels(@Me() actor: Actor): Promise<object> {
    if (!actor.duties.includes('system_admin'))
      throw new FuhanError('permission.denied', { action: '查看外发通道', who: '系统管理员' });
    const { dataSource, clock, channels, settings } = this.house;
    const em = dataSource.manager;
    const open = openChannels(channels);
    const troubled = await troubledDispatches(em);
    return {
      channels: (Object.keys(outsideChannels) as OutsideChannel[]).map((channel) => {
        return { channel, label: outsideChannels[channel], open: open.has(channel) };
      }),
      counts: await dispatchCounts(em, new Date(clock.now().getTime() - WEEK_MS)),
      dispatches: troubled.map((line) => ({
        ...line,
        actions:
          line.state === 'waiting'
            ? []
            : actionsOn(actor, 'dispatch', line.id, `${line.person} ${line.channel}`),
      })),
      webhooks: await this.webhooks(actor),
      queue: settings.REDIS_URL === undefined ? 'postgresql' : 'redis',
    };
  }

  private async webhooks(actor: Actor): Promise<object[]> {
    const { dataSource, seal } = this.house;
    const em = dataSource.manager;
    const { units } = await loadDirectory(em);
    const hooks = await em.find(Webhook, { where: { removedAt: IsNull() }, order: { createdAt: 'ASC' } });
    return hooks.map(({ id, name, unitId, format, url, kinds }) => ({
      ...{ id, name },
      unit: units.get(unitId)?.shortName ?? '',
      format: webhookFormats[format].label,
      host: new URL(seal.open(url)).host,
      kinds: kinds.map((kind) => noticeKinds[noticeKindOf(kind)].label),
      actions: actionsOn(actor, 'webhook', id, name),
    }));
  }
}

/** A person's calendar at its secret address: no sign-in, since calendar programs have none. */
@Controller('ical')
export class CalendarController {
  constructor(private readonly house: House) {}

  @Get(':file')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  async calendar(
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { dataSource, calendars, profiles, publicUrl } = this.house;
    const em = dataSource.manager;
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1];
    const person = token === undefined ? null : await calendars.personOf(em, token);
    if (!person) throw new FuhanError('request.not-found');
    const profile = await profiles.current(em);
    const nameOf = (clock: string): string => clockOf(profile, clock)?.name ?? clock;
    const { name, entries } = await unitCalendar(em, person.unitId, publicUrl, nameOf);
    const text = renderCalendar(name, entries);
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
    response.setHeader('ETag', etag);
    // Compared here: `request.fresh` takes a client's own no-cache for a wish to have it all again.
    if (request.headers['if-none-match']?.includes(etag)) response.status(304).end();
    else response.send(text);
  }
}
