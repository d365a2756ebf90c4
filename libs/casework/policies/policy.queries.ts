import type { policyAnswer, policyBrief, policyPreview, policyReading } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { Person } from '@fuhan/identity';
import { type Policy, policyKinds } from '@fuhan/knowledge';
import { Blob, type BlobStore } from '@fuhan/platform';
import { type Actor, policyStates } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { PolicyDocument } from '../case/policy.entities';
import { currentNamed, readUploaded } from './policy.usecases';

type Brief = z.input<typeof policyBrief>;
type Reading = z.input<typeof policyReading>;

const shown = ({ kind, ...reading }: Policy, title: string): Reading =>
  ({ ...reading, kindLabel: policyKinds[kind], title }) as Reading;

const measuresOf = ({ sections }: Policy): Policy['sections'][number]['measures'][number][] =>
  sections.flatMap(({ measures }) => measures);

function brief({ reading, ...policy }: PolicyDocument, names: ReadonlyMap<string, string>): Brief {
  const measures = measuresOf(reading);
  return {
    ...{ id: policy.id, title: policy.title, issuer: reading.issuer, date: reading.date },
    ...{ state: policy.state, stateLabel: policyStates[policy.state], kindLabel: policyKinds[reading.kind] },
    sections: reading.sections.length,
    measures: measures.length,
    units: new Set(measures.flatMap(({ units }) => units)).size,
    findings: reading.findings.length,
    importedAt: policy.importedAt.toISOString(),
    importedBy: names.get(policy.importedBy) ?? '',
  };
}

async function namesOf(em: EntityManager, policies: readonly PolicyDocument[]): Promise<Map<string, string>> {
  const people = await em.findBy(Person, { id: In(policies.map(({ importedBy }) => importedBy)) });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** All documents, the current ones first, the newest first. */
export async function listPolicies(em: EntityManager): Promise<Brief[]> {
  const all = await em.find(PolicyDocument, { order: { importedAt: 'DESC', title: 'ASC' } });
  const names = await namesOf(em, all);
  const current = ({ state }: PolicyDocument): number => (state === 'current' ? 0 : 1);
  return [...all].sort((a, b) => current(a) - current(b)).map((policy) => brief(policy, names));
}

/** One document with all it says. @throws FuhanError `request.not-found` */
export async function showPolicy(
  em: EntityManager,
  id: string,
): Promise<Omit<z.input<typeof policyAnswer>, 'actions'>> {
  const policy = await em.findOneBy(PolicyDocument, { id });
  if (!policy) throw new FuhanError('request.not-found');
  const file = await em.findOneByOrFail(Blob, { id: policy.fileId });
  const { replacedById } = policy;
  const next = replacedById === null ? null : await em.findOneByOrFail(PolicyDocument, { id: replacedById });
  const { state, stateLabel, importedAt, importedBy } = brief(policy, await namesOf(em, [policy]));
  return {
    ...{ id, state, stateLabel, importedAt, importedBy, reason: policy.reason },
    reading: shown(policy.reading, policy.title),
    ...{ fileId: file.id, fileName: file.fileName },
    replacedBy: next && { id: next.id, title: next.title },
  };
}

/** What importing a file would bring: nothing is stored. @throws FuhanError as `readUploaded` */
export async function previewPolicy(
  em: EntityManager,
  services: { readonly blobs: BlobStore },
  actor: Actor,
  fileId: string,
): Promise<z.input<typeof policyPreview>> {
  const reading = await readUploaded(em, services, actor, fileId);
  const same = await currentNamed(em, reading.title);
  return { ...shown(reading, reading.title), sameTitle: same && { id: same.id, title: same.title } };
}
