import { type CaseCommandName, caseCommandNames, commandSpec } from '@fuhan/contracts';
import { type NextAction, parseRule, type PlaceProfile, stateCouncilCalendar } from '@fuhan/rules';
import { describeActions, type FormContext } from './index';
import { dutiesOf, draftRow, rows, whole } from '../testing/material';

const profile = {
  classes: [
    { key: 'A', name: 'A类', definition: '已经办成。' },
    { key: 'B', name: 'B类', definition: '正在推进。' },
  ],
  pauseCategories: [{ key: 'proposer', name: '等候提案者' }],
  clocks: [{ key: 'reply', rule: parseRule('3个月', { roll: true }) }],
  handOver: { backPlan: [{ key: 'draft', name: '答复稿拟成', workdaysBefore: 20 }] },
} as unknown as PlaceProfile;
const calendar = stateCouncilCalendar();

/** The target a person meets each command on. */
const targets: Record<Exclude<CaseCommandName, 'proposal.register'>, string> = {
  'proposal.handOver': 'proposal',
  'proposal.reorderHandlers': 'proposal',
  'proposal.addHandler': 'proposal',
  'proposal.nameSupervisor': 'proposal',
  'proposal.recall': 'proposal',
  'proposal.withdraw': 'proposal',
  'assignment.sign': 'a-lead',
  'assignment.signAndAskFor': 'a-lead',
  'assignment.requestReturn': 'a-lead',
  'assignment.reopenReturn': 'a-lead',
  'assignment.remove': 'a-co',
  'returnRequest.decide': 'request',
  'returnRequest.dispute': 'request',
  'returnRequest.settle': 'request',
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
  'draft.withdraw': 'draft',
  'reviewStep.approve': 'step',
  'reviewStep.sendBack': 'step',
  'reviewStep.overrule': 'step',
  'reviewStep.addSigner': 'step',
  'reviewStep.delegate': 'step',
  'reviewStep.withdraw': 'step',
  'reviewStep.read': 'step',
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
  'clock.pause': 'clock',
  'clock.resume': 'clock',
  'clock.requestExtension': 'clock',
  'extension.grant': 'extension',
  'extension.refuse': 'extension',
  'extension.withdraw': 'extension',
  'extension.tellProposer': 'extension',
};
type Formed = keyof typeof targets;
/** 打开审阅 is said by the page itself. */
const formed = (Object.keys(targets) as Formed[]).filter((action) => action !== 'reviewStep.read');

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
    {
      material: whole(),
      profile,
      calendar,
      dutiesOf,
      unitId: 'lead',
      today: '2026-06-05',
      overrulable,
      ...more,
    },
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
    expect([...formed, 'proposal.register', 'reviewStep.read'].sort()).toEqual([...caseCommandNames].sort());
  });

  it.each<[Formed, string[]]>([
    [
      'proposal.handOver',
      [
        ...['承办方式', '主办（单办）单位', '会办单位（按顺序）(会办单位* 请其回答的问题)'],
        ...['分办单位（各自答复）', '参阅单位', '倒排时间(节点* 日期*)'],
      ],
    ],
    ['proposal.addHandler', ['增加的单位*', '承办方式', '请其回答的问题']],
    ['proposal.nameSupervisor', ['督办领导', '姓名和职务']],
    ['proposal.recall', ['撤回理由*']],
    ['proposal.withdraw', ['撤案函的日期*', '撤案理由*']],
    ['assignment.signAndAskFor', ['请求增加的会办单位*', '理由*']],
    ['assignment.requestReturn', ['建议*', '应承办的单位', '退办理由*']],
    ['assignment.reopenReturn', ['重新开放的理由*']],
    ['assignment.remove', ['撤出理由*']],
    ['returnRequest.decide', ['答复*', '改交或增加的单位', '答复的话*']],
    ['returnRequest.dispute', ['异议*']],
    ['returnRequest.settle', ['答复*', '改交或增加的单位', '裁定的日期*', '裁定的话*']],
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
    ['draft.withdraw', []],
    ['reviewStep.approve', ['意见', '所见文字的摘要']],
    ['reviewStep.sendBack', ['退回意见*', '退回到', '改后直送我']],
    ['reviewStep.addSigner', ['请谁加签*', '什么时候看', '说明']],
    ['reviewStep.delegate', ['委托给*', '说明']],
    ['reviewStep.withdraw', []],
    ['draft.issue', ['成文日期*']],
    ['letter.deliver', []],
    ['delivery.receive', []],
    ['assignment.chase', ['催办内容*']],
    ['clock.pause', ['类别*', '原因*', '从哪天起*', '到哪天止（这天也不计）*']],
    ['clock.resume', ['恢复的原因*']],
    ['clock.requestExtension', ['延长到（自起算日合计，如 6个月；也可写日期，如 2026-09-30）*', '理由*']],
    ['extension.grant', ['批复意见']],
    ['extension.refuse', ['不同意的理由*']],
    ['extension.withdraw', []],
    ['extension.tellProposer', ['哪天告知*', '怎样告知（电话、短信、当面）*']],
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
      { material: whole(), profile, calendar, dutiesOf, unitId: 'lead', today: '2026-06-05' },
      [found('draft.submit', 'draft', { blockedBy: '还没有填联系人和电话。', todo: false })],
    );
    expect([form?.blockedBy, form?.todo]).toEqual(['还没有填联系人和电话。', false]);
  });

  it('should not exist for what the system does by itself', () => {
    const context = { material: whole(), profile, calendar, dutiesOf, unitId: 'lead', today: '2026-06-05' };
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

  it('should be for one more unit only those that have no part in it yet', () => {
    const helper = whole().assignments[1];
    const material = whole({ assignments: [...whole().assignments.slice(0, 1), helper!].slice(0, 2) });
    expect(choices('proposal.addHandler', 'units', { material })).toEqual(['co-2 测试市水务局']);
  });

  it('should be for who returns it every unit but the own one', () => {
    expect(choices('assignment.requestReturn', 'units')).toEqual(['co 测试市商务局', 'co-2 测试市水务局']);
  });

  it('should be for the supervisor who leads or supervises, with the unit', () => {
    const duties = new Map(dutiesOf).set('seated', ['leader']).set('gone', ['leader']);
    expect(choices('proposal.nameSupervisor', 'supervisors', { dutiesOf: duties })).toEqual([
      'seated 林一（市工业局）',
    ]);
  });

  it.each([
    ['other_unit', ['keep 维持原交办', 'move 改交其他单位', 'add 增加承办单位']],
    ['one_more', ['keep 不增加会办单位', 'add 增加承办单位']],
  ])('should be for a request what it may be answered with: %s', (wish, expected) => {
    const material = whole({ requests: rows<'requests'>([{ id: 'request', assignmentId: 'a-co', wish }]) });
    expect(choices('returnRequest.decide', 'decisions', { material })).toEqual(expected);
  });

  it('should be for the back-plan the steps of the place', () => {
    expect(choices('proposal.handOver', 'targets')).toEqual(['draft 答复稿拟成']);
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

  it('should be for the hand-over the days of the back-plan, counted from the due day of a reply handed over today', () => {
    // Three months on is 7 September 2026 (the 5th is a Saturday); twenty working days before it is 10 August.
    expect(formOf('proposal.handOver').defaults).toEqual({ targets: [{ key: 'draft', on: '2026-08-10' }] });
  });

  it('should be for an answer the unit that was asked for', () => {
    const material = whole({
      requests: rows<'requests'>([{ id: 'request', assignmentId: 'a-co', wish: 'other_unit' }]),
      statements: rows<'statements'>([{ requestId: 'request', kind: 'asked', unitId: 'co-2' }]),
    });
    expect(formOf('returnRequest.settle', { material }).defaults).toEqual({
      unitId: 'co-2',
      dated: '2026-06-05',
    });
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

describe('the forms of a review step', () => {
  const earlier = (more: object) => ({
    ...{ id: 'checked', draftId: 'draft', round: 1, stage: 1, ordinal: 1, lane: 'check', name: '核稿' },
    ...{ state: 'approved', unitId: 'lead', duty: 'reviewer', ...more },
  });
  const signing = {
    ...earlier({}),
    id: 'step',
    stage: 3,
    ordinal: 3,
    lane: 'sign',
    name: '签发',
    state: 'open',
  };
  const withSteps = (...steps: object[]) => ({ material: whole({ steps: rows<'steps'>(steps) }) });

  it('should offer the drafter and the steps that have approved before to be sent back to', () => {
    const given = withSteps(earlier({}), earlier({ id: 'skipped', stage: 2, state: 'cancelled' }), signing);
    expect(choices('reviewStep.sendBack', 'backTo', given)).toEqual([
      'drafter 承办人（修改文字）',
      'checked 核稿',
    ]);
  });

  it.each([
    ['of an earlier round', { round: 0 }],
    ['beside it', { stage: 3, lane: 'legal' }],
    ['of another draft', { draftId: 'draft-x' }],
  ])('should not offer a step %s', (_where, more) => {
    expect(choices('reviewStep.sendBack', 'backTo', withSteps(earlier(more), signing))).toHaveLength(1);
  });

  it('should offer for delegating the unit’s reviewers, but not the drafter, who left, or is the reader', () => {
    expect(choices('reviewStep.delegate', 'people')).toEqual(['unseated 林二', 'reviewer 林三']);
    expect(choices('reviewStep.delegate', 'people', { personId: 'reviewer' })).toEqual(['unseated 林二']);
  });

  it('should offer as signers people, and the duties somebody of the unit holds', () => {
    expect(choices('reviewStep.addSigner', 'signers')).toEqual([
      'person:unseated 林二',
      'person:reviewer 林三',
      'duty:reviewer 任何一位核稿人',
    ]);
  });

  it('should carry the digest of the text that is on the screen', () => {
    const seen = new Map([['step', 'abc']]);
    expect(formOf('reviewStep.approve', { seen }).defaults).toEqual({ seen: 'abc' });
  });

  it('should offer phrases where there are any', () => {
    expect(choices('reviewStep.approve', 'phrases', { phrases: ['同意。'] })).toEqual(['同意。 同意。']);
    expect(choices('reviewStep.approve', 'phrases')).toBeUndefined();
  });

  it('should have no button for opening it', () => {
    expect(formsOf('reviewStep.read')).toEqual([]);
  });
});
