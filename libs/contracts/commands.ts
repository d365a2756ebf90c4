import {
  type ActionName,
  actions,
  dutyNames,
  duties,
  houseActions,
  type HouseActionName,
} from '@fuhan/rules';
import type { WordingName } from '@fuhan/letter-engine';
import { z } from 'zod';
import { chosen, date, flag, id, line, oneOf, optionalProse, phone, prose } from './fields';
import { passageKinds, positions, proposalKinds, proposerKinds, publications } from './words';

const dutyLabels = Object.fromEntries(dutyNames.map((name) => [name, duties[name].label]));
const nothing = z.strictObject({});
const version = z.number().int().min(1).meta({ title: '版本', widget: 'hidden' });
const password = () => line(64, '初始密码', { widget: 'password' }).min(10, '密码至少 10 位');

export const registerProposal = z.strictObject({
  kind: oneOf(proposalKinds, '类型'),
  number: line(20, '提案号').regex(/^[0-9]{1,20}$/, '提案号只能是数字'),
  term: z.number().int().min(1).max(99).meta({ title: '届', description: '第几届委员会' }),
  meeting: z.number().int().min(1).max(20).meta({ title: '次', description: '第几次会议' }),
  title: line(200, '案由'),
  proposers: z
    .array(
      z.strictObject({
        kind: oneOf(proposerKinds, '提案者类别'),
        name: line(60, '姓名或名称'),
        contact: line(80, '联系方式').nullable().default(null),
      }),
    )
    .min(1, '至少要有一位提案者')
    .max(200)
    .meta({ title: '提案者' }),
  fullText: prose(200_000, '提案全文'),
  suggestions: z
    .array(z.strictObject({ title: line(200, '建议标题'), body: optionalProse(50_000, '建议内容') }))
    .min(1, '至少要有一条建议')
    .max(60)
    .meta({ title: '建议' }),
  keyProposal: flag('重点提案').default(false),
  consentToPublish: flag('提案者同意公开').default(true),
  originalFileId: id('提案原件', { widget: 'file' }).nullable().default(null),
});

const handOver = z.strictObject({
  leadUnitId: chosen('主办单位', 'units'),
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
  referenceUnitIds: z.array(chosen('参阅单位', 'units')).max(40).default([]).meta({ title: '参阅单位' }),
});

const submitOpinion = z.strictObject({
  contactName: line(40, '联系人'),
  contactPhone: phone(),
  items: z
    .array(
      z.strictObject({
        suggestionId: id('建议', { widget: 'hidden', choices: 'suggestions' }),
        position: oneOf(positions, '态度'),
        body: prose(100_000, '意见'),
        commitments: z
          .array(
            z.strictObject({ text: line(500, '承诺事项'), dueOn: date('完成日期').nullable().default(null) }),
          )
          .max(20)
          .default([])
          .meta({ title: '承诺' }),
      }),
    )
    .min(1, '至少对一条建议给出意见')
    .max(60)
    .meta({ title: '逐条意见', itemTitle: 'suggestionId' }),
});

const saveSection = z.strictObject({
  sectionId: chosen('部分', 'sections'),
  version,
  heading: line(200, '标题（自己加的部分）').nullable().default(null),
  verdict: oneOf(positions, '采纳意见').nullable().default(null),
  passages: z
    .array(
      z.strictObject({
        id: id('段落', { widget: 'hidden' }).nullable().default(null),
        kind: oneOf(passageKinds, '样式').default('paragraph'),
        body: prose(200_000, '文字'),
      }),
    )
    .max(500)
    .meta({ title: '段落' }),
});

/** The pieces of wording that one letter may word differently: templates over the same fields. */
export const wordingPieces = {
  title: '标题',
  addressee: '主送',
  opening: '开头',
  pronoun: '对提案者的称呼',
  heading: '建议标题',
  'verdict-adopted': '“采纳”的印法',
  'verdict-partly': '“部分采纳”的印法',
  'verdict-not_now': '“暂不采纳”的印法',
  'verdict-not_ours': '“不属职责”的印法',
  'verdict-noted': '“留作参考”的印法',
  closing: '结尾',
  signature: '署名',
  annotation: '附注（联系人）',
  'publication-active': '“主动公开”的印法',
  'publication-on_request': '“依申请公开”的印法',
  'publication-none': '“不予公开”的印法',
  copyTo: '抄送',
} as const satisfies Record<WordingName, string>;
export type WordingPiece = keyof typeof wordingPieces;

const saveFrame = z.strictObject({
  version,
  outcomeClass: line(2, '办理结果（类别）', { choices: 'classes' }),
  printClass: flag('印出类别'),
  publication: oneOf(publications, '公开方式'),
  contacts: z
    .array(z.strictObject({ name: line(40, '联系人'), phone: phone() }))
    .min(1, '至少一位联系人')
    .max(10)
    .meta({ title: '联系人' }),
  prose: optionalProse(20_000, '总体回应', { description: '写在开头之后、逐条答复之前；每行一段，可不写' }),
  wording: z
    .array(
      z.strictObject({
        piece: oneOf(wordingPieces, '哪一处'),
        template: line(2000, '本函用语', { widget: 'template' }),
      }),
    )
    .max(Object.keys(wordingPieces).length)
    .default([])
    .meta({ title: '本函特别用语', description: '不填就用本地通用的用语' }),
});

