import { type CaseCommandName, commandPath, formSchema, nextActionAnswer } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import type { Duty, NextAction, PlaceProfile } from '@fuhan/rules';
import type { z } from 'zod';
import type { CaseMaterial } from './case-material';
import { sectionTitle } from './section-title';

type Choice = { value: string; label: string };
type Choices = Record<string, Choice[]>;
interface Form {
  /** Where one action has several forms: which one this is. */
  readonly label?: string;
  readonly defaults?: Record<string, unknown>;
  readonly choices?: Choices;
}

/** What a form is filled from: the case, its profile, who holds which duty, today. */
export interface FormContext {
  readonly material: CaseMaterial;
  readonly profile: PlaceProfile;
  readonly dutiesOf: ReadonlyMap<string, readonly Duty[]>;
  readonly unitId: string;
  readonly today: DateString;
  /** What may be let stand, by review step; absent for steps that are not the reader's to sign. */
  readonly overrulable?: ReadonlyMap<string, readonly { readonly key: string; readonly label: string }[]>;
}

type FormOf = (ctx: FormContext, targetId: string) => Form | Form[];

const unitChoices = ({ material }: FormContext): Choice[] =>
  [...material.directory.units.values()]
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }));

const shortName = ({ material }: FormContext, unitId: string): string =>
  material.directory.units.get(unitId)?.shortName ?? '';

const sectionChoices = ({ material }: FormContext, draftId: string): Choice[] =>
  material.sections
    .filter((section) => section.draftId === draftId)
    .map((section) => ({
      value: section.id,
      label: `${section.ordinal}. ${sectionTitle(material, section)}`,
    }));

const coAssignments = ({ material }: FormContext) => material.assignments.filter(({ role }) => role === 'co');

const divide: FormOf = (ctx) => {
  const { directory } = ctx.material;
  const offices = [...directory.offices.values()].filter(({ unitId }) => unitId === ctx.unitId);
  const drafters = [...directory.people.values()].filter(
    ({ id, unitId, disabledAt }) =>
      unitId === ctx.unitId && disabledAt === null && ctx.dutiesOf.get(id)?.includes('drafter'),
  );
  return {
    choices: {
      offices: offices.map(({ id, name }) => ({ value: id, label: name })),
      drafters: drafters.map(({ id, name, officeId }) => {
        const office = officeId ? directory.offices.get(officeId)?.name : undefined;
        return { value: id, label: office ? `${name}（${office}）` : name };
      }),
    },
  };
};

/** A returned opinion opens with what was given last. */
const submitOpinion: FormOf = (ctx, targetId) => {
  const { suggestions, versions, items } = ctx.material;
  const last = versions.filter(({ opinionId }) => opinionId === targetId).at(-1);
  const given = items.filter(({ opinionVersionId }) => opinionVersionId === last?.id);
  return {
    defaults: {
      contactName: last?.contactName ?? '',
      contactPhone: last?.contactPhone ?? '',
      items: suggestions.map(({ id: suggestionId }) => {
        const item = given.find((each) => each.suggestionId === suggestionId);
        return {
          suggestionId,
          position: item?.position ?? 'adopted',
          body: item?.body ?? '',
          commitments: item?.commitments ?? [],
        };
      }),
    },
    choices: { suggestions: suggestions.map(({ id, title }) => ({ value: id, label: title })) },
  };
};

const adopt: FormOf = (ctx, targetId) => {
  const { opinions, versions, items, suggestions, assignments } = ctx.material;
  const opinionItems = opinions.flatMap((opinion) => {
    const latest = versions.filter(({ opinionId }) => opinionId === opinion.id).at(-1);
    const unitId = assignments.find(({ id }) => id === opinion.assignmentId)?.unitId ?? '';
    return items
      .filter(({ opinionVersionId }) => opinionVersionId === latest?.id)
      .map((item) => {
        const title = suggestions.find(({ id }) => id === item.suggestionId)?.title ?? '';
        return { value: item.id, label: `${shortName(ctx, unitId)}：${title}` };
      });
  });
  return { choices: { sections: sectionChoices(ctx, targetId), opinionItems } };
};

/** One form for each section, filled with what stands in it. */
const saveSection: FormOf = (ctx, targetId) => {
  const { sections, passages } = ctx.material;
  const choices = { sections: sectionChoices(ctx, targetId) };
  return sections
    .filter(({ draftId }) => draftId === targetId)
    .map(({ id, version, heading, verdict }, i) => ({
      label: choices.sections[i]?.label ?? '',
      defaults: {
        sectionId: id,
        version,
        heading,
        verdict,
        passages: passages
          .filter(({ sectionId }) => sectionId === id)
          .map((passage) => ({ id: passage.id, kind: passage.kind, body: passage.body })),
      },
      choices,
    }));
};

