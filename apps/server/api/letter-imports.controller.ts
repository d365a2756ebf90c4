import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import {
  admitToLetterImports,
  listLetterImports,
  showEarlierLetter,
  showLetterImport,
  showLetterImportRows,
} from '@fuhan/casework';
import { letterImportRowsQuery, queries } from '@fuhan/contracts';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOn, actionsOnNothing } from './house.controller';
import { idOf, parse } from './parse';

/** 往年答复函: how they came in, and each of them for who may read it. */
@Controller('api')
export class LetterImportsController {
  constructor(private readonly house: House) {}

  @Get(queries.letterImports.path)
  async list(@Me() actor: Actor): Promise<object> {
    admitToLetterImports(actor);
    return {
      runs: await listLetterImports(this.house.dataSource.manager),
      actions: actionsOnNothing(actor, '', { 'letterImport.create': {} }),
    };
  }

  @Get('letter-imports/:id')
  async show(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    admitToLetterImports(actor);
    const run = await showLetterImport(this.house.dataSource.manager, idOf(rawId));
    return {
      ...run,
      actions: run.state === 'imported' ? actionsOn(actor, 'letterImport', run.id, run.name) : [],
    };
  }

  @Get('letter-imports/:id/rows')
  async rows(@Me() actor: Actor, @Param('id') rawId: string, @Query() raw: unknown): Promise<object> {
    admitToLetterImports(actor);
    const asked = parse(letterImportRowsQuery, raw);
    return showLetterImportRows(this.house.dataSource.manager, idOf(rawId), asked);
  }

  @Get('earlier-letters/:id')
  @Header('Cache-Control', 'no-store')
  async letter(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    return showEarlierLetter(this.house.dataSource.manager, actor, idOf(rawId));
  }
}
