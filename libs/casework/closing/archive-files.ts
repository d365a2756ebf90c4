import { Blob, type BlobStore } from '@fuhan/platform';
import { strToU8 } from 'fflate';
import { type EntityManager, In } from 'typeorm';
import { type CaseMaterial, loadMaterial } from '../case-material';
import { Publication } from '../case/entities';
import { sectionTitle } from '../section-title';
import { type ArchiveFile, packArchive } from './archive-package';

interface Services {
  readonly em: EntityManager;
  readonly blobs: BlobStore;
  /** 发文稿纸 of a draft, as PDF. */
  readonly printSheet: (draftId: string) => Promise<Uint8Array>;
}

const json = (path: string, value: unknown): ArchiveFile => ({
  path,
  bytes: strToU8(`${JSON.stringify(value, null, 2)}\n`),
});

/** A name that is only a name, in any system. */
const plain = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 120);

/** Where each stored file of the case lies in the package. */
function storedPaths(material: CaseMaterial): Map<string, string> {
  const paths = new Map<string, string>();
  const put = (id: string | null | undefined, folder: string, name = ''): void => {
    if (id) paths.set(id, `${folder}/${name}`);
  };
  put(material.proposal.originalFileId, '提案', '原件-');
  for (const { fileId } of material.attachments) put(fileId, '会办意见/附件');
  for (const { fileId } of material.contacts) put(fileId, '沟通/附件');
  for (const { scanFileId } of material.seals) put(scanFileId, '用印');
  for (const { receiptFileId } of material.deliveries) put(receiptFileId, '送达/回执');
  for (const { scanFileId } of material.ratings) put(scanFileId, '测评/书面');
  for (const { blobId } of material.files) put(blobId, '答复函');
  return paths;
}

async function storedFiles({ em, blobs }: Services, material: CaseMaterial): Promise<ArchiveFile[]> {
  const paths = storedPaths(material);
  const found = await em.findBy(Blob, { id: In([...paths.keys()]) });
  const files: ArchiveFile[] = [];
  const taken = new Set<string>();
  for (const { id, fileName, sha256 } of found.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const wanted = `${paths.get(id)}${plain(fileName)}`;
    // Two files of one name stand beside each other.
    const path = taken.has(wanted) ? wanted.replace(/(\.[^.]*)?$/, `-${id.slice(0, 8)}$1`) : wanted;
    taken.add(path);
    files.push({ path, bytes: await blobs.get(sha256) });
  }
  return files;
}

function opinionFiles({ opinions, versions, items, directory, assignments }: CaseMaterial): ArchiveFile[] {
  return opinions.flatMap(({ id, assignmentId }) => {
    const unitId = assignments.find((each) => each.id === assignmentId)?.unitId ?? '';
    const unit = plain(directory.units.get(unitId)?.shortName ?? '');
    return versions
      .filter(({ opinionId }) => opinionId === id)
      .map((version) =>
        json(`会办意见/${unit}-第${version.version}版.json`, {
          ...version,
          items: items.filter(({ opinionVersionId }) => opinionVersionId === version.id),
        }),
      );
  });
}

/** Every round of the reply with its sections, passages and where they came from. */
const draftFiles = (material: CaseMaterial): ArchiveFile[] =>
  material.drafts.map((draft, i) =>
    json(`答复稿/${i + 1}-${draft.kind === 'reply' ? `第${draft.round}轮` : '更正函'}.json`, {
      ...draft,
      sections: material.sections
        .filter(({ draftId }) => draftId === draft.id)
        .map((section) => ({
          ...section,
          title: sectionTitle(material, section),
          passages: material.passages
            .filter(({ sectionId }) => sectionId === section.id)
            .map((passage) => ({
              ...passage,
              sources: material.sources.filter(({ passageId }) => passageId === passage.id),
            })),
        })),
    }),
  );

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function recordFiles(material: CaseMaterial): ArchiveFile[] {
  const { proposal, proposers, suggestions, contacts, ratings, redos, commitments, steps, rounds } = material;
  // When the package was made is no part of it: the same case gives the same bytes.
  const { archivedOn: _, ...kept } = proposal;
  const history = material.history
    .map(({ at, actor, words }) => `${shanghai.format(at)}\t${actor}\t${words}`)
    .join('\n');
  return [
    json('提案/提案.json', { ...kept, proposers, suggestions }),
    json('沟通/沟通记录.json', contacts),
    json('测评/测评.json', { ratings: ratings.map(({ tokenHash: __, ...rating }) => rating), redos }),
    json('承诺/承诺.json', commitments),
    json('审签/审签记录.json', { rounds, steps }),
    { path: '经过.txt', bytes: strToU8(`${history}\n`) },
  ];
}

/** 归档包: one zip of all there is of a case, with a manifest by which every file is proven. */
export async function archiveOf(services: Services, proposalId: string): Promise<Uint8Array> {
  const { em, printSheet } = services;
  const material = await loadMaterial(em, proposalId);
  const files = [
    ...recordFiles(material),
    ...opinionFiles(material),
    ...draftFiles(material),
    ...(await storedFiles(services, material)),
  ];
  for (const { id } of material.drafts.filter((draft) =>
    material.letters.some(({ draftId }) => draftId === draft.id),
  ))
    files.push({ path: `审签/发文稿纸-${id.slice(0, 8)}.pdf`, bytes: await printSheet(id) });
  for (const { id, text } of await em.findBy(Publication, { proposalId }))
    files.push({ path: `公开稿/${id.slice(0, 8)}.txt`, bytes: strToU8(text) });
  return packArchive({ number: material.proposal.number, title: material.proposal.title }, files);
}