const caseInputs = {
  'proposal.register': registerProposal,
  'proposal.handOver': handOver,
  'proposal.reorderHandlers': z.strictObject({
    unitIds: z.array(chosen('会办单位', 'coUnits')).min(2).max(40).meta({ title: '会办单位的新顺序' }),
  }),
  'assignment.sign': nothing,
  'assignment.divide': z.strictObject({
    officeId: chosen('科室', 'offices'),
    drafterId: chosen('承办人', 'drafters'),
  }),
  'opinion.submit': submitOpinion,
  'opinion.accept': nothing,
  'opinion.sendBack': z.strictObject({ reason: prose(2000, '退回原因') }),
  'draft.adopt': z.strictObject({
    sectionId: chosen('采用到哪一部分', 'sections'),
    opinionItemId: chosen('哪一条意见', 'opinionItems'),
    paragraphs: z
      .array(z.number().int().min(0).max(999))
      .max(500)
      .nullable()
      .default(null)
      .meta({ title: '第几段', description: '从 0 数起；不填就采用全部', widget: 'hidden' }),
  }),
  'draft.saveSection': saveSection,
  'draft.addSection': z.strictObject({
    heading: line(200, '标题'),
    position: z.number().int().min(1).max(100).meta({ title: '放在第几部分' }),
  }),
  'draft.removeSection': z.strictObject({ sectionId: chosen('部分', 'freeSections') }),
  'draft.saveFrame': saveFrame,
  'draft.submit': nothing,
  'reviewStep.approve': z.strictObject({ comment: optionalProse(2000, '意见') }),
  'reviewStep.sendBack': z.strictObject({ comment: prose(2000, '退回意见') }),
  'reviewStep.overrule': z.strictObject({
    finding: line(500, '检查发现', { choices: 'findings' }),
    reason: prose(500, '保留的理由'),
  }),
  'draft.issue': z.strictObject({ date: date('成文日期') }),
  'letter.deliver': nothing,
  'delivery.receive': nothing,
} as const satisfies Partial<Record<ActionName, z.ZodType>>;

const houseInputs = {
  'unit.create': z.strictObject({
    code: line(40, '编码').regex(/^[a-z][a-z0-9_]*$/, '编码只能用小写字母、数字和下划线，以字母开头'),
    name: line(80, '全称'),
    shortName: line(40, '函中简称'),
    aliases: z.array(line(80, '别名')).max(50).default([]).meta({ title: '别名' }),
  }),
  'unit.rename': z.strictObject({ name: line(80, '新全称'), shortName: line(40, '新简称') }),
  'unit.addOffice': z.strictObject({ name: line(60, '科室名称') }),
  'person.create': z.strictObject({
    unitId: chosen('单位', 'units'),
    officeId: chosen('科室', 'offices').nullable().default(null),
    name: line(40, '姓名'),
    account: line(40, '账号').regex(/^[a-z0-9._-]+$/, '账号只能用小写字母、数字、点和短横'),
    phone: phone().nullable().default(null),
    password: password(),
  }),
  'person.disable': nothing,
  'person.setDuties': z.strictObject({
    duties: z.array(oneOf(dutyLabels, '职责')).max(11).meta({ title: '职责' }),
  }),
  'unit.setSeriesStart': z.strictObject({
    agencyCode: line(20, '机关代字').regex(/^\p{Script=Han}+$/u, '机关代字只能是汉字'),
    year: z.number().int().min(2000).max(2100).meta({ title: '年份' }),
    start: z.number().int().min(1).max(99_999).meta({ title: '起始号' }),
  }),
} as const satisfies Record<HouseActionName, z.ZodType>;

export type CaseCommandName = keyof typeof caseInputs;
export type CommandName = CaseCommandName | HouseActionName;
export const commandInputs = { ...caseInputs, ...houseInputs } as const;
/** What a use case receives: the parsed input. */
export type CommandInput<N extends CommandName> = z.output<(typeof commandInputs)[N]>;
export const commandNames = Object.keys(commandInputs) as CommandName[];
export const caseCommandNames = Object.keys(caseInputs) as CaseCommandName[];

export const isHouseCommand = (name: CommandName): name is HouseActionName => name in houseInputs;

const resources = {
  proposal: 'proposals',
  assignment: 'assignments',
  opinion: 'opinions',
  draft: 'drafts',
  reviewStep: 'review-steps',
  letter: 'letters',
  delivery: 'deliveries',
  unit: 'units',
  person: 'people',
} as const;

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface CommandSpec {
  readonly name: CommandName;
  readonly label: string;
  readonly resource: string;
  readonly verb: string;
  /** False where the command makes something new: `POST /proposals`. */
  readonly onTarget: boolean;
}

const ruleOf = (name: CommandName): { label: string; target: string | null } =>
  isHouseCommand(name) ? houseActions[name] : actions[name];

/** Where a command lives: `opinion.sendBack` is `POST /api/opinions/{id}/send-back`. */
export function commandSpec(name: CommandName): CommandSpec {
  const [aggregate, verb] = name.split('.') as [keyof typeof resources, string];
  const rule = ruleOf(name);
  return {
    name,
    label: rule.label,
    resource: resources[aggregate],
    verb: kebab(verb),
    onTarget: rule.target !== null,
  };
}

/** The address of a command on a target, below `/api`. */
export function commandPath(name: CommandName, targetId: string | null): string {
  const spec = commandSpec(name);
  return targetId === null ? `/${spec.resource}` : `/${spec.resource}/${targetId}/${spec.verb}`;
}

/** The command behind an address; undefined where there is none. */
export const commandAt = (resource: string, verb: string | null): CommandName | undefined =>
  commandNames.find((name) => {
    const spec = commandSpec(name);
    return (
      spec.resource === resource && (verb === null ? !spec.onTarget : spec.onTarget && spec.verb === verb)
    );
  });
