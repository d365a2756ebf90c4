import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  draftRedline,
  keepPhrases,
  loadMaterial,
  mergeDesk,
  phraseLists,
  signOffSheet,
} from '@fuhan/casework';
import { phrasesBody, queries, redlineQuery } from '@fuhan/contracts';
import { inTransaction } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';
import { readableDraft } from './readable-draft';

/** What is read beside a draft: what became of the opinions, what changed, the sign-off sheet, their phrases. */
@Controller('api')
export class ReviewController {
  constructor(private readonly house: House) {}

  @Get('drafts/:id/merge-desk')
  @Header('Cache-Control', 'no-store')
  async mergeDesk(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const { id, proposalId } = await readableDraft(this.house, actor, rawId);
    return mergeDesk(await loadMaterial(this.house.dataSource.manager, proposalId), id);
  }

  @Get('drafts/:id/redline.html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async redline(@Me() actor: Actor, @Param('id') rawId: string, @Query() raw: unknown): Promise<string> {
    const { since } = parse(redlineQuery, raw);
    const { profile, ...draft } = await readableDraft(this.house, actor, rawId);
    return draftRedline({ em: this.house.dataSource.manager, profile }, draft, since.toLowerCase());
  }

  @Get('drafts/:id/sign-off-sheet')
  @Header('Cache-Control', 'no-store')
  async signOffFacts(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const { id, profile } = await readableDraft(this.house, actor, rawId);
    return signOffSheet({ em: this.house.dataSource.manager, profile }, id);
  }

  @Get('drafts/:id/sign-off-sheet.pdf')
  @Header('Content-Type', 'application/pdf')
  @Header('Cache-Control', 'no-store')
  async signOffSheet(@Me() actor: Actor, @Param('id') rawId: string): Promise<StreamableFile> {
    const { id, profile } = await readableDraft(this.house, actor, rawId);
    const sheet = await signOffSheet({ em: this.house.dataSource.manager, profile }, id);
    return new StreamableFile((await this.house.printer.renderSheet(sheet)).pdf);
  }

  @Get(queries.phrases.path)
  phrases(@Me() actor: Actor): Promise<object[]> {
    return phraseLists(this.house.dataSource.manager, actor);
  }

  @Post(queries.keepPhrases.path)
  @HttpCode(204)
  async keepPhrases(@Me() actor: Actor, @Body() body: unknown): Promise<void> {
    const given = parse(phrasesBody, body);
    await inTransaction(this.house.dataSource, (em) => keepPhrases(em, actor, given));
  }
}
