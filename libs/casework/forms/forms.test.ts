import { type CaseCommandName, caseCommandNames, commandSpec } from '@fuhan/contracts';
import type { NextAction, PlaceProfile } from '@fuhan/rules';
import { describeActions, type FormContext } from './index';
import { dutiesOf, draftRow, rows, whole } from '../testing/material';

const profile = {
  classes: [
    { key: 'A', name: 'A类', definition: '已经办成。' },
    { key: 'B', name: 'B类', definition: '正在推进。' },
  ],
} as unknown as PlaceProfile;

/** The target a person meets each command on. */
const targets: Record<Exclude<CaseCommandName, 'proposal.register'>, string> = {
  'proposal.handOver': 'proposal',
  'proposal.reorderHandlers': 'proposal',
  'assignment.sign': 'a-lead',
  'assignment.divide': 'a-lead',
  'opinion.submit': 'opinion',
  'opinion.accept': 'opinion',
  'opinion.sendBack': 'opinion',
  'opinion.inviteByLink': 'opinion-2',
  'opinion.enterOnBehalf': 'opinion',
  'outsideLink.revoke': 'link',
  'draft.adopt': 'draft',
  'draft.saveSection': 'draft',
  'draft.addSection': 'draft',
  'draft.removeSection': 'draft',
  'draft.saveFrame': 'draft',
  'draft.submit': 'draft',
  'reviewStep.approve': 'step',
  'reviewStep.sendBack': 'step',
  'reviewStep.overrule': 'step',
  'draft.issue': 'draft',
  'letter.deliver': 'letter',
  'delivery.receive': 'delivery',
  'assignment.chase': 'a-lead',
  'delivery.record': 'delivery',
  'delivery.confirm': 'delivery',
  'letter.seal': 'letter',
  'letter.askWithdrawal': 'letter',
  'letter.withdraw': 'letter',
  'letter.keep': 'letter',
  'letter.correct': 'letter',
  'draft.saveCorrection': 'draft',
  'assignment.recordContact': 'a-lead',
  'contactRecord.strike': 'contact',
};
type Formed = keyof typeof targets;
const formed = Object.keys(targets) as Formed[];

const found = (
  action: NextAction['action'],
  targetId: string,
  more: Partial<NextAction> = {},
): NextAction => ({
  ...{ action, label: commandSpec(action as Formed).label, targetId, blockedBy: null, todo: true },
  ...more,
});
const overrulable = new Map([['step', [{ key: 'left-over-marks|**', label: '标题：留有标记。' }]]]);
const formsOf = (action: Formed, more: Partial<FormContext> = {}, targetId = targets[action]) =>
  describeActions(
    { material: whole(), profile, dutiesOf, unitId: 'lead', today: '2026-06-05', overrulable, ...more },
    [found(action, targetId)],
  );
const formOf = (action: Formed, more: Partial<FormContext> = {}, targetId = targets[action]) =>
  formsOf(action, more, targetId)[0]!;
const choices = (action: Formed, list: string, more: Partial<FormContext> = {}): string[] | undefined =>
  formOf(action, more).choices[list]?.map(({ value, label }) => `${value} ${label}`);

interface Schema {
  title?: string;
  choices?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}
/** The lines of a form, as a screen draws them: title, * where it must be filled in, the list's own lines in brackets. */
const linesOf = ({ properties = {}, required = [] }: Schema): string[] =>
  Object.entries(properties).map(([key, field]) => {
    const inner = field.items?.properties ? `(${linesOf(field.items).join(' ')})` : '';
    const title = field.title ?? field.anyOf?.[0]?.title;
    return `${title}${required.includes(key) ? '*' : ''}${inner}`;
  });
const listsOf = (schema: Schema): string[] => [
  ...(schema.choices ? [schema.choices] : []),
  ...[
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ].flatMap(listsOf),
];

