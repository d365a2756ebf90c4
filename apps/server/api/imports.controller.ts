import { Controller, Get, Param, Query } from '@nestjs/common';
import { admitToImports, listImports, showImport, showImportRows } from '@fuhan/casework';
import { importRowsQuery, queries } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { idOf, parse } from './parse';

@Controller('api')
export class ImportsController {
  constructor(private readonly house: House) {}

  @Get(queries.imports.path)
  async list(@Me() actor: Actor): Promise<object[]> {
    admitToImports(actor);
    return listImports(this.house.dataSource.manager);
  }

  @Get('imports/:id')
  async show(@Me() actor: Actor, @Param('id') id: string): Promise<object> {
    admitToImports(actor);
    return showImport(this.house.dataSource.manager, idOf(id));
  }

  @Get('imports/:id/rows')
  async rows(@Me() actor: Actor, @Param('id') id: string, @Query() raw: unknown): Promise<object> {
    admitToImports(actor);
    return showImportRows(this.house.dataSource.manager, idOf(id), parse(importRowsQuery, raw));
  }
}
