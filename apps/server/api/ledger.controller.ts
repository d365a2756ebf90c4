import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { keepView, ledgerViews, listProposals } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { inTransaction } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';
import { worklistOf } from './worklist';

/** 台账: the cases one may know of, and the views over them. */
@Controller('api')
export class LedgerController {
  constructor(private readonly house: House) {}

  @Get(queries.proposals.path)
  async proposals(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return listProposals(await worklistOf(this.house, actor), parse(queries.proposals.query, raw));
  }

  @Get(queries.ledgerViews.path)
  async views(@Me() actor: Actor): Promise<object> {
    return ledgerViews(await worklistOf(this.house, actor));
  }

  @Post(queries.keepLedgerView.path)
  @HttpCode(queries.keepLedgerView.status)
  async keepView(@Me() actor: Actor, @Body() body: unknown): Promise<void> {
    const { dataSource, clock } = this.house;
    const given = parse(queries.keepLedgerView.body, body);
    await inTransaction(dataSource, (em) => keepView(em, actor, given, clock.now()));
  }
}
