import { ruleText, stateLabel } from '@fuhan/rules';
import { type CaseFile, type CaseFileContext, names } from './context';

/** The wishes for more time, the first one first. */
export function extensions(ctx: CaseFileContext): CaseFile['extensions'] {
  const { deadlines } = ctx.material;
  return ctx.material.extensions.map((each) => {
    const deadline = deadlines.find(({ id }) => id === each.deadlineId);
    return {
      id: each.id,
      clockId: each.deadlineId,
      label: deadline?.basis.name ?? '',
      unit: names(ctx).unit(deadline?.unitId ?? null),
      state: each.state,
      stateLabel: stateLabel('extension', each.state),
      rule: ruleText(each.rule),
      reason: each.reason,
      dueBefore: each.dueBefore,
      dueWanted: each.dueWanted,
      requestedOn: each.requestedOn,
      decision: each.decision,
      toldOn: each.toldOn,
      toldHow: each.toldHow,
    };
  });
}
