import { Controller, Get, Param } from '@nestjs/common';
import { Letter, letterBoard, loadSnapshot, Opinion } from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, maySee } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { idOf } from './parse';

/** 文书工作台, and where the pages of one letter and one opinion lead. */
@Controller('api')
export class LettersController {
  constructor(private readonly house: House) {}

  @Get(queries.letterBoard.path)
  async board(@Me() actor: Actor): Promise<object> {
    const { dataSource, clock } = this.house;
    return letterBoard({ em: dataSource.manager, actor, today: clock.today() });
  }

  /** A letter or an opinion, and its case, for who may see that. */
  private async placeOf(
    actor: Actor,
    found: { readonly id: string; readonly proposalId: string } | null,
  ): Promise<object> {
    const { dataSource, clock } = this.house;
    const snapshot = found && (await loadSnapshot(dataSource.manager, found.proposalId, clock.today()));
    if (!found || !snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    return { id: found.id, proposalId: found.proposalId };
  }

  @Get('letters/:id')
  async letter(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const found = await this.house.dataSource.manager.findOneBy(Letter, { id: idOf(rawId) });
    return this.placeOf(actor, found);
  }

  @Get('opinions/:id')
  async opinion(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const found = await this.house.dataSource.manager.findOneBy(Opinion, { id: idOf(rawId) });
    return this.placeOf(actor, found);
  }
}
