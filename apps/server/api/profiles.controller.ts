import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { placeFiles, previewProfile } from '@fuhan/casework';
import { publishProfile, queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, duties, mayKeepHouse } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOnNothing } from './house.controller';
import { parse } from './parse';

function refuseOthers(actor: Actor): void {
  if (!mayKeepHouse(actor, 'profile.publish'))
    throw new FuhanError('permission.denied', { action: '查看地方配置', who: duties.system_admin.label });
}

/** The files of the place, for whoever may publish them. */
@Controller('api')
export class ProfilesController {
  constructor(private readonly house: House) {}

  @Get(queries.placeProfile.path)
  async show(@Me() actor: Actor): Promise<object> {
    refuseOthers(actor);
    const { dataSource, profiles } = this.house;
    const found = await placeFiles(dataSource.manager, profiles);
    return {
      ...found,
      actions: actionsOnNothing(actor, '', {
        'profile.publish': { defaults: { version: found.version, files: [] } },
      }),
    };
  }

  /** What a new version would change: nothing is changed. */
  @Post(queries.profilePreview.path)
  @HttpCode(200)
  async preview(@Me() actor: Actor, @Body() body: unknown): Promise<object> {
    refuseOthers(actor);
    const { dataSource, profiles } = this.house;
    return previewProfile(dataSource.manager, profiles, parse(publishProfile, body));
  }
}
