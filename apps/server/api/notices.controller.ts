import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { noticeSettingsOf, openChannels, saveNoticeSettings } from '@fuhan/channels';
import { markAllRead, markRead, noticesOf } from '@fuhan/clocks';
import { noticeSettingsBody, noticesQuery, queries, readAllBody } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { appendAudit, inTransaction } from '@fuhan/platform';
import { type Actor, personalChannels } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';

/** A person's own inbox, and how else that person is told. */
@Controller('api')
export class NoticesController {
  constructor(private readonly house: House) {}

  @Get(queries.notices.path)
  async notices(@Me() actor: Actor, @Query() raw: unknown): Promise<object[]> {
    const { box } = parse(noticesQuery, raw);
    const notices = await noticesOf(this.house.dataSource.manager, actor.personId, box === 'unread');
    return notices.map(({ id, kind, title, body, link, items, createdAt, readAt }) => {
      const lines = (items ?? []).map((item) => {
        return { kind: item.kind, title: item.title, body: item.body, link: item.link };
      });
      return { id, kind, title, body, link, items: lines, createdAt, readAt };
    });
  }

  @Post(queries.readAllNotices.path)
  @HttpCode(queries.readAllNotices.status)
  async readAll(@Me() actor: Actor, @Body() raw: unknown): Promise<void> {
    const { upTo } = parse(readAllBody, raw);
    const { dataSource, clock } = this.house;
    await markAllRead(dataSource.manager, actor.personId, upTo, clock.now());
  }

  @Post('notices/:id/read')
  @HttpCode(queries.readNotice.status)
  async read(@Me() actor: Actor, @Param('id') id: string): Promise<void> {
    const { dataSource, clock } = this.house;
    const known =
      /^\d{1,18}$/.test(id) && (await markRead(dataSource.manager, actor.personId, id, clock.now()));
    if (!known) throw new FuhanError('request.not-found');
  }

  @Get(queries.noticeSettings.path)
  async settings(@Me() { personId }: Actor): Promise<object> {
    const { dataSource, channels, calendars } = this.house;
    const open = openChannels(channels);
    return {
      ...(await noticeSettingsOf(dataSource.manager, personId, open)),
      open: personalChannels.filter((channel) => open.has(channel)),
      calendar: await calendars.address(dataSource.manager, personId),
    };
  }

  @Post(queries.saveNoticeSettings.path)
  @HttpCode(queries.saveNoticeSettings.status)
  async saveSettings(@Me() actor: Actor, @Body() raw: unknown): Promise<void> {
    const choices = parse(noticeSettingsBody, raw);
    const open = openChannels(this.house.channels);
    await this.keep(actor, 'noticeSettings.save', (em) =>
      saveNoticeSettings(em, actor.personId, choices, open),
    );
  }

  @Post(queries.renewCalendar.path)
  @HttpCode(queries.renewCalendar.status)
  async renewCalendar(@Me() actor: Actor): Promise<object> {
    const { calendars, clock } = this.house;
    const calendar = await this.keep(actor, 'calendarFeed.renew', (em) =>
      calendars.renew(em, actor.personId, clock.now()),
    );
    return { calendar };
  }

  @Delete(queries.revokeCalendar.path)
  @HttpCode(queries.revokeCalendar.status)
  async revokeCalendar(@Me() actor: Actor): Promise<void> {
    await this.keep(actor, 'calendarFeed.revoke', (em) => this.house.calendars.revoke(em, actor.personId));
  }

  /** A change of one's own settings, with its entry in the audit chain. */
  private keep<T>({ personId }: Actor, action: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.house.dataSource, async (em) => {
      const done = await work(em);
      await appendAudit(em, { actor: personId, action, object: personId, detail: {} });
      return done;
    });
  }
}
