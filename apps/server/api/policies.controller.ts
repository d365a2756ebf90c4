import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { listPolicies, previewPolicy, showPolicy } from '@fuhan/casework';
import { policyPreviewBody, queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, duties, mayKeepHouse } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { actionsOn, actionsOnNothing } from './house.controller';
import { idOf, parse } from './parse';

/** 政策文件: read by everybody of the house, kept by the coordinator. */
@Controller('api')
export class PoliciesController {
  constructor(private readonly house: House) {}

  @Get(queries.policies.path)
  async list(@Me() actor: Actor): Promise<object> {
    return {
      policies: await listPolicies(this.house.dataSource.manager),
      actions: actionsOnNothing(actor, '', { 'policy.import': {} }),
    };
  }

  @Get('policies/:id')
  async show(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const policy = await showPolicy(this.house.dataSource.manager, idOf(rawId));
    const { id, reading, state } = policy;
    return { ...policy, actions: state === 'current' ? actionsOn(actor, 'policy', id, reading.title) : [] };
  }

  @Post(queries.policyPreview.path)
  @HttpCode(200)
  async preview(@Me() actor: Actor, @Body() body: unknown): Promise<object> {
    if (!mayKeepHouse(actor, 'policy.import'))
      throw new FuhanError('permission.denied', { action: '导入政策文件', who: duties.coordinator.label });
    const { fileId } = parse(policyPreviewBody, body);
    return previewPolicy(this.house.dataSource.manager, this.house, actor, fileId);
  }
}