const saveFrame: FormOf = (ctx, targetId) => {
  const draft = ctx.material.drafts.find(({ id }) => id === targetId);
  const classes = ctx.profile.classes.map(({ key, name, definition }) => ({
    value: key,
    label: `${name}：${definition}`,
  }));
  if (!draft) return { choices: { classes } };
  const { version, outcomeClass, printClass, publication, contacts, prose, wording } = draft;
  const own = Object.entries(wording).map(([piece, template]) => ({ piece, template }));
  return {
    defaults: {
      version,
      outcomeClass: outcomeClass ?? '',
      printClass,
      publication,
      contacts,
      prose: prose.join('\n'),
      wording: own,
    },
    choices: { classes },
  };
};

const plain: FormOf = () => ({});

const forms: { readonly [N in Exclude<CaseCommandName, 'proposal.register'>]: FormOf } = {
  'proposal.handOver': (ctx) => ({ choices: { units: unitChoices(ctx) } }),
  'proposal.reorderHandlers': (ctx) => ({
    defaults: { unitIds: coAssignments(ctx).map(({ unitId }) => unitId) },
    choices: {
      coUnits: coAssignments(ctx).map(({ unitId }) => ({ value: unitId, label: shortName(ctx, unitId) })),
    },
  }),
  'assignment.sign': plain,
  'assignment.divide': divide,
  'opinion.submit': submitOpinion,
  'opinion.accept': plain,
  'opinion.sendBack': plain,
  'draft.adopt': adopt,
  'draft.saveSection': saveSection,
  'draft.addSection': (ctx, targetId) => ({
    defaults: { heading: '', position: sectionChoices(ctx, targetId).length + 1 },
  }),
  'draft.removeSection': (ctx, targetId) => {
    const free = new Set(
      ctx.material.sections.filter(({ suggestionId }) => suggestionId === null).map(({ id }) => id),
    );
    return {
      choices: { freeSections: sectionChoices(ctx, targetId).filter(({ value }) => free.has(value)) },
    };
  },
  'draft.saveFrame': saveFrame,
  'draft.submit': plain,
  'reviewStep.approve': plain,
  'reviewStep.sendBack': plain,
  // Without a finding there is nothing to let stand, and no button.
  'reviewStep.overrule': ({ overrulable }, targetId) => {
    const findings = (overrulable?.get(targetId) ?? []).map(({ key, label }) => ({ value: key, label }));
    return findings.length > 0 ? { choices: { findings } } : [];
  },
  'draft.issue': ({ today }) => ({ defaults: { date: today } }),
  'letter.deliver': plain,
  'delivery.receive': plain,
};

const hasForm = (action: string): action is keyof typeof forms => action in forms;

/** What the action is done to, in words a person recognises. */
function targetLabel(ctx: FormContext, targetId: string): string {
  const { material } = ctx;
  const opinion = material.opinions.find(({ id }) => id === targetId);
  const assignment = material.assignments.find(({ id }) => id === targetId || id === opinion?.assignmentId);
  if (assignment) return shortName(ctx, assignment.unitId);
  const step = material.steps.find(({ id }) => id === targetId);
  const letter = material.letters.find(({ id }) => id === targetId);
  const delivery = material.deliveries.find(({ id }) => id === targetId);
  const draft = material.drafts.find(({ id }) => id === targetId);
  return (
    step?.name ??
    letter?.documentNumber ??
    delivery?.recipientName ??
    (draft ? '答复稿' : `第${material.proposal.number}号`)
  );
}

/** The buttons of the page, each with its form: address, schema, first values, choices. */
export const describeActions = (
  ctx: FormContext,
  found: readonly NextAction[],
): z.input<typeof nextActionAnswer>[] =>
  found.flatMap(({ action, label, targetId, blockedBy, todo }) => {
    if (!hasForm(action)) return [];
    const made = forms[action](ctx, targetId);
    return (Array.isArray(made) ? made : [made]).map((form) => ({
      command: action,
      label,
      targetId,
      targetLabel: form.label ?? targetLabel(ctx, targetId),
      href: `/api${commandPath(action, targetId)}`,
      blockedBy,
      todo,
      schema: formSchema(action),
      defaults: form.defaults ?? {},
      choices: form.choices ?? {},
    }));
  });
