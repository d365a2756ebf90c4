import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import {
  type PublishedCopy,
  publishedCopy,
  publishedFeed,
  publishedLetters,
  publishedPage,
} from '@fuhan/casework';
import { publishedQuery } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { renderHtml } from '@fuhan/letter-engine';
import type { Request, Response } from 'express';
import { House } from '../house';
import { idOf, parse } from './parse';

/** May be kept by anybody, and is asked for again each time: what is taken down is gone at once. */
const CACHE = 'public, max-age=0, must-revalidate';

/** What everybody may read, without a session. All of it comes from the one view of published copies. */
@Controller('api/public')
export class PublicController {
  constructor(private readonly house: House) {}

  @Get('letters')
  @Header('Cache-Control', CACHE)
  list(@Query() raw: unknown): Promise<object> {
    return publishedLetters(this.house.dataSource.manager, parse(publishedQuery, raw));
  }

  @Get('feed.atom')
  @Header('Cache-Control', CACHE)
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  feed(): Promise<string> {
    return publishedFeed(this.house.dataSource.manager, this.house.publicUrl);
  }

  @Get('letters/:id')
  @Header('Cache-Control', CACHE)
  async letter(@Param('id') rawId: string): Promise<object> {
    return publishedPage(await publishedCopy(this.house.dataSource.manager, idOf(rawId)));
  }

  @Get('letters/:id/file.:format')
  async file(
    @Param('id') rawId: string,
    @Param('format') format: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const copy = await publishedCopy(this.house.dataSource.manager, idOf(rawId));
    const etag = `"${copy.digest}-${format}"`;
    response.setHeader('Cache-Control', CACHE);
    response.setHeader('ETag', etag);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end();
      return;
    }
    const [mime, bytes] = await this.bytesOf(copy, format);
    response.setHeader('Content-Type', mime);
    if (format === 'html')
      response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.end(bytes);
  }

  private async bytesOf({ model, text }: PublishedCopy, format: string): Promise<[string, Uint8Array]> {
    const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
    switch (format) {
      case 'pdf':
        return ['application/pdf', (await this.house.printer.render(model)).pdf];
      case 'html':
        return ['text/html; charset=utf-8', encode(renderHtml(model))];
      case 'txt':
        return ['text/plain; charset=utf-8', encode(text)];
      default:
        throw new FuhanError('request.not-found');
    }
  }
}
