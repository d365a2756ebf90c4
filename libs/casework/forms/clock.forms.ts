import { type FormContext, type FormOf, shortName } from './form';

/** 答复提案者 · 市商务局: a person meets several clocks on one case. */
const clockLabel = (ctx: FormContext, deadlineId: string | undefined): string => {
  const deadline = ctx.material.deadlines.find(({ id }) => id === deadlineId);
  return deadline ? `${deadline.basis.name} · ${shortName(ctx, deadline.unitId)}` : '';
};

const onClock: FormOf = (ctx, targetId) => ({ label: clockLabel(ctx, targetId) });

const onExtension: FormOf = (ctx, targetId) => {
  const extension = ctx.material.extensions.find(({ id }) => id === targetId);
  return { label: `${clockLabel(ctx, extension?.deadlineId)}，延到 ${extension?.dueWanted ?? ''}` };
};

/** Stopping clocks, and more time. */
export const clockForms = {
  'clock.pause': (ctx, targetId) => ({
    label: clockLabel(ctx, targetId),
    defaults: { from: ctx.today },
    choices: {
      pauseCategories: ctx.profile.pauseCategories.map(({ key, name }) => ({ value: key, label: name })),
    },
  }),
  // A pause that is over needs no end: no button.
  'clock.resume': (ctx, targetId) =>
    ctx.material.deadlines.some(
      ({ id, pauses }) => id === targetId && pauses.some(({ until }) => until >= ctx.today),
    )
      ? { label: clockLabel(ctx, targetId) }
      : [],
  'clock.requestExtension': onClock,
  'extension.grant': onExtension,
  'extension.refuse': onExtension,
  'extension.withdraw': onExtension,
  'extension.tellProposer': (ctx, targetId) => ({
    ...onExtension(ctx, targetId),
    defaults: { on: ctx.today },
  }),
} satisfies Record<string, FormOf>;
