import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { letterFormats, openLink, receiveByLink } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { renderHtml } from '@fuhan/letter-engine';
import type { Response } from 'express';
import { House } from '../house';
import { sendLetterFile } from './files.controller';

/** The proposer's own page: no account, only the link. */
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
