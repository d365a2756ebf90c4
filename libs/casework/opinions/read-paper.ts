import { FuhanError } from '@fuhan/kernel';
import { readSource, sourceFormat } from '@fuhan/letter-engine';
import { type Actor, decide, maySee } from '@fuhan/rules';
import type { DateString } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';
import { Opinion, Suggestion } from '../case/entities';
import { loadSnapshot } from '../case/snapshot.queries';
import { splitBySuggestions, type TextPart } from './split-text';

/**
 * What a .docx or plain text says, as answers to the suggestions. Nothing is stored.
 * @throws FuhanError `file.empty`, `opinion.file-kind`, `letter.*` where the file cannot be read, `opinion.file-blank` where nothing is in it
 */
export async function readPaper(
  em: EntityManager,
  proposalId: string,
  bytes: Uint8Array,
  file: string,
): Promise<TextPart[]> {
  if (bytes.length === 0) throw new FuhanError('file.empty');
  if (sourceFormat(bytes, file) === 'pdf') throw new FuhanError('opinion.file-kind', { file });
  const suggestions = await em.find(Suggestion, { where: { proposalId }, order: { ordinal: 'ASC' } });
  const parts = splitBySuggestions(await readSource(bytes, file), suggestions);
  if (parts.length === 0) throw new FuhanError('opinion.file-blank', { file });
  return parts;
}

/**
 * The case of an opinion that this person may write now.
 * @throws FuhanError `request.not-found`
 */
export async function caseOfOwnOpinion(
  em: EntityManager,
  actor: Actor,
  opinionId: string,
  today: DateString,
): Promise<string> {
  const opinion = await em.findOneBy(Opinion, { id: opinionId });
  const snapshot = opinion && (await loadSnapshot(em, opinion.proposalId, today));
  const mayWrite =
    snapshot &&
    maySee(snapshot, actor) &&
    (['opinion.submit', 'opinion.enterOnBehalf'] as const).some((action) =>
      ['allowed', 'blocked'].includes(decide(snapshot, actor, action, opinionId).verdict),
    );
  if (!opinion || !mayWrite) throw new FuhanError('request.not-found');
  return opinion.proposalId;
}
