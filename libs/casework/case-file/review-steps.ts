import { checkNamed } from '@fuhan/letter-engine';
import { duties, FRAME, mayHold, stateLabel } from '@fuhan/rules';
import type { ReviewStep } from '../case/entities';
import { type CaseFile, type CaseFileContext, iso, isoOrNull, names } from './context';

type Draft = CaseFile['drafts'][number];

/** What a part of the letter is called: 文头文尾, 第 3 部分. */
function partName({ material }: CaseFileContext, part: string): string {
  if (part === FRAME) return '文头文尾';
  const section = material.sections.find(({ id }) => id === part);
  return section ? `第 ${section.ordinal} 部分` : '已删去的部分';
}

/** 签发 is anyone's with the duty; a named person stands before it. */
function holder(ctx: CaseFileContext, step: ReviewStep): string {
  const name = names(ctx);
  const where = `${name.unit(step.unitId)}${name.office(step.officeId) ?? ''}`;
  return name.person(step.personId) ?? `${where}${duties[step.duty]?.label ?? ''}`;
}

/** The text it saw before: its own decision in an earlier round is what changes are shown against. */
const sawBefore = ({ material }: CaseFileContext, step: ReviewStep): boolean =>
  material.steps.some(
    ({ draftId, stepKey, seenDigest }) =>
      draftId === step.draftId && stepKey === step.stepKey && seenDigest !== null,
  );

function backTo(
  { material }: CaseFileContext,
  { state, backTo: to, draftId, round }: ReviewStep,
): string | null {
  if (state !== 'sent_back') return null;
  if (to === null) return '承办人';
  return (
    material.steps.find((each) => each.draftId === draftId && each.round === round && each.stepKey === to)
      ?.name ?? null
  );
}

function step(ctx: CaseFileContext, each: ReviewStep): Draft['steps'][number] {
  const name = names(ctx);
  const open = each.state === 'open';
  return {
    ...{ id: each.id, round: each.round, stage: each.stage, name: each.name, state: each.state },
    stateLabel: stateLabel('review_step', each.state),
    holder: holder(ctx, each),
    mine: open && mayHold(each, ctx.actor),
    openedAt: isoOrNull(each.openedAt),
    readAt: isoOrNull(each.readAt),
    readBy: name.person(each.readBy),
    comment: each.comment,
    decidedBy: name.person(each.decidedBy),
    decidedAt: isoOrNull(each.decidedAt),
    delegatedBy: name.person(each.delegatedBy),
    addedBy: name.person(each.addedBy),
    kept: each.keptFrom !== null,
    touched: each.touched.map((part) => partName(ctx, part)),
    direct: each.direct,
    backTo: backTo(ctx, each),
    backDirect: each.backDirect,
    redline: sawBefore(ctx, each) ? `/api/drafts/${each.draftId}/redline.html?since=${each.id}` : null,
    overrules: each.overrules.map(({ checkId, excerpt, reason, by, at }) => ({
      ...{ excerpt, reason, at },
      check: checkNamed(checkId)?.name ?? checkId,
      by: name.person(by) ?? '',
    })),
  };
}

/** The steps of a draft's review, round by round. */
export const steps = (ctx: CaseFileContext, draftId: string): Draft['steps'] =>
  ctx.material.steps.filter((each) => each.draftId === draftId).map((each) => step(ctx, each));

/** Each round with its route and why it was chosen. */
export const rounds = (ctx: CaseFileContext, draftId: string): Draft['rounds'] =>
  ctx.material.rounds
    .filter((each) => each.draftId === draftId)
    .map(({ round, routeName, reason, begunAt, personId }) => ({
      ...{ round, route: routeName, reason, begunAt: iso(begunAt) },
      begunBy: names(ctx).person(personId) ?? '',
      redline: `/api/drafts/${draftId}/redline.html?since=${round}`,
    }));
