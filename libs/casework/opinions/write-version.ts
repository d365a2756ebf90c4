import type { CommandInput, OpinionWay } from '@fuhan/contracts';
import { clockDueOn } from '@fuhan/clocks';
import { Unit } from '@fuhan/identity';
import { FuhanError, newId } from '@fuhan/kernel';
import { Blob } from '@fuhan/platform';
import { type EntityManager, In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Assignment, Opinion, OpinionAttachment, OpinionItem, OpinionVersion } from '../case/entities';
import { record, transition } from '../case/transition';

type Given = CommandInput<'opinion.submit'>;

/** Who brings it, and how: nobody of the house where it came by the unit's outside link. */
export interface Way {
  readonly via: OpinionWay;
  readonly action: 'opinion.submit' | 'opinion.letOut' | 'opinion.enterOnBehalf' | 'opinion.submitByLink';
  /** The scan of a paper opinion. */
  readonly scanFileId?: string;
  /** Who wrote it, where somebody else lets it out. */
  readonly by?: string;
}

/** @throws FuhanError `guard.failed`: each suggestion is of this case and answered once */
function refuseStrangeItems(ctx: CommandContext, items: Given['items']): void {
  const known = new Set(ctx.snapshot.suggestions.map(({ id }) => id));
  const asked = items.map(({ suggestionId }) => suggestionId);
  if (asked.some((id) => !known.has(id)) || new Set(asked).size !== asked.length) {
    throw new FuhanError('guard.failed', {
      detail: '意见对应的建议不属于这件提案，或对同一条建议写了两次。请刷新后再填。',
    });
  }
}

/** Files are the giver's own uploads, or were given with an earlier version. @throws FuhanError `file.unknown` */
async function refuseStrangeFiles(
  { em }: CommandContext,
  opinionId: string,
  fileIds: readonly string[],
  giver: string,
): Promise<void> {
  const own = await em.findBy(Blob, { id: In([...fileIds]), createdBy: giver });
  const earlier = (await em.query(
    `SELECT file_id AS id FROM opinion_attachment a JOIN opinion_version v ON v.id = a.opinion_version_id
     WHERE v.opinion_id = $1`,
    [opinionId],
  )) as { id: string }[];
  const known = new Set([...own, ...earlier].map(({ id }) => id));
  if (fileIds.some((id) => !known.has(id)) || new Set(fileIds).size !== fileIds.length)
    throw new FuhanError('file.unknown');
}

/** What is given is about this case, and its files are its giver's. @throws FuhanError `guard.failed`, `file.unknown` */
export async function refuseStrange(
  ctx: CommandContext,
  opinionId: string,
  { items, attachments }: Given,
  giver: string,
  scanFileId?: string,
): Promise<void> {
  refuseStrangeItems(ctx, items);
  const fileIds = attachments.map(({ fileId }) => fileId);
  await refuseStrangeFiles(ctx, opinionId, [...fileIds, ...(scanFileId ? [scanFileId] : [])], giver);
}

async function insertFiles(
  em: EntityManager,
  opinionVersionId: string,
  given: Given,
  way: Way,
): Promise<void> {
  const files = [
    ...(way.scanFileId === undefined ? [] : [{ fileId: way.scanFileId, scan: true }]),
    ...given.attachments.map(({ fileId }) => ({ fileId, scan: false })),
  ];
  if (files.length === 0) return;
  await em.insert(
    OpinionAttachment,
    files.map((file, i) => ({ opinionVersionId, ordinal: i + 1, ...file })),
  );
}

const wayWords: Record<OpinionWay, (unit: string) => string> = {
  system: (unit) => `${unit}提交会办意见`,
  link: (unit) => `${unit}通过链接提交会办意见`,
  paper: (unit) => `代${unit}录入纸质会办意见（附扫描件）`,
};

/** 一份会办意见: a new version, suggestion by suggestion; earlier versions stay. One given after its day is marked late. */
export async function writeVersion(
  ctx: CommandContext,
  opinionId: string,
  given: Given,
  way: Way,
): Promise<void> {
  const { em } = ctx;
  const opinion = await em.findOneByOrFail(Opinion, { id: opinionId });
  const giver = way.by ?? ctx.actor.personId;
  await refuseStrange(ctx, opinionId, given, giver, way.scanFileId);
  const dueOn = await clockDueOn(em, 'opinion', opinion.assignmentId);
  const late = dueOn !== null && ctx.today > dueOn;
  const version = opinion.version + 1;
  const opinionVersionId = newId();
  const { items, attachments: _, ...about } = given;
  await em.insert(OpinionVersion, {
    ...{ id: opinionVersionId, opinionId, version, late, via: way.via, submittedAt: ctx.now },
    ...about,
    submittedBy: way.via === 'link' ? null : giver,
  });
  await em.insert(
    OpinionItem,
    items.map((item) => ({ id: newId(), opinionVersionId, ...item })),
  );
  await insertFiles(em, opinionVersionId, given, way);
  const { unitId } = await em.findOneByOrFail(Assignment, { id: opinion.assignmentId });
  const { shortName } = await em.findOneByOrFail(Unit, { id: unitId });
  const words = `${wayWords[way.via](shortName)}（第 ${version} 版），答复 ${items.length} 条建议。`;
  await record(ctx, way.action, opinionId, late ? `${words}晚于应交日期 ${dueOn}。` : words);
  await transition(ctx, 'opinion', opinionId, way.action, { version, returnReason: null });
}
