import type { earlierLetterAnswer } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { renderText } from '@fuhan/letter-engine';
import { Blob } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { EarlierLetter } from '../case/earlier.entities';
import { mayFind, scopeOf } from '../search/may-find';

/** A letter of an earlier year, for who may find it. @throws FuhanError `request.not-found` */
export async function showEarlierLetter(
  em: EntityManager,
  actor: Actor,
  id: string,
): Promise<z.input<typeof earlierLetterAnswer>> {
  const [found] = (await em.query(
    `SELECT 1 FROM search_document d WHERE ${mayFind} AND d.kind = 'earlier' AND d.source_id = $3`,
    [...scopeOf(actor), id],
  )) as unknown[];
  const letter = found === undefined ? null : await em.findOneBy(EarlierLetter, { id });
  if (!letter) throw new FuhanError('request.not-found');
  const { reading, model, fileId, importedAt, day } = letter;
  const { documentNumber, issuer, outcomeClass, date, proposalNumber, proposalTitle } = reading;
  const file = await em.findOneByOrFail(Blob, { id: fileId });
  return {
    ...{ id, documentNumber, issuer, outcomeClass, date, proposalNumber, proposalTitle, fileId },
    title: reading.title ?? proposalTitle ?? file.fileName,
    year: Number(day.slice(0, 4)),
    addressees: [...reading.addressees],
    coHandlers: [...reading.coHandlers],
    publication: model.publication,
    paragraphs: renderText(model).trim().split('\n\n'),
    fileName: file.fileName,
    importedAt: importedAt.toISOString(),
  };
}
