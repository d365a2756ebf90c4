import { Controller, Get, Header } from '@nestjs/common';
import { missingYear, missingYearWords } from '@fuhan/clocks';
import { openApiDocument, queries } from '@fuhan/contracts';
import { House } from '../house';
import { demoSummary } from '../demo/demo-summary';

const document = openApiDocument();

@Controller('api')
export class SystemController {
  constructor(private readonly house: House) {}

  @Get('openapi.json')
  @Header('Cache-Control', 'no-cache')
  openapi(): object {
    return document;
  }

  @Get(queries.health.path)
  async health(): Promise<object> {
    const database = await this.house.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const { REDIS_URL, roles } = this.house.settings;
    const warnings = database ? await this.warnings() : [];
    return { database, queue: REDIS_URL === undefined ? 'postgresql' : 'redis', roles, warnings };
  }

  private async warnings(): Promise<string[]> {
    const year = await missingYear(this.house.dataSource.manager, this.house.clock.today());
    return year === null ? [] : [missingYearWords(year)];
  }

  /** Null where no demo was loaded: a real installation names no account to anybody. */
  @Get(queries.demo.path)
  @Header('Content-Type', 'application/json; charset=utf-8')
  async demo(): Promise<string> {
    return JSON.stringify(await demoSummary(this.house));
  }
}
