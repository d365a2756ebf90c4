import { Controller, Get, Query } from '@nestjs/common';
import { assertAuditor, auditLog } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { verifyAudit } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';

/** The audit log, for who looks after it. */
@Controller('api')
export class AuditController {
  constructor(private readonly house: House) {}

  @Get(queries.audit.path)
  log(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return auditLog(this.house.dataSource.manager, actor, parse(queries.audit.query, raw));
  }

  @Get(queries.auditCheck.path)
  check(@Me() actor: Actor): Promise<object> {
    assertAuditor(actor);
    return verifyAudit(this.house.dataSource.manager);
  }
}