describe('the form of an action', () => {
  it('should exist for every command on a case', () => {
    expect([...formed, 'proposal.register'].sort()).toEqual([...caseCommandNames].sort());
  });

  it.each<[Formed, string[]]>([
    [
      'proposal.handOver',
      ['主办单位*', '会办单位（按顺序）(会办单位* 请其回答的问题)', '参阅单位', '交办日期'],
    ],
    ['proposal.reorderHandlers', ['会办单位的新顺序*']],
    ['assignment.sign', []],
    ['assignment.divide', ['科室*', '承办人*']],
    [
      'opinion.submit',
      [
        ...['联系人*', '联系电话*', '签发人', '签发人职务', '公开属性'],
        '逐条意见*(建议* 态度* 意见* 事实和数据(事项* 数值* 范围 截至日期 来源) 承诺(承诺事项* 完成日期 责任科室或责任人))',
        '附件(文件*)',
      ],
    ],
    ['opinion.inviteByLink', ['用链接的原因*']],
    ['outsideLink.revoke', ['停用原因*']],
    ['opinion.accept', []],
    ['opinion.sendBack', ['退回原因*']],
    ['draft.adopt', ['采用到哪一部分*', '哪一条意见*', '第几段']],
    ['draft.saveSection', ['部分*', '版本*', '标题（自己加的部分）', '采纳意见', '段落*(段落 样式 文字*)']],
    ['draft.addSection', ['标题*', '放在第几部分*']],
    ['draft.removeSection', ['部分*']],
    [
      'draft.saveFrame',
      [
        ...['版本*', '办理结果（类别）*', '印出类别*', '公开方式*', '联系人*(联系人* 联系电话*)', '总体回应'],
        '本函特别用语(哪一处* 本函用语*)',
      ],
    ],
    ['draft.submit', []],
    ['reviewStep.approve', ['意见']],
    ['reviewStep.sendBack', ['退回意见*']],
    ['draft.issue', ['成文日期*']],
    ['letter.deliver', []],
    ['delivery.receive', []],
    ['assignment.chase', ['催办内容*']],
  ])('should ask for these lines, with * what must be filled in: %s', (action, lines) => {
    expect(linesOf(formOf(action).schema as Schema)).toEqual(lines);
  });

  it.each(formed)('should bring every list its lines choose from: %s', (action) => {
    const { schema, choices: brought } = formOf(action);
    expect(listsOf(schema as Schema).filter((list) => brought[list] === undefined)).toEqual([]);
  });

  it.each(formed)('should bring no list that no line chooses from: %s', (action) => {
    const { schema, choices: brought } = formOf(action);
    const asked = [...listsOf(schema as Schema), 'suggestions'];
    expect(Object.keys(brought).filter((list) => !asked.includes(list))).toEqual([]);
  });

  it.each(formed)('should fill in no line that it does not have: %s', (action) => {
    const { schema, defaults } = formOf(action);
    const lines = Object.keys((schema as Schema).properties ?? {});
    expect(Object.keys(defaults).filter((key) => !lines.includes(key))).toEqual([]);
  });

  it.each<[Formed, string]>([
    ['proposal.handOver', '第137001号'],
    ['assignment.sign', '市工业局'],
    ['opinion.accept', '市商务局'],
    ['opinion.inviteByLink', '市水务局'],
    ['outsideLink.revoke', '市水务局'],
    ['draft.submit', '答复稿'],
    ['reviewStep.approve', '核稿'],
    ['letter.deliver', '测工函〔2026〕3号'],
    ['delivery.receive', '市水务局'],
  ])('should name what it is done to: %s → %s', (action, label) => {
    expect(formOf(action).targetLabel).toBe(label);
  });

  it.each<[Formed, string]>([
    ['opinion.sendBack', '/api/opinions/opinion/send-back'],
    ['reviewStep.approve', '/api/review-steps/step/approve'],
    ['outsideLink.revoke', '/api/outside-links/link/revoke'],
    ['delivery.receive', '/api/deliveries/delivery/receive'],
  ])('should be sent to the address of its command: %s', (action, href) => {
    expect(formOf(action).href).toBe(href);
  });

  it('should carry what blocks it', () => {
    const [form] = describeActions(
      { material: whole(), profile, dutiesOf, unitId: 'lead', today: '2026-06-05' },
      [found('draft.submit', 'draft', { blockedBy: '还没有填联系人和电话。', todo: false })],
    );
    expect([form?.blockedBy, form?.todo]).toEqual(['还没有填联系人和电话。', false]);
  });

  it('should not exist for what the system does by itself', () => {
    const context = { material: whole(), profile, dutiesOf, unitId: 'lead', today: '2026-06-05' };
    expect(describeActions(context, [{ ...found('draft.submit', 'draft'), action: 'draft.sign' }])).toEqual(
      [],
    );
  });
});

describe('what a form offers to choose', () => {
  it('should be for the hand-over every unit that still exists, by its full name', () => {
    expect(choices('proposal.handOver', 'units')).toEqual([
      'lead 测试市工业局',
      'co 测试市商务局',
      'co-2 测试市水务局',
    ]);
  });

  it('should be for a new order the co-handlers alone, by their short names', () => {
    expect(choices('proposal.reorderHandlers', 'coUnits')).toEqual(['co 市商务局', 'co-2 市水务局']);
  });

  it('should be for the division the sections of the own unit', () => {
    expect(choices('assignment.divide', 'offices')).toEqual(['office-1 产业科', 'office-2 综合科']);
  });

  it('should be for the division the unit’s drafters who have not left, with their section', () => {
    expect(choices('assignment.divide', 'drafters')).toEqual(['seated 林一（产业科）', 'unseated 林二']);
  });

  it('should be other drafters in another unit', () => {
    expect(choices('assignment.divide', 'drafters', { unitId: 'co' })).toEqual(['elsewhere 林五（商贸科）']);
  });

  it('should be for adoption what stands in the latest version, under unit and suggestion', () => {
    expect(choices('draft.adopt', 'opinionItems')).toEqual(['i-2 市商务局：共享充电桩']);
  });

  it('should be for adoption the sections of this draft, numbered', () => {
    expect(choices('draft.adopt', 'sections')).toEqual(['sec-1 1. 摸清底数', 'sec-2 2. 其他']);
  });

  it('should be for removal only the sections somebody added', () => {
    expect(choices('draft.removeSection', 'freeSections')).toEqual(['sec-2 2. 其他']);
  });

  it('should be for the frame the classes of the place with what they mean', () => {
    expect(choices('draft.saveFrame', 'classes')).toEqual(['A A类：已经办成。', 'B B类：正在推进。']);
  });

  it('should be for the frame of a draft that is gone still the classes', () => {
    expect(formOf('draft.saveFrame', { material: whole({ drafts: [] }) }).choices.classes).toHaveLength(2);
  });
});

