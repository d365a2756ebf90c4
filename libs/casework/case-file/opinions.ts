import { opinionWays, positions, publications } from '@fuhan/contracts';
import { asksCoHandlers, stateLabel } from '@fuhan/rules';
import { fateOf } from '../drafting/merge-desk';
import { kindOf, paragraphsOf } from '../drafting/passages';
import { wordsOfUnit } from '../drafting/provenance';
import type { Opinion, OpinionItem, OpinionVersion } from '../case/entities';
import { ownRoute } from './inside';
import { answers, type CaseFile, type CaseFileContext, iso, mayReadOf, names, unitIdOf } from './context';

type OpinionView = CaseFile['opinions'][number];
type VersionView = OpinionView['versions'][number];

/** The reply in which an opinion is taken up: of a co-handled case, the lead's. */
const replyOf = ({ material }: CaseFileContext): string | undefined =>
  material.drafts.filter(({ kind }) => kind === 'reply').sort((a, b) => b.round - a.round)[0]?.id;

type FateView = VersionView['items'][number]['fate'];

/** What became of an item: to a co-handler, of a passage it shares with others, its own words alone. */
function fate(ctx: CaseFileContext, itemId: string): FateView {
  const draftId = replyOf(ctx);
  if (draftId === undefined) return null;
  const whole = fateOf(ctx.material, draftId, itemId);
  if (ctx.overseesAll || answers(ctx)) return whole;
  return {
    ...whole,
    passages: whole.passages.map((each) => {
      const sources = ctx.material.sources.filter(({ passageId }) => passageId === each.id);
      return { ...each, body: wordsOfUnit(each.body, sources, ctx.unitId) };
    }),
  };
}

function item(ctx: CaseFileContext, each: OpinionItem): VersionView['items'][number] {
  const { id, suggestionId, position, body, facts, commitments } = each;
  return {
    ...{ id, suggestionId, position, positionLabel: positions[position], body },
    paragraphs: paragraphsOf(body).map((text) => ({ kind: kindOf(text), body: text })),
    ...{ facts, commitments },
    fate: fate(ctx, id),
  };
}

function version(ctx: CaseFileContext, each: OpinionVersion): VersionView {
  const { items, attachments } = ctx.material;
  const { contactName, contactPhone, signerName, signerDuty, publication, late, via } = each;
  return {
    version: each.version,
    submittedAt: iso(each.submittedAt),
    submittedBy: names(ctx).person(each.submittedBy) ?? contactName,
    ...{ via, viaLabel: opinionWays[via], contactName, contactPhone, signerName, signerDuty },
    ...{ publication, publicationLabel: publications[publication], late },
    attachments: attachments
      .filter(({ opinionVersionId }) => opinionVersionId === each.id)
      .map(({ fileId, fileName, scan }) => ({
        ...{ id: fileId, name: fileName, scan, href: `/api/files/${fileId}` },
      })),
    items: items.filter(({ opinionVersionId }) => opinionVersionId === each.id).map((one) => item(ctx, one)),
  };
}

/** Links to give it without an account, for who may send them. */
function links(ctx: CaseFileContext, assignmentId: string): OpinionView['links'] {
  const replyUnitId = answers(ctx) ? ctx.unitId : undefined;
  if (!asksCoHandlers(ctx.actor, replyUnitId)) return [];
  return ctx.material.links
    .filter((link) => link.assignmentId === assignmentId && link.purpose === 'opinion')
    .map(({ id, state, reason, expiresOn, madeAt, madeBy }) => {
      const opens = state === 'live' && ctx.today <= expiresOn;
      return {
        ...{ id, state, reason, expiresOn, madeAt: iso(madeAt), madeBy: names(ctx).person(madeBy) ?? '' },
        stateLabel: state === 'live' && !opens ? '已过期' : stateLabel('outside_link', state),
        address: opens ? ctx.links.opinionAddressOf(id) : null,
      };
    });
}

function opinion(ctx: CaseFileContext, each: Opinion): OpinionView {
  const { id, assignmentId, state, returnReason } = each;
  const unitId = unitIdOf(ctx, assignmentId);
  return {
    ...{ id, assignmentId, unitId, unit: names(ctx).unit(unitId), state },
    stateLabel: stateLabel('opinion', state),
    returnReason,
    ownRoute: ownRoute(ctx, each),
    links: links(ctx, assignmentId),
    versions: ctx.material.versions
      .filter(({ opinionId }) => opinionId === id)
      .map((one) => version(ctx, one)),
  };
}

/** The opinions the reader's unit may read. */
export const opinions = (ctx: CaseFileContext): CaseFile['opinions'] =>
  ctx.material.opinions
    .filter(({ assignmentId }) => answers(ctx) || mayReadOf(ctx, unitIdOf(ctx, assignmentId)))
    .map((each) => opinion(ctx, each));
