import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, Req, StreamableFile } from '@nestjs/common';
import { indexMarked, listFiles, type WorklistContext } from '@fuhan/casework';
import { type ListFileName, listFileQueries, type QuerySpec, XLSX } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Sheet, workbook } from '@fuhan/knowledge';
import type { Actor } from '@fuhan/rules';
import type { Request } from 'express';
import { z } from 'zod';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';
import { worklistOf } from './worklist';

const names = Object.keys(listFileQueries) as ListFileName[];
/** Each is asked what its own page may be asked: the contract says which question belongs to which name. */
const files = listFiles as {
  readonly [N in ListFileName]: (ctx: WorklistContext, asked: never) => Promise<Sheet[]>;
};
const askedOf = (name: ListFileName, raw: unknown): never => {
  const { query }: QuerySpec = listFileQueries[name];
  return parse(query ?? z.object({}), raw) as never;
};

/** Lists as workbooks: one way for all of them, row by row. */
@Controller('api')
export class ListFilesController {
  constructor(private readonly house: House) {}

  @Get(names.map((name) => listFileQueries[name].path))
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment')
  @Header('Cache-Control', 'private, no-store')
  async file(@Me() actor: Actor, @Req() { path }: Request, @Query() raw: unknown): Promise<StreamableFile> {
    const name = names.find((each) => path.toLowerCase() === `/api${listFileQueries[each].path}`);
    if (!name) throw new FuhanError('request.not-found');
    const asked = askedOf(name, raw);
    // What was done a moment ago is found, though no worker has come by yet.
    if (name === 'searchFile') await indexMarked(this.house.dataSource);
    const sheets = await files[name](await worklistOf(this.house, actor), asked);
    return new StreamableFile(Readable.from(workbook(sheets)));
  }
}
