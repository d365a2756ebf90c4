import { type CommandInput, outsideOpinion, outsideOpinionBody } from '@fuhan/contracts';
import { jsonSchema } from '@fuhan/contracts';
import { clockDueOn } from '@fuhan/clocks';
import { loadDirectory } from '@fuhan/identity';
import { type Clock, type DateString, FuhanError } from '@fuhan/kernel';
import { isLive, writesReply } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';
import { loadMaterial } from './case-material';
import { type Assignment, Opinion, OutsideLink } from './case/entities';
import type { PersonalLinks } from './case/links';
import { outsideActor } from './case/outside-actor';
import type { CommandDoor } from './command-door';
import { countKnock } from './count-knock';
import { opinionForm } from './forms/opinion.forms';
import { signForUnit } from './opinions/sign-for-unit';
import { readPaper } from './opinions/read-paper';
import { type TextPart } from './opinions/split-text';
import { writeVersion } from './opinions/write-version';

export interface OutsideServices {
  readonly dataSource: DataSource;
  readonly links: PersonalLinks;
  readonly clock: Clock;
}

/** What the link of a co-handler opens. */
interface OpenOpinion {
  readonly link: OutsideLink;
  readonly opinion: Opinion;
}

/**
 * The opinion a link still asks for. Unknown, run out, stopped and already answered are one answer, which gives nothing away.
 * @throws FuhanError `link.dead`
 */
async function openOpinion(em: EntityManager, tokenHash: string, today: DateString): Promise<OpenOpinion> {
  const link = await em.findOneBy(OutsideLink, { tokenHash, purpose: 'opinion', state: 'live' });
  const opinion = link && (await em.findOneBy(Opinion, { assignmentId: link.assignmentId }));
  const asked = ['awaited', 'revising', 'returned'].includes(opinion?.state ?? '');
  if (!link || !opinion || !asked || today > link.expiresOn) throw new FuhanError('link.dead');
  return { link, opinion };
}

async function knock({ dataSource, links, clock }: OutsideServices, token: string): Promise<OpenOpinion> {
  const opened = await openOpinion(dataSource.manager, links.digestOf(token), clock.today());
  await countKnock(dataSource.manager, 'outside_link', opened.link, clock.now());
  return opened;
}

const answersProposer = (each: Assignment): boolean => writesReply(each.role) && isLive(each);

/** The page of a co-handler without an account: its question, the suggestions, and the form; nothing else of the case. */
export async function outsideOpinionPage(
  services: OutsideServices,
  token: string,
): Promise<z.input<typeof outsideOpinion>> {
  const em = services.dataSource.manager;
  const { link, opinion } = await knock(services, token);
  const material = await loadMaterial(em, link.proposalId);
  const unitName = (id: string | undefined): string =>
    material.directory.units.get(id ?? '')?.shortName ?? '';
  const own = material.assignments.find(({ id }) => id === link.assignmentId);
  const { defaults = {}, choices = {} } = opinionForm({ material }, opinion.id);
  const { attachments: _, ...given } = defaults;
  return {
    unit: unitName(own?.unitId),
    asker: unitName(material.assignments.find(answersProposer)?.unitId),
    proposal: { number: material.proposal.number, title: material.proposal.title },
    question: own?.question ?? null,
    returnReason: opinion.returnReason,
    dueOn: await clockDueOn(em, 'opinion', link.assignmentId),
    expiresOn: link.expiresOn,
    suggestions: material.suggestions.map(({ ordinal, title, body }) => ({ ordinal, title, body })),
    form: { schema: jsonSchema(outsideOpinionBody, 'input'), defaults: given, choices },
  };
}

/**
 * What a paper says, for the form of the link; nothing is stored.
 * @throws FuhanError `link.dead`, `link.busy` and as `readPaper`
 */
export async function readPaperByLink(
  services: OutsideServices,
  token: string,
  bytes: Uint8Array,
  file: string,
): Promise<TextPart[]> {
  const { link } = await knock(services, token);
  return readPaper(services.dataSource.manager, link.proposalId, bytes, file);
}

/**
 * The opinion comes by the link: once for each time it is asked for. Who comes second, or after the link was stopped, finds it dead.
 * @throws FuhanError `link.dead`, `link.busy`, `guard.failed`
 */
export async function submitByLink(
  services: OutsideServices,
  door: CommandDoor,
  token: string,
  body: Omit<CommandInput<'opinion.submit'>, 'attachments'>,
): Promise<{ version: number }> {
  const { link } = await knock(services, token);
  const { assignments } = await loadMaterial(services.dataSource.manager, link.proposalId);
  const unitId = assignments.find(({ id }) => id === link.assignmentId)?.unitId ?? '';
  const { units } = await loadDirectory(services.dataSource.manager);
  const actor = outsideActor(unitId, `${units.get(unitId)?.shortName ?? ''}（${body.contactName}）`);
  const did = { action: 'opinion.submitByLink', linkId: link.id } as const;
  return door.byLink(link.proposalId, actor, did, async (ctx) => {
    // Looked at again behind the lock: another may have answered, or stopped the link, in between.
    const { opinion } = await openOpinion(ctx.em, link.tokenHash, ctx.today);
    await signForUnit(ctx, link.assignmentId);
    await writeVersion(ctx, opinion.id, { ...body, attachments: [] }, { via: 'link', action: did.action });
    return { version: opinion.version + 1 };
  });
}
