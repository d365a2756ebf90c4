import { shanghaiTime, chineseDate, shanghaiDate } from '@fuhan/kernel';
import { checkNamed, type Ink, inkOf, type SignOffSheet } from '@fuhan/letter-engine';
import { publications } from '@fuhan/contracts';
import { type Directory, loadDirectory } from '@fuhan/identity';
import { duties, type PlaceProfile } from '@fuhan/rules';
import { type EntityManager, In, Not } from 'typeorm';
import { Assignment, Draft, Letter, ReviewRound, type ReviewStep, SignOffInk } from '../case/entities';
import { newestSteps } from './advance';
import { textNow } from './text-now';

const nameIn = (directory: Directory, personId: string | null): string =>
  (personId && directory.people.get(personId)?.name) || '';

/** 2026年5月13日 10:10, by the clock of the place. */
const printedAt = (instant: Date | null): string =>
  instant === null ? '' : `${chineseDate(shanghaiDate(instant))} ${shanghaiTime(instant)}`;

/** What stands under the name of a step: that it ran beside others, who gave it away, who added it. */
function noteOf(directory: Directory, step: ReviewStep, steps: readonly ReviewStep[]): string {
  const beside = steps.some(({ stage, lane }) => stage === step.stage && lane !== step.lane);
  return [
    ...(beside ? ['并行'] : []),
    ...(step.delegatedBy ? [`受${nameIn(directory, step.delegatedBy)}委托`] : []),
    ...(step.addedBy ? [`${nameIn(directory, step.addedBy)}请加签`] : []),
  ].join('，');
}

const inkIn = (inks: readonly SignOffInk[], id: string | null): Ink | null => {
  const found = inks.find((each) => each.id === id);
  return found ? inkOf(found.path) : null;
};

const boxOf =
  (directory: Directory, steps: readonly ReviewStep[], inks: readonly SignOffInk[]) =>
  (step: ReviewStep): SignOffSheet['steps'][number] => ({
    name: step.name,
    note: noteOf(directory, step, steps),
    words: step.state === 'approved' ? (step.comment ?? '同意。') : '',
    by:
      step.state === 'approved'
        ? nameIn(directory, step.decidedBy)
        : `（待${nameIn(directory, step.personId) || duties[step.duty].label}办理）`,
    at: step.state === 'approved' ? printedAt(step.decidedAt) : '',
    ink: step.state === 'approved' ? inkIn(inks, step.inkId) : null,
  });

/** The sign-off sheet of a draft as it stands: facts from the letter, boxes from the newest round of its review. */
export async function signOffSheet(
  ctx: { readonly em: EntityManager; readonly profile: PlaceProfile },
  draftId: string,
): Promise<SignOffSheet> {
  const { em } = ctx;
  const draft = await em.findOneByOrFail(Draft, { id: draftId });
  const { unitId, officeId, drafterId } = await em.findOneByOrFail(Assignment, { id: draft.assignmentId });
  const letter = await em.findOne(Letter, {
    where: { draftId, state: Not('withdrawn') },
    order: { issuedAt: 'DESC' },
  });
  const model = letter?.model ?? (await textNow(ctx, draftId)).model;
  const directory = await loadDirectory(em);
  const steps = (await newestSteps(em, draftId)).filter(({ state }) => state !== 'cancelled');
  const inks = await em.findBy(SignOffInk, { id: In(steps.flatMap(({ inkId }) => inkId ?? [])) });
  const round = await em.findOne(ReviewRound, { where: { draftId }, order: { round: 'DESC' } });
  return {
    unit: model.issuer ?? directory.units.get(unitId)?.name ?? '',
    documentNumber: letter?.documentNumber ?? '',
    secrecy: model.print?.secrecy ?? '',
    urgency: model.print?.urgency ?? '',
    title: model.title ?? '',
    sendTo: model.addressees.join('、'),
    copyTo: model.copyTo.join('、'),
    drafter: nameIn(directory, drafterId),
    office: (officeId && directory.offices.get(officeId)?.name) || '',
    outcomeClass: draft.outcomeClass ? `${draft.outcomeClass}类` : '',
    publication: publications[draft.publication],
    route: round?.reason ?? '',
    steps: steps.map(boxOf(directory, steps, inks)),
    overrules: steps.flatMap(({ overrules }) =>
      overrules.map(({ checkId, excerpt, reason, by, at }) => ({
        name: checkNamed(checkId)?.name ?? checkId,
        words: excerpt ? `“${excerpt}”：${reason}` : reason,
        by: nameIn(directory, by),
        at: printedAt(new Date(at)),
      })),
    ),
    // Co-handlers confirm their passages in a later step of the product's way; what they confirmed is printed here.
    confirmations: [],
  };
}
