import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  Assignment,
  caseOfOwnOpinion,
  Draft,
  Letter,
  LetterFile,
  loadSnapshot,
  readableFile,
  readPaper,
} from '@fuhan/casework';
import { queries } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import { Blob } from '@fuhan/platform';
import { type Actor, mayKeepHouse, maySee, overseesCase } from '@fuhan/rules';
import type { Request, Response } from 'express';
import { House } from '../house';
import { Me } from './auth';
import { isPackage, mimeOf } from './file-type';
import { idOf, parse } from './parse';

/** Sends stored bytes: as a download, never sniffed, and an HTML file without any right to run. */
export function sendBlob(
  response: Response,
  blob: Pick<Blob, 'fileName' | 'mime'>,
  bytes: Buffer,
  inline = false,
): void {
  const disposition = inline ? 'inline' : 'attachment';
  response.setHeader('Content-Type', blob.mime);
  response.setHeader(
    'Content-Disposition',
    `${disposition}; filename*=UTF-8''${encodeURIComponent(blob.fileName)}`,
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  if (blob.mime.startsWith('text/html'))
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  response.end(bytes);
}

/** The body of a request that carries a file; nothing where it carries none. */
export const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** A name that is only a name: no path, no control character. */
export const safeName = (raw: unknown): string => {
  const name = String(raw ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 150);
  return name && name !== '.' && name !== '..' ? name : '未命名';
};

@Controller('api')
export class FilesController {
  constructor(private readonly house: House) {}

  @Post('files')
  async upload(
    @Me() actor: Actor,
    @Query('name') rawName: unknown,
    @Query('for') purpose: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new FuhanError('file.empty');
    // Packages come in for the one purpose they are taken apart for.
    const asPackage = purpose === 'letters' && mayKeepHouse(actor, 'letterImport.create');
    const mime = asPackage && isPackage(bytes) ? 'application/zip' : mimeOf(bytes);
    if (mime === null) throw new FuhanError('file.kind');
    const stored = await this.house.blobs.put(bytes);
    const blob = {
      id: newId(),
      ...stored,
      mime,
      fileName: safeName(rawName),
      createdAt: this.house.clock.now(),
      createdBy: actor.personId,
    };
    await this.house.dataSource.manager.insert(Blob, blob);
    response.status(201);
    return { id: blob.id, name: blob.fileName, size: blob.size, mime };
  }

  @Post('files/opinion-text')
  @HttpCode(queries.opinionText.status)
  async opinionText(@Me() actor: Actor, @Query() raw: unknown, @Body() body: unknown): Promise<object> {
    const { opinion, name } = parse(queries.opinionText.query, raw);
    const { dataSource, clock } = this.house;
    const em = dataSource.manager;
    const proposalId = await caseOfOwnOpinion(em, actor, opinion, clock.today());
    return { parts: await readPaper(em, proposalId, bytesOf(body), safeName(name)) };
  }

  @Get('files/:id')
  async file(@Me() actor: Actor, @Param('id') rawId: string, @Res() response: Response): Promise<void> {
    const em = this.house.dataSource.manager;
    const blob = await readableFile(em, actor, idOf(rawId), this.house.clock.today());
    if (!blob) throw new FuhanError('request.not-found');
    sendBlob(response, blob, await this.house.blobs.get(blob.sha256));
  }

  @Get('letters/:id/files/:format')
  async letterFile(
    @Me() actor: Actor,
    @Param('id') rawId: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const em = this.house.dataSource.manager;
    const letter = await em.findOneBy(Letter, { id: idOf(rawId) });
    const snapshot = letter && (await loadSnapshot(em, letter.proposalId, this.house.clock.today()));
    if (!letter || !snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    const { assignmentId } = await em.findOneByOrFail(Draft, { id: letter.draftId });
    const { unitId } = await em.findOneByOrFail(Assignment, { id: assignmentId });
    if (letter.state !== 'delivered' && unitId !== actor.unitId && !overseesCase(snapshot, actor))
      throw new FuhanError('request.not-found');
    await sendLetterFile(this.house, letter.id, format, response);
  }
}

/** One file of an issued letter; PDF and HTML open in the page, the others download. @throws FuhanError `request.not-found` */
export async function sendLetterFile(
  house: House,
  letterId: string,
  format: string,
  response: Response,
): Promise<void> {
  const em = house.dataSource.manager;
  const file = await em.findOneBy(LetterFile, { letterId, format: format as LetterFile['format'] });
  const blob = file?.blobId ? await em.findOneBy(Blob, { id: file.blobId }) : null;
  if (!blob) throw new FuhanError('request.not-found');
  sendBlob(response, blob, await house.blobs.get(blob.sha256), format === 'pdf' || format === 'html');
}
