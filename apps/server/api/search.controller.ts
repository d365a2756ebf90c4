import { Controller, Get, Header, Query } from '@nestjs/common';
import { indexMarked, search } from '@fuhan/casework';
import { queries, searchQuery } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';

/** 全文检索, within what the reader may read. */
@Controller('api')
export class SearchController {
  constructor(private readonly house: House) {}

  @Get(queries.search.path)
  @Header('Cache-Control', 'no-store')
  async search(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    const asked = parse(searchQuery, raw);
    // What was done a moment ago is found, though no worker has come by yet.
    await indexMarked(this.house.dataSource);
    return search(this.house.dataSource.manager, actor, asked, this.house.clock.today());
  }
}
