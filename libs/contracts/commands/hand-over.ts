import { z } from 'zod';
import { chosen, date, id, line, oneOf, optionalProse, prose } from '../fields';
import { addedRoles, handOverModes, returnDecisions, returnWishes } from '../words';
import { nothing } from './common';

const maybeUnit = (title: string, description?: string) =>
  chosen(title, 'units')
    .nullable()
    .default(null)
    .meta({ title, ...(description ? { description } : {}) });

const handOver = z.strictObject({
  mode: oneOf(handOverModes, '承办方式').nullable().default(null).meta({
    title: '承办方式',
    choices: 'modes',
    description: '不选时按下面选的单位判断：有会办单位的是主办加会办，没有的是单办。',
  }),
  leadUnitId: maybeUnit('主办（单办）单位'),
  coHandlers: z
    .array(
      z.strictObject({
        unitId: chosen('会办单位', 'units'),
        question: optionalProse(2000, '请其回答的问题'),
      }),
    )
    .max(40)
    .default([])
    .meta({ title: '会办单位（按顺序）' }),
  separateUnitIds: z
    .array(chosen('分办单位', 'units'))
    .max(40)
    .default([])
    .meta({ title: '分办单位（各自答复）' }),
  referenceUnitIds: z.array(chosen('参阅单位', 'units')).max(40).default([]).meta({ title: '参阅单位' }),
  handedOverOn: date('交办日期')
    .nullable()
    .default(null)
    .meta({ title: '交办日期', description: '不填就是今天；年中补登记的，填原来的日期，时限从那天算起' }),
  targets: z
    .array(
      z.strictObject({
        key: line(40, '节点', { widget: 'hidden', choices: 'targets' }),
        on: date('日期'),
      }),
    )
    .max(10)
    .default([])
    .meta({
      title: '倒排时间',
      description: '从答复到期日往前排，可以改；只作工作安排，不计逾期。',
      itemTitle: 'key',
    }),
});

const requestReturn = z.strictObject({
  wish: oneOf(returnWishes, '建议'),
  unitId: maybeUnit('应承办的单位', '提不出时留空。'),
  reason: prose(2000, '退办理由'),
});

/** What the coordinator, or the rung above, answers. */
const answer = {
  decision: oneOf(returnDecisions, '答复').meta({ choices: 'decisions' }),
  unitId: maybeUnit('改交或增加的单位', '维持或不增加时留空。'),
};

export const handOverInputs = {
  'proposal.handOver': handOver,
  'proposal.editSuggestions': z.strictObject({
    suggestions: z
      .array(
        z.strictObject({
          /** Null: a new one. */
          id: id('建议', { widget: 'hidden' }).nullable().default(null),
          title: line(200, '建议标题'),
          body: optionalProse(50_000, '建议内容'),
        }),
      )
      .min(1, '至少要有一条建议')
      .max(60)
      .meta({
        title: '建议',
        description: '把光标放在内容中要分开的地方，再按“从光标处拆成两条”。',
        parts: 'body',
      }),
  }),
  'proposal.reorderHandlers': z.strictObject({
    unitIds: z.array(chosen('会办单位', 'coUnits')).min(2).max(40).meta({ title: '会办单位的新顺序' }),
  }),
  'proposal.addHandler': z.strictObject({
    unitId: chosen('增加的单位', 'units'),
    role: oneOf(addedRoles, '承办方式').default('co'),
    question: optionalProse(2000, '请其回答的问题'),
  }),
  'proposal.nameSupervisor': z.strictObject({
    supervisorId: chosen('督办领导', 'supervisors').nullable().default(null).meta({ title: '督办领导' }),
    supervisorName: line(60, '姓名和职务')
      .nullable()
      .default(null)
      .meta({ title: '姓名和职务', description: '领导没有本系统账号时填写。' }),
  }),
  'proposal.recall': z.strictObject({ reason: prose(2000, '撤回理由') }),
  'proposal.withdraw': z.strictObject({
    documentOn: date('撤案函的日期'),
    reason: prose(2000, '撤案理由'),
  }),
  'proposal.merge': z.strictObject({
    proposalIds: z.array(chosen('并入的提案', 'proposals')).min(1, '至少要选一件').max(40).meta({
      title: '并入本件的提案',
      description: '同一次会议的提案，题目相近的在前。并入后由本件一并答复。',
    }),
    reason: prose(2000, '并案的理由'),
  }),
  'proposal.unmerge': z.strictObject({ reason: prose(2000, '解除的理由') }),
  'assignment.sign': nothing,
  'assignment.unsign': nothing,
  'assignment.undivide': nothing,
  'assignment.signAndAskFor': z.strictObject({
    unitId: chosen('请求增加的会办单位', 'units'),
    reason: prose(2000, '理由'),
  }),
  'assignment.requestReturn': requestReturn,
  'assignment.reopenReturn': z.strictObject({ reason: prose(2000, '重新开放的理由') }),
  'assignment.remove': z.strictObject({ reason: prose(2000, '撤出理由') }),
  'assignment.divide': z.strictObject({
    drafterId: chosen('承办人', 'drafters'),
    officeId: chosen('科室', 'offices')
      .nullable()
      .default(null)
      .meta({ title: '科室', description: '不选就是承办人所在的科室。' }),
  }),
  'returnRequest.decide': z.strictObject({ ...answer, words: prose(2000, '答复的话') }),
  'returnRequest.dispute': z.strictObject({ words: prose(5000, '异议') }),
  'returnRequest.settle': z.strictObject({
    ...answer,
    dated: date('裁定的日期'),
    words: prose(5000, '裁定的话'),
  }),
} as const;
