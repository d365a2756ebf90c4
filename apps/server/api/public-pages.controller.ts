import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  type PublishedCopy,
  publishedCopy,
  publishedFeed,
  publishedLetters,
  publishedSitemap,
  publishedYears,
} from '@fuhan/casework';
import { publicPageQuery } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import type { Request, Response } from 'express';
import { House } from '../house';
import { gonePage, letterPage, letterSheet, listPage, pageSize, sitemap, siteSheet } from '../public/pages';
import { idOf } from './parse';

/** May be kept by anybody, and is asked for again each time: what is taken down is gone at once. */
const CACHE = 'public, max-age=0, must-revalidate';
/** No script, no picture, nothing from elsewhere, no frame around it; the form asks this site. */
const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** 公开: server-made pages that anybody reads, without a session, a cookie or a script. All of it comes from the one view of published copies. */
@Controller('public')
export class PublicPagesController {
  constructor(private readonly house: House) {}

  private async site(): Promise<string> {
    const { name } = await this.house.profiles.current(this.house.dataSource.manager);
    return `${name}提案答复公开`;
  }

  private send(request: Request, response: Response, mime: string, bytes: string | Uint8Array): void {
    const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
    response.setHeader('Cache-Control', CACHE);
    response.setHeader('ETag', etag);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', POLICY);
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', mime);
    response.end(bytes);
  }

  @Get()
  async list(@Query() raw: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const em = this.house.dataSource.manager;
    const { page, ...asked } = publicPageQuery.parse(raw);
    const question = { ...asked, offset: (page - 1) * pageSize, limit: pageSize };
    const found = await publishedLetters(em, question);
    const years = await publishedYears(em);
    this.send(
      ...([request, response, 'text/html; charset=utf-8'] as const),
      listPage(await this.site(), question, { ...found, years }),
    );
  }

  @Get('site.css')
  siteSheet(@Req() request: Request, @Res() response: Response): void {
    this.send(request, response, 'text/css; charset=utf-8', siteSheet());
  }

  @Get('letter.css')
  letterSheet(@Req() request: Request, @Res() response: Response): void {
    this.send(request, response, 'text/css; charset=utf-8', letterSheet());
  }

  @Get('feed.atom')
  async feed(@Req() request: Request, @Res() response: Response): Promise<void> {
    const feed = await publishedFeed(this.house.dataSource.manager, this.house.publicUrl);
    this.send(request, response, 'application/atom+xml; charset=utf-8', feed);
  }

  @Get('sitemap.xml')
  async sitemap(@Req() request: Request, @Res() response: Response): Promise<void> {
    const letters = await publishedSitemap(this.house.dataSource.manager);
    this.send(request, response, 'application/xml; charset=utf-8', sitemap(this.house.publicUrl, letters));
  }

  @Get('letters/:id')
  async letter(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const copy = await this.copyOr404(id, response);
    if (copy) this.send(request, response, 'text/html; charset=utf-8', letterPage(await this.site(), copy));
  }

  @Get('letters/:id/letter.txt')
  async text(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const copy = await this.copyOr404(id, response);
    if (copy) this.send(request, response, 'text/plain; charset=utf-8', copy.text);
  }

  @Get('letters/:id/letter.pdf')
  async pdf(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const copy = await this.copyOr404(id, response);
    if (copy)
      this.send(request, response, 'application/pdf', (await this.house.printer.render(copy.model)).pdf);
  }

  @Get('*rest')
  async nothing(@Res() response: Response): Promise<void> {
    await this.gone(response);
  }

  /** What is not published is answered by a page for people, and by nothing else. */
  private async copyOr404(id: string, response: Response): Promise<PublishedCopy | null> {
    try {
      return await publishedCopy(this.house.dataSource.manager, idOf(id));
    } catch (error) {
      if (!(error instanceof FuhanError) || error.code !== 'request.not-found') throw error;
      await this.gone(response);
      return null;
    }
  }

  private async gone(response: Response): Promise<void> {
    response.status(404);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('html').end(gonePage(await this.site()));
  }
}