describe('what a form is filled with', () => {
  const given = (more: Partial<FormContext> = {}, targetId = 'opinion') =>
    formOf('opinion.submit', more, targetId).defaults as {
      contactName: string;
      items: { suggestionId: string; position: string; body: string; commitments: object[] }[];
    };

  it('should be for a new order the order as it stands', () => {
    expect(formOf('proposal.reorderHandlers').defaults).toEqual({ unitIds: ['co', 'co-2'] });
  });

  it('should be the contact of the version given last', () => {
    expect(given().contactName).toBe('新联络员');
  });

  it('should be the words of the version given last, and nothing of the one before', () => {
    expect(given().items.map(({ body }) => body)).toEqual(['', '新话。']);
  });

  it('should be the promises of the version given last', () => {
    expect(given().items[1]?.commitments).toEqual([{ text: '年底前建成', dueOn: '2026-12-31', owner: null }]);
  });

  it('should be the facts and the files of the version given last', () => {
    const { items, attachments } = formOf('opinion.submit').defaults as {
      items: { facts: { name: string }[] }[];
      attachments: object[];
    };
    expect([items.map(({ facts }) => facts.map(({ name }) => name)), attachments]).toEqual([
      [[], ['充电桩']],
      [{ fileId: 'file-9' }],
    ]);
  });

  it('should not be the scan of a paper opinion, which is given anew each time', () => {
    const attachments = rows<'attachments'>([
      { opinionVersionId: 'v-2', ordinal: 1, fileId: 'f', scan: true },
    ]);
    const form = formOf('opinion.enterOnBehalf', { material: whole({ attachments }) });
    expect([form.defaults['attachments'], form.defaults['scanFileId']]).toEqual([[], undefined]);
  });

  it('should be one empty line a suggestion when no version was given', () => {
    expect(given({}, 'opinion-2').items.map(({ suggestionId, body }) => [suggestionId, body])).toEqual([
      ['s-1', ''],
      ['s-2', ''],
    ]);
  });

  it('should be one form a section, each under its title', () => {
    expect(formsOf('draft.saveSection').map(({ targetLabel }) => targetLabel)).toEqual([
      '1. 摸清底数',
      '2. 其他',
    ]);
  });

  it('should be the passages of that section in their order', () => {
    expect(formOf('draft.saveSection').defaults['passages']).toEqual([
      { id: 'p-1', kind: 'heading2', body: '（一）摸底' },
      { id: 'p-2', kind: 'paragraph', body: '已摸底。' },
    ]);
  });

  it('should be the version that is seen, so that a stale save is found out', () => {
    expect(formsOf('draft.saveSection').map(({ defaults }) => defaults['version'])).toEqual([3, 1]);
  });

  it('should be for a new section the place after the last', () => {
    expect(formOf('draft.addSection').defaults['position']).toBe(3);
  });

  it('should be the frame as it stands, prose by lines, wording by pieces, no class while none is chosen', () => {
    expect(formOf('draft.saveFrame').defaults).toEqual({
      ...{ version: 4, outcomeClass: '', printClass: true, publication: 'on_request' },
      ...{ contacts: draftRow.contacts, prose: '一段。\n二段。' },
      wording: [{ piece: 'closing', template: '特此函复。' }],
    });
  });

  it('should be for the issue the date of today', () => {
    expect(formOf('draft.issue').defaults).toEqual({ date: '2026-06-05' });
  });

  it.each<Formed>([
    'assignment.sign',
    'draft.submit',
    'letter.deliver',
    'reviewStep.sendBack',
    'opinion.accept',
  ])('should be nothing where there is nothing to know: %s', (action) => {
    expect(formOf(action).defaults).toEqual({});
  });
});

describe('letting a finding stand', () => {
  it('should offer what the checks found', () => {
    expect(choices('reviewStep.overrule', 'findings')).toEqual(['left-over-marks|** 标题：留有标记。']);
  });

  it('should be no button where nothing was found', () => {
    expect(formsOf('reviewStep.overrule', { overrulable: new Map() })).toEqual([]);
  });
});
