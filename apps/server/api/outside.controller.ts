import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  afterwards,
  answerByLink,
  answerContact,
  contactsOfLink,
  letterFormats,
  giveRatingByLink,
  letterLink,
  openLink,
  promisesFor,
  outsideOpinionPage,
  outsideQuestionPage,
  outsideRatingPage,
  ratingLink,
  readPaperByLink,
  receiveByLink,
  shownContacts,
  submitByLink,
} from '@fuhan/casework';
import {
  contactAnswerBody,
  outsideAnswerBody,
  outsideOpinionBody,
  queries,
  ratingBody,
} from '@fuhan/contracts';
import { renderHtml } from '@fuhan/letter-engine';
import type { Response } from 'express';
import type { EntityManager } from 'typeorm';
import { House } from '../house';
import { bytesOf, safeName, sendLetterFile } from './files.controller';
import { idOf, parse } from './parse';

/** Pages of people without an account: only the link. */
@Controller('api')
export class OutsideController {
  constructor(private readonly house: House) {}

  @Get('f/:token')
  async letter(
    @Param('token') token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { dataSource, links } = this.house;
    const opened = await openLink(dataSource.manager, links, token);
    const { delivery, letter } = opened;
    const promises = await promisesFor(dataSource.manager, { letterId: letter.id, proposerId: null });
    const link = await letterLink(dataSource.manager, opened);
    const contacts = await contactsOfLink(dataSource.manager, link);
    response.setHeader('Cache-Control', 'private, no-store');
    return {
      recipient: delivery.recipientName,
      title: letter.model.title ?? '',
      issuer: letter.model.issuer ?? '',
      documentNumber: letter.documentNumber,
      date: letter.date,
      html: renderHtml(letter.model),
      receivedAt: delivery.receivedAt?.toISOString() ?? null,
      ...(await afterwards(dataSource.manager, letter)),
      promises: promises.map(({ rating: _, remark: __, ...promise }) => promise),
      contacts: shownContacts(contacts),
      files: letterFormats.map((format) => ({ format, href: `/api/f/${token}/${format}` })),
    };
  }

  @Post('f/:token/receive')
  @HttpCode(queries.outsideReceive.status)
  async receive(@Param('token') token: string): Promise<void> {
    const { dataSource, links, clock } = this.house;
    await receiveByLink(dataSource, links, token, clock.now());
  }

  @Get('o/:token')
  @Header('Cache-Control', 'private, no-store')
  async opinion(@Param('token') token: string): Promise<object> {
    return outsideOpinionPage(this.house, token);
  }

  @Post('o/:token')
  @HttpCode(200)
  async submitOpinion(@Param('token') token: string, @Body() body: unknown): Promise<object> {
    return submitByLink(this.house, this.house.door, token, parse(outsideOpinionBody, body));
  }

  @Post('o/:token/text')
  @HttpCode(queries.outsideOpinionText.status)
  async opinionText(
    @Param('token') token: string,
    @Query() raw: unknown,
    @Body() body: unknown,
  ): Promise<object> {
    const { name } = parse(queries.outsideOpinionText.query, raw);
    return { parts: await readPaperByLink(this.house, token, bytesOf(body), safeName(name)) };
  }

  @Get('q/:token')
  @Header('Cache-Control', 'private, no-store')
  async question(@Param('token') token: string): Promise<object> {
    return outsideQuestionPage(this.house, token);
  }

  @Post('q/:token')
  @HttpCode(queries.outsideAnswer.status)
  async answer(@Param('token') token: string, @Body() body: unknown): Promise<void> {
    await answerByLink(this.house, this.house.door, token, parse(outsideAnswerBody, body));
  }

  @Post('f/:token/contacts/:id')
  @HttpCode(queries.outsideContact.status)
  async contact(
    @Param('token') token: string,
    @Param('id') rawId: string,
    @Body() body: unknown,
  ): Promise<void> {
    const { dataSource, links, clock } = this.house;
    const sent = { contactId: idOf(rawId), now: clock.now() };
    const open = async (em: EntityManager) => letterLink(em, await openLink(em, links, token));
    await answerContact(dataSource, open, sent, parse(contactAnswerBody, body));
  }

  @Get('r/:token')
  @Header('Cache-Control', 'private, no-store')
  async rating(@Param('token') token: string): Promise<object> {
    return outsideRatingPage(this.house, token);
  }

  @Post('r/:token')
  @HttpCode(queries.outsideRatingGive.status)
  async rate(@Param('token') token: string, @Body() body: unknown): Promise<void> {
    await giveRatingByLink(this.house, this.house.door, token, parse(ratingBody, body));
  }

  @Post('r/:token/contacts/:id')
  @HttpCode(queries.outsideRatingContact.status)
  async ratingContact(
    @Param('token') token: string,
    @Param('id') rawId: string,
    @Body() body: unknown,
  ): Promise<void> {
    const { dataSource, clock } = this.house;
    const sent = { contactId: idOf(rawId), now: clock.now() };
    const open = (em: EntityManager) => ratingLink(em, this.house, token);
    await answerContact(dataSource, open, sent, parse(contactAnswerBody, body));
  }

  @Get('f/:token/:format')
  async file(
    @Param('token') token: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const { dataSource, links } = this.house;
    const { letter } = await openLink(dataSource.manager, links, token);
    await sendLetterFile(this.house, letter.id, format, response);
  }
}
