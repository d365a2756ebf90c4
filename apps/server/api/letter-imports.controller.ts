import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import {
  letterImportSheet,
  listLetterImports,
  showEarlierLetter,
  showLetterImport,
  showLetterImportRows,
} from '@fuhan/casework';
import { letterImportRowsQuery, queries, XLSX } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { workbook } from '@fuhan/knowledge';
import { type Actor, duties, mayKeepHouse } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOn, actionsOnNothing } from './house.controller';
import { idOf, parse } from './parse';

/** Reports name letters of every unit: they are the coordinators' alone. */
function refuseOthers(actor: Actor): void {
  if (!mayKeepHouse(actor, 'letterImport.create'))
    throw new FuhanError('permission.denied', {
      action: '查看往年答复函的导入记录',
      who: duties.coordinator.label,
    });
}

/** 往年答复函: how they came in, and each of them for who may read it. */
@Controller('api')
export class LetterImportsController {
  constructor(private readonly house: House) {}

  @Get(queries.letterImports.path)
  async list(@Me() actor: Actor): Promise<object> {
    refuseOthers(actor);
    return {
      runs: await listLetterImports(this.house.dataSource.manager),
      actions: actionsOnNothing(actor, '', { 'letterImport.create': {} }),
    };
  }

  @Get('letter-imports/:id')
  async show(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    refuseOthers(actor);
    const run = await showLetterImport(this.house.dataSource.manager, idOf(rawId));
    return {
      ...run,
      actions: run.state === 'imported' ? actionsOn(actor, 'letterImport', run.id, run.name) : [],
    };
  }

  @Get('letter-imports/:id/rows')
  async rows(@Me() actor: Actor, @Param('id') rawId: string, @Query() raw: unknown): Promise<object> {
    refuseOthers(actor);
    const asked = parse(letterImportRowsQuery, raw);
    return showLetterImportRows(this.house.dataSource.manager, idOf(rawId), asked);
  }

  @Get('letter-imports/:id/report.xlsx')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment')
  async report(@Me() actor: Actor, @Param('id') rawId: string): Promise<StreamableFile> {
    refuseOthers(actor);
    const sheet = await letterImportSheet(this.house.dataSource.manager, idOf(rawId));
    return new StreamableFile(Readable.from(workbook([sheet])));
  }

  @Get('earlier-letters/:id')
  @Header('Cache-Control', 'no-store')
  async letter(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    return showEarlierLetter(this.house.dataSource.manager, actor, idOf(rawId));
  }
}
