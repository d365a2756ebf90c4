import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { letterWordingOf, previewWording, wordingChangesOf } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, duties, mayKeepHouse } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOnNothing } from './house.controller';
import { parse } from './parse';

function refuseOthers(actor: Actor): void {
  if (!mayKeepHouse(actor, 'wording.publish'))
    throw new FuhanError('permission.denied', { action: '查看信函用语', who: duties.system_admin.label });
}

/** The words around the place's letters, for whoever may change them. */
@Controller('api')
export class WordingController {
  constructor(private readonly house: House) {}

  @Get(queries.letterWording.path)
  async show(@Me() actor: Actor): Promise<object> {
    refuseOthers(actor);
    const { dataSource, profiles } = this.house;
    const found = await letterWordingOf(dataSource.manager, profiles);
    const defaults = { version: found.version, edits: [] };
    return { ...found, actions: actionsOnNothing(actor, '', { 'wording.publish': { defaults } }) };
  }

  /** A sample letter as it would read: nothing is changed. */
  @Post(queries.wordingPreview.path)
  @HttpCode(200)
  async preview(@Me() actor: Actor, @Body() body: unknown): Promise<object> {
    refuseOthers(actor);
    const { dataSource, profiles } = this.house;
    return previewWording(dataSource.manager, profiles, parse(queries.wordingPreview.body, body));
  }

  @Get(queries.wordingChanges.path)
  async changes(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    refuseOthers(actor);
    const { dataSource, profiles } = this.house;
    return wordingChangesOf(dataSource.manager, profiles, parse(queries.wordingChanges.query, raw));
  }
}
