import { caseCommandNames } from '@fuhan/contracts';
import { describeActions } from './index';
import { dutiesOf, rows, whole } from '../testing/material';
import {
  profile,
  calendar,
  Formed,
  formed,
  found,
  formOf,
  choices,
  Schema,
  linesOf,
  listsOf,
} from '../testing/forms';

describe('the form of an action', () => {
  it('should exist for every command on a case', () => {
    expect([...formed, 'proposal.register', 'reviewStep.read'].sort()).toEqual([...caseCommandNames].sort());
  });

  it.each<[Formed, string[]]>([
    [
      'proposal.handOver',
      [
        ...['承办方式', '主办（单办）单位', '会办单位（按顺序）(会办单位* 请其回答的问题)'],
        ...['分办单位（各自答复）', '参阅单位', '交办日期', '倒排时间(节点* 日期*)'],
      ],
    ],
    ['proposal.addHandler', ['增加的单位*', '承办方式', '请其回答的问题']],
    ['proposal.nameSupervisor', ['督办领导', '姓名和职务']],
    ['proposal.recall', ['撤回理由*']],
    ['proposal.withdraw', ['撤案函的日期*', '撤案理由*']],
    ['proposal.merge', ['并入本件的提案*', '并案的理由*']],
    ['proposal.unmerge', ['解除的理由*']],
    ['assignment.signAndAskFor', ['请求增加的会办单位*', '理由*']],
    ['assignment.requestReturn', ['建议*', '应承办的单位', '退办理由*']],
    ['assignment.reopenReturn', ['重新开放的理由*']],
    ['assignment.remove', ['撤出理由*']],
    ['returnRequest.decide', ['答复*', '改交或增加的单位', '答复的话*']],
    ['returnRequest.dispute', ['异议*']],
    ['returnRequest.settle', ['答复*', '改交或增加的单位', '裁定的日期*', '裁定的话*']],
    ['proposal.editSuggestions', ['建议*(建议 建议标题* 建议内容)']],
    ['proposal.reorderHandlers', ['会办单位的新顺序*']],
    ['assignment.sign', []],
    ['assignment.divide', ['承办人*', '科室']],
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
    [
      'draft.saveSection',
      ['部分*', '版本*', '标题（自己加的部分）', '采纳意见', '段落*(段落 样式 文字* 来源)'],
    ],
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
    ['reviewStep.approve', ['意见', '手写签批', '所见文字的摘要']],
    ['reviewStep.sendBack', ['退回意见*', '退回到', '改后直送我']],
    ['reviewStep.addSigner', ['请谁加签*', '什么时候看', '说明']],
    ['reviewStep.delegate', ['委托给*', '说明']],
    ['reviewStep.withdraw', []],
    ['draft.issue', ['成文日期*']],
    ['letter.deliver', []],
    ['delivery.receive', []],
    ['assignment.chase', ['催办内容*']],
    [
      'commitment.confirm',
      ['承诺事项*', '完成期限*', '责任单位*', '责任人', '责任人或责任科室（不在名单里的）'],
    ],
    ['commitment.report', ['日期*', '进展情况*', '完成百分比', '佐证材料']],
    ['commitment.keep', ['兑现日期*', '兑现情况*', '佐证材料*']],
    ['commitment.carry', ['新的完成期限*', '结转的原因*']],
    ['commitment.giveUp', ['不能兑现的原因*']],
    ['commitment.answerProposer', ['二次答复*']],
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
