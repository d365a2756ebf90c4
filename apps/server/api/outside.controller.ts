import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { letterFormats, openLink, outsideOpinionPage, receiveByLink, submitByLink } from '@fuhan/casework';
import { outsideOpinionBody, queries } from '@fuhan/contracts';
import { renderHtml } from '@fuhan/letter-engine';
import type { Response } from 'express';
import { House } from '../house';
import { sendLetterFile } from './files.controller';
import { parse } from './parse';

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
    const { delivery, letter } = await openLink(dataSource.manager, links, token);
    response.setHeader('Cache-Control', 'private, no-store');
    return {
      recipient: delivery.recipientName,
      title: letter.model.title ?? '',
      issuer: letter.model.issuer ?? '',
      documentNumber: letter.documentNumber,
      date: letter.date,
      html: renderHtml(letter.model),
      receivedAt: delivery.receivedAt?.toISOString() ?? null,
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
