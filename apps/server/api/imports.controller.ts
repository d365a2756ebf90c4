import { Controller, Get, Param, Query } from '@nestjs/common';
import { listImports, showImport, showImportRows } from '@fuhan/casework';
import { importRowsQuery, queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, duties, mayKeepHouse } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { idOf, parse } from './parse';

/** Lists are the coordinators' alone: they hold what nobody has been given yet. */
function refuseOthers(actor: Actor): void {
  if (!mayKeepHouse(actor, 'import.create'))
    throw new FuhanError('permission.denied', { action: '查看导入的清单', who: duties.coordinator.label });
}

@Controller('api')
export class ImportsController {
  constructor(private readonly house: House) {}

  @Get(queries.imports.path)
  async list(@Me() actor: Actor): Promise<object[]> {
    refuseOthers(actor);
    return listImports(this.house.dataSource.manager);
  }

  @Get('imports/:id')
  async show(@Me() actor: Actor, @Param('id') id: string): Promise<object> {
    refuseOthers(actor);
    return showImport(this.house.dataSource.manager, idOf(id));
  }

  @Get('imports/:id/rows')
  async rows(@Me() actor: Actor, @Param('id') id: string, @Query() raw: unknown): Promise<object> {
    refuseOthers(actor);
    return showImportRows(this.house.dataSource.manager, idOf(id), parse(importRowsQuery, raw));
  }
}
