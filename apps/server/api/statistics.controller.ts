import { Controller, Get, Header, Query } from '@nestjs/common';
import { factList, stageList, stageTable, statistics } from '@fuhan/casework';
import { factListQuery, queries, stageListQuery, statisticsQuery } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';
import { worklistOf } from './worklist';

/** 统计: figures, and the lists behind them. */
@Controller('api')
export class StatisticsController {
  constructor(private readonly house: House) {}

  @Get(queries.statistics.path)
  @Header('Cache-Control', 'no-store')
  async show(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return statistics(await worklistOf(this.house, actor), parse(statisticsQuery, raw));
  }

  @Get(queries.factList.path)
  @Header('Cache-Control', 'no-store')
  async list(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return factList(await worklistOf(this.house, actor), parse(factListQuery, raw));
  }

  @Get(queries.stageTable.path)
  @Header('Cache-Control', 'no-store')
  async stages(@Me() actor: Actor, @Query() raw: unknown): Promise<object[]> {
    return stageTable(await worklistOf(this.house, actor), parse(statisticsQuery, raw));
  }

  @Get(queries.stageList.path)
  @Header('Cache-Control', 'no-store')
  async stageCases(@Me() actor: Actor, @Query() raw: unknown): Promise<object[]> {
    return stageList(await worklistOf(this.house, actor), parse(stageListQuery, raw));
  }
}
