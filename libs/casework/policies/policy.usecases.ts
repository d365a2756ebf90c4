import { FuhanError, isDate, newId } from '@fuhan/kernel';
import type { HouseUseCase } from '@fuhan/identity';
import { type Policy, readPolicy } from '@fuhan/knowledge';
import { readSource } from '@fuhan/letter-engine';
import { Blob, type BlobStore } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { PolicyDocument } from '../case/policy.entities';
import { knownUnits } from '../imports/import.usecases';

type Services = { readonly blobs: BlobStore };

/**
 * What a file the reader uploaded says; nothing is stored.
 * @throws FuhanError `file.unknown`, `policy.unrecognised`, `policy.too-long`, `letter.*` where the file cannot be read
 */
export async function readUploaded(
  em: EntityManager,
  { blobs }: Services,
  actor: Actor,
  fileId: string,
): Promise<Policy> {
  const blob = await em.findOneBy(Blob, { id: fileId, createdBy: actor.personId });
  if (!blob) throw new FuhanError('file.unknown');
  const lines = await readSource(await blobs.get(blob.sha256), blob.fileName);
  const policy = readPolicy(
    lines.map(({ text }) => text),
    await knownUnits(em),
  );
  return { ...policy, date: policy.date !== null && isDate(policy.date) ? policy.date : null };
}

/** The document of this name that is current. */
export const currentNamed = (em: EntityManager, title: string): Promise<PolicyDocument | null> =>
  em.findOneBy(PolicyDocument, { title, state: 'current' });

async function insert(
  em: EntityManager,
  actor: Actor,
  now: Date,
  document: Pick<PolicyDocument, 'id' | 'reading' | 'fileId' | 'title'>,
): Promise<void> {
  if (await currentNamed(em, document.title))
    throw new FuhanError('policy.title-taken', { title: document.title });
  await em.insert(PolicyDocument, {
    ...document,
    reading: document.reading as never,
    state: 'current',
    kind: document.reading.kind,
    importedAt: now,
    importedBy: actor.personId,
  });
}

/** 导入政策文件: read as a whole, or not at all. */
const importPolicy =
  (services: Services): HouseUseCase<'policy.import'> =>
  async ({ em, actor, now }, { fileId, title }) => {
    const reading = await readUploaded(em, services, actor, fileId);
    const id = newId();
    await lockPolicies(em);
    await insert(em, actor, now, { id, reading, fileId, title: title ?? reading.title });
    return { id };
  };

/** One import after the other: two of one name would meet at the index, with no words for it. */
const lockPolicies = (em: EntityManager): Promise<unknown> =>
  em.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.policies'))`);

async function end(em: EntityManager, id: string, how: Partial<PolicyDocument>): Promise<PolicyDocument> {
  await lockPolicies(em);
  const policy = await em.findOneBy(PolicyDocument, { id });
  if (!policy) throw new FuhanError('request.not-found');
  const { affected } = await em.update(PolicyDocument, { id, state: 'current' }, how as never);
  if (affected === 0) throw new FuhanError('policy.ended');
  return policy;
}

/** 换成新版: the old one stays to be read, and counts no more. */
const replacePolicy =
  (services: Services): HouseUseCase<'policy.replace'> =>
  async ({ em, actor, now }, { fileId, title }, oldId) => {
    const id = newId();
    const old = await end(em, oldId, { state: 'withdrawn', endedAt: now });
    const reading = await readUploaded(em, services, actor, fileId);
    await insert(em, actor, now, { id, reading, fileId, title: title ?? old.title });
    await em.update(PolicyDocument, { id: oldId }, { state: 'replaced', replacedById: id });
    return { id };
  };

const withdrawPolicy: HouseUseCase<'policy.withdraw'> = async ({ em, now }, { reason }, id) => {
  await end(em, id, { state: 'withdrawn', endedAt: now, reason });
  return { id };
};

/** What is done to policy documents; the files lie in the store. */
export const policyUseCasesWith = (services: Services) =>
  ({
    'policy.import': importPolicy(services),
    'policy.replace': replacePolicy(services),
    'policy.withdraw': withdrawPolicy,
  }) as const;
