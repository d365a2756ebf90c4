import { Controller, Get, Param } from '@nestjs/common';
import { Letter, letterBoard, loadSnapshot } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, maySee } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { idOf } from './parse';

/** 文书工作台 and the page of one letter. */
@Controller('api')
export class LettersController {
  constructor(private readonly house: House) {}

  @Get(queries.letterBoard.path)
  async board(@Me() actor: Actor): Promise<object> {
    const { dataSource, clock } = this.house;
    return letterBoard({ em: dataSource.manager, actor, today: clock.today() });
  }

  @Get('letters/:id')
  async place(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const em = this.house.dataSource.manager;
    const letter = await em.findOneBy(Letter, { id: idOf(rawId) });
    const snapshot = letter && (await loadSnapshot(em, letter.proposalId, this.house.clock.today()));
    if (!letter || !snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    return { id: letter.id, proposalId: letter.proposalId };
  }
}
