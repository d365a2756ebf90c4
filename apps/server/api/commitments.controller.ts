import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { commitmentsOfYear, outsidePromisesPage, rateByLink } from '@fuhan/casework';
import { commitmentsQuery, fulfilmentBody, queries } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { idOf, parse } from './parse';
import { worklistOf } from './worklist';

/** 承诺台账, and what a proposer reads and says of the promises by link. */
@Controller('api')
export class CommitmentsController {
  constructor(private readonly house: House) {}

  @Get(queries.commitments.path)
  async ledger(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    const ctx = await worklistOf(this.house, actor);
    const asked = parse(commitmentsQuery, raw);
    return commitmentsOfYear(ctx, { ...asked, year: asked.year ?? Number(ctx.today.slice(0, 4)) });
  }

  @Get('c/:token')
  @Header('Cache-Control', 'private, no-store')
  async promises(@Param('token') token: string): Promise<object> {
    return outsidePromisesPage(this.house, token);
  }

  @Post('c/:token/promises/:id')
  @HttpCode(queries.outsideFulfilment.status)
  async rate(
    @Param('token') token: string,
    @Param('id') rawId: string,
    @Body() body: unknown,
  ): Promise<void> {
    const sent = { token, commitmentId: idOf(rawId) };
    await rateByLink(this.house, this.house.door, sent, parse(fulfilmentBody, body));
  }
}
