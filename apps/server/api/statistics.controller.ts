import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import {
  factList,
  ledgerBook,
  listProposals,
  type ProposalRow,
  stageList,
  stageTable,
  statistics,
  statisticsBook,
  type WorklistContext,
} from '@fuhan/casework';
import { factListQuery, ledgerFileQuery, queries, stageListQuery, statisticsQuery } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** So many rows of the ledger are read at a time, and go into one file. */
const PAGE = 200;
const MOST_ROWS = 5_000;

/** 统计: figures, the lists behind them, and both as spreadsheets. */
@Controller('api')
export class StatisticsController {
  constructor(private readonly house: House) {}

  private async context(actor: Actor): Promise<WorklistContext> {
    const { dataSource, workingDays, clock, profiles } = this.house;
    const em = dataSource.manager;
    const calendar = await workingDays.current(em);
    return { em, actor, calendar, today: clock.today(), profile: await profiles.current(em) };
  }

  @Get(queries.statistics.path)
  @Header('Cache-Control', 'no-store')
  async show(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return statistics(await this.context(actor), parse(statisticsQuery, raw));
  }

  @Get(queries.factList.path)
  @Header('Cache-Control', 'no-store')
  async list(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return factList(await this.context(actor), parse(factListQuery, raw));
  }

  @Get(queries.stageTable.path)
  @Header('Cache-Control', 'no-store')
  async stages(@Me() actor: Actor, @Query() raw: unknown): Promise<object[]> {
    return stageTable(await this.context(actor), parse(statisticsQuery, raw));
  }

  @Get(queries.stageList.path)
  @Header('Cache-Control', 'no-store')
  async stageCases(@Me() actor: Actor, @Query() raw: unknown): Promise<object[]> {
    return stageList(await this.context(actor), parse(stageListQuery, raw));
  }

  @Get(queries.statisticsFile.path)
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment')
  async file(@Me() actor: Actor, @Query() raw: unknown): Promise<StreamableFile> {
    return new StreamableFile(
      statisticsBook(await statistics(await this.context(actor), parse(statisticsQuery, raw))),
    );
  }

  @Get(queries.ledgerFile.path)
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment')
  async ledger(@Me() actor: Actor, @Query() raw: unknown): Promise<StreamableFile> {
    const ctx = await this.context(actor);
    const { q } = parse(ledgerFileQuery, raw);
    const rows: ProposalRow[] = [];
    for (let total = 1; rows.length < Math.min(total, MOST_ROWS);) {
      const page = await listProposals(ctx, { q, offset: rows.length, limit: PAGE });
      if (page.items.length === 0) break;
      total = page.total;
      rows.push(...page.items);
    }
    return new StreamableFile(ledgerBook(rows));
  }
}
