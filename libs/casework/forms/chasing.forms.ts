import { chineseDate } from '@fuhan/kernel';
import { type FormOf, shortName } from './form';

/** 催办 begins with the usual words, to be changed at will. */
export const chasingForms = {
  'assignment.chase': (ctx, targetId) => {
    const assignment = ctx.material.assignments.find(({ id }) => id === targetId);
    const running = ctx.material.deadlines
      .filter((each) => each.subjectId === targetId && each.state === 'running' && !each.isWindow)
      .map(({ dueOn }) => dueOn)
      .sort();
    const by = running[0] ? `（时限${chineseDate(running[0])}）` : '';
    const unit = assignment ? shortName(ctx, assignment.unitId) : '';
    return { defaults: { text: `请${unit}抓紧办理${by}；确有困难的，请及时说明。` } };
  },
} satisfies Record<string, FormOf>;
