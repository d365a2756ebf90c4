import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { archiveOf, Assignment, loadSnapshot, Proposal, Publication, signOffSheet } from '@fuhan/casework';
import { FuhanError } from '@fuhan/kernel';
import { renderHtml } from '@fuhan/letter-engine';
import { appendAudit, inTransaction } from '@fuhan/platform';
import { type Actor, isLive, maySee, overseesCase, writesReply } from '@fuhan/rules';
import type { Response } from 'express';
import { House } from '../house';
import { Me } from './auth';
import { idOf } from './parse';

/** What leaves a case at its end: the copy for the public before it is let out, and the archive package. */
@Controller('api')
export class ClosingController {
  constructor(private readonly house: House) {}

  @Get('publications/:id/preview.html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-same-origin",
  )
  async preview(@Me() actor: Actor, @Param('id') rawId: string): Promise<string> {
    const em = this.house.dataSource.manager;
    const copy = await em.findOneBy(Publication, { id: idOf(rawId) });
    const snapshot = copy && (await loadSnapshot(em, copy.proposalId, this.house.clock.today()));
    const writer = copy && (await em.findOneBy(Assignment, { id: copy.assignmentId }));
    if (!copy || !snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    if (!overseesCase(snapshot, actor) && writer?.unitId !== actor.unitId)
      throw new FuhanError('request.not-found');
    return renderHtml(copy.model);
  }

  @Get('proposals/:id/archive.zip')
  async archive(@Me() actor: Actor, @Param('id') rawId: string, @Res() response: Response): Promise<void> {
    const { dataSource, clock, blobs, printer, profiles } = this.house;
    const em = dataSource.manager;
    const id = idOf(rawId);
    const snapshot = await loadSnapshot(em, id, clock.today());
    const writes = snapshot?.assignments.some(
      (each) => each.unitId === actor.unitId && writesReply(each.role) && isLive(each),
    );
    if (!snapshot || !maySee(snapshot, actor) || !(overseesCase(snapshot, actor) || writes))
      throw new FuhanError('request.not-found');
    const { profileVersion, number } = await em.findOneByOrFail(Proposal, { id });
    const profile = await profiles.version(em, profileVersion);
    const printSheet = async (draftId: string): Promise<Uint8Array> =>
      (await printer.renderSheet(await signOffSheet({ em, profile }, draftId))).pdf;
    const zip = await archiveOf({ em, blobs, printSheet }, id);
    await inTransaction(dataSource, async (own) => {
      await own.update(Proposal, { id }, { archivedOn: clock.today() });
      await appendAudit(own, { actor: actor.personId, action: 'proposal.archive', object: id, detail: {} });
    });
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`归档-第${number}号.zip`)}`,
    );
    response.end(zip);
  }
}
