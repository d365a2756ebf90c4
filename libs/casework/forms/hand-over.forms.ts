import { handOverModes, returnDecisions } from '@fuhan/contracts';
import { decisionsFor } from '@fuhan/rules';
import { plannedTargets } from '../hand-over/reply-due';
import { supervisingDuties } from '../hand-over/supervisor';
import {
  type Advice,
  type Choice,
  coAssignments,
  type FormContext,
  type FormOf,
  otherUnitChoices,
  plain,
  shortName,
  unitChoices,
} from './form';

const divide: FormOf = (ctx) => {
  const { directory } = ctx.material;
  const offices = [...directory.offices.values()].filter(({ unitId }) => unitId === ctx.unitId);
  const drafters = [...directory.people.values()].filter(
    ({ id, unitId, disabledAt }) =>
      unitId === ctx.unitId && disabledAt === null && ctx.dutiesOf.get(id)?.includes('drafter'),
  );
  const [only] = drafters;
  return {
    defaults: { drafterId: drafters.length === 1 && only ? only.id : null },
    choices: {
      offices: offices.map(({ id, name }) => ({ value: id, label: name })),
      drafters: drafters.map(({ id, name, officeId }) => {
        const office = officeId ? directory.offices.get(officeId)?.name : undefined;
        return { value: id, label: office ? `${name}（${office}）` : name };
      }),
    },
  };
};

/** Each unit may be put down as lead, or be asked about the suggestion it was found by. */
const handOverAdvice = ({ unitAdvice = [] }: FormContext): Advice[] =>
  unitAdvice.map(({ about, units }) => ({
    about,
    units: units.map(({ id, name, reasons }) => ({
      name,
      reasons: [...reasons],
      uses: [
        { label: '主办', field: 'leadUnitId', value: id, adds: false },
        {
          ...{ label: '会办', field: 'coHandlers', adds: true },
          value: { unitId: id, question: `请就“${about.slice(0, 200)}”提出意见。` },
        },
      ],
    })),
  }));

/** Begins with what the list proposes, where the proposal came in one, and the back-plan of that day; the coordinator may move a day. */
const handOver: FormOf = (ctx) => {
  const { proposedHandOver: proposed } = ctx.material;
  const planned = plannedTargets({ ...ctx, today: proposed?.handedOverOn ?? ctx.today });
  return {
    defaults: {
      ...(proposed?.leadUnitId && { leadUnitId: proposed.leadUnitId }),
      ...(proposed && {
        coHandlers: proposed.coUnitIds.map((unitId) => ({ unitId, question: '' })),
        referenceUnitIds: proposed.referenceUnitIds,
        handedOverOn: proposed.handedOverOn,
      }),
      targets: planned.map(({ key, on }) => ({ key, on })),
    },
    choices: {
      modes: ctx.profile.handOver.modes.map((value) => ({ value, label: handOverModes[value] })),
      units: unitChoices(ctx),
      targets: planned.map(({ key, name }) => ({ value: key, label: name })),
    },
    advice: handOverAdvice(ctx),
  };
};

const addHandler: FormOf = (ctx) => {
  const apart = ctx.material.assignments.some(({ role, endedAt }) => role === 'separate' && endedAt === null);
  return { defaults: { role: apart ? 'separate' : 'co' }, choices: { units: otherUnitChoices(ctx) } };
};

const nameSupervisor: FormOf = (ctx) => {
  const { people, units } = ctx.material.directory;
  const fit = [...people.values()].filter(
    ({ id, disabledAt }) =>
      disabledAt === null && supervisingDuties.some((duty) => ctx.dutiesOf.get(id)?.includes(duty)),
  );
  const { supervisorId, supervisorName } = ctx.material.proposal;
  return {
    defaults: { supervisorId, supervisorName: supervisorId === null ? supervisorName : null },
    choices: {
      supervisors: fit.map(({ id, name, unitId }) => ({
        value: id,
        label: `${name}（${units.get(unitId)?.shortName ?? ''}）`,
      })),
    },
  };
};

/** Whom a return or one more co-handler may name: anybody but the own unit. */
const elsewhere: FormOf = (ctx) => ({
  choices: { units: unitChoices(ctx).filter(({ value }) => value !== ctx.unitId) },
});

const oneMore: FormOf = (ctx) => ({ choices: { units: otherUnitChoices(ctx) } });

/** The answers this request may get, with the unit that was asked for already chosen. */
const answer: FormOf = (ctx, targetId) => {
  const request = ctx.material.requests.find(({ id }) => id === targetId);
  const wish = request?.wish ?? 'nobody';
  const asked = ctx.material.statements.find(
    ({ requestId, kind }) => requestId === targetId && kind === 'asked',
  );
  const label = (decision: keyof typeof returnDecisions): string =>
    wish === 'one_more' && decision === 'keep' ? '不增加会办单位' : returnDecisions[decision];
  const decisions = decisionsFor(wish).map((value): Choice => ({ value, label: label(value) }));
  return {
    defaults: { unitId: asked?.unitId ?? null },
    choices: { units: unitChoices(ctx), decisions },
  };
};

const settle: FormOf = (ctx, targetId) => {
  const form = answer(ctx, targetId);
  return { ...form, defaults: { ...('defaults' in form ? form.defaults : {}), dated: ctx.today } };
};

/** Handing over and taking on. */
export const handOverForms = {
  'proposal.handOver': handOver,
  'proposal.editSuggestions': ({ material }) => ({
    defaults: { suggestions: material.suggestions.map(({ id, title, body }) => ({ id, title, body })) },
  }),
  'proposal.reorderHandlers': (ctx) => ({
    defaults: { unitIds: coAssignments(ctx).map(({ unitId }) => unitId) },
    choices: {
      coUnits: coAssignments(ctx).map(({ unitId }) => ({ value: unitId, label: shortName(ctx, unitId) })),
    },
  }),
  'proposal.addHandler': addHandler,
  'proposal.nameSupervisor': nameSupervisor,
  'proposal.recall': plain,
  'proposal.withdraw': (ctx) => ({ defaults: { documentOn: ctx.today } }),
  'proposal.merge': ({ mergeable = [] }) =>
    mergeable.length === 0 ? [] : { choices: { proposals: [...mergeable] } },
  'proposal.unmerge': plain,
  'assignment.sign': plain,
  'assignment.unsign': plain,
  'assignment.undivide': plain,
  'assignment.signAndAskFor': oneMore,
  'assignment.requestReturn': elsewhere,
  'assignment.reopenReturn': plain,
  'assignment.remove': plain,
  'returnRequest.decide': answer,
  'returnRequest.dispute': plain,
  'returnRequest.settle': settle,
  'assignment.divide': divide,
} satisfies Record<string, FormOf>;
