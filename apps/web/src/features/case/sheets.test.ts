import { createElement, type ComponentType } from 'react';
import type { CaseFile, Draft } from '../../shared/api/types';
import { assignment, caseFile, clock, draft, opinion, opinionVersion, reviewStep } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { ClocksPart } from './clocks-part';
import { DraftPart } from './draft-part';
import { HistoryPart } from './history-part';
import { OpinionsPart } from './opinions-part';
import { ReviewSteps, unreadSteps } from './review-steps';
import { stateTint } from './state-tint';
import { Summary } from './summary';
import { TextPart } from './text-part';
import { UnitsPart } from './units-part';

const html = (Part: ComponentType<{ file: CaseFile }>, more: Partial<CaseFile> = {}): string =>
  markup(createElement(Part, { file: caseFile(more) }));
const read = (Part: ComponentType<{ file: CaseFile }>, more: Partial<CaseFile> = {}): string =>
  words(html(Part, more));

describe('the sign-off sheet', () => {
  const sheet = (steps: Draft['steps']): string =>
    markup(createElement(ReviewSteps, { draft: draft({ steps }) }));
  const approved = reviewStep({
    name: '签发',
    state: 'approved',
    stateLabel: '已同意',
    comment: '同意发出。',
    decidedBy: '陈岚',
    decidedAt: '2026-05-07T02:00:00Z',
  });
  it('should not be drawn before the draft was sent to anybody', () => {
    expect(sheet([])).toBe('');
  });
  it('should show who decided, and when in Shanghai', () => {
    expect(words(sheet([approved]))).toContain('陈岚 2026-05-07 10:00');
  });
  it('should show the words of each signer', () => {
    expect(words(sheet([approved]))).toContain('已同意同意发出。');
  });
  it('should show no one beside a step that still waits', () => {
    expect(words(sheet([reviewStep()]))).toMatch(/核稿未到\s*$/);
  });
  it('should keep the steps of a round in their order', () => {
    const text = words(sheet([reviewStep({ id: '1', name: '核稿' }), reviewStep({ id: '2', name: '签发' })]));
    expect(text.indexOf('核稿')).toBeLessThan(text.indexOf('签发'));
  });
  it('should give each round a table with its number', () => {
    const steps = [reviewStep({ id: '1', round: 1 }), reviewStep({ id: '2', round: 2 })];
    expect(sheet(steps).match(/<caption>第 \d 轮/g)).toEqual(['<caption>第 2 轮', '<caption>第 1 轮']);
  });
  it('should say under its number why the round took this route', () => {
    const reason = '因涉及资金，走“涉及资金”流程。';
    const about = {
      round: 1,
      route: '涉及资金',
      reason,
      begunAt: '2026-05-07T02:00:00Z',
      begunBy: '陈岚',
      redline: '',
    };
    const one = draft({ steps: [reviewStep()], rounds: [about] });
    expect(words(markup(createElement(ReviewSteps, { draft: one })))).toContain(`第 1 轮　${reason}`);
  });
  it('should mark the steps that run side by side, and no other', () => {
    const steps = [reviewStep({ id: '1' }), reviewStep({ id: '2' }), reviewStep({ id: '3', stage: 2 })];
    expect(words(sheet(steps)).match(/（并行）/g)).toHaveLength(2);
  });
  it('should say of an open step whose turn it is, and who has opened it', () => {
    const open = { state: 'open', readAt: '2026-05-07T02:00:00Z', readBy: '陈岚' };
    expect(words(sheet([reviewStep(open)]))).toContain(
      '待市工业和信息化局核稿人办理；陈岚 2026-05-07 10:00 打开',
    );
  });
  it('should say what changed since it was approved, and lead its holder there', () => {
    const again = { state: 'open', touched: ['第 2 部分'], mine: true, redline: '/api/r' };
    expect(words(sheet([reviewStep(again)]))).toContain('上次同意后改了第 2 部分');
    expect(sheet([reviewStep(again)])).toContain('href="/api/r"');
  });
  it('should say to whom it went back, and that it comes straight back', () => {
    const back = { state: 'sent_back', backTo: '承办人', backDirect: true };
    expect(words(sheet([reviewStep(back)]))).toContain('退给承办人，改后直送');
  });
  it('should say who gave it away, who asked for it, and what stands from before', () => {
    const text = words(sheet([reviewStep({ delegatedBy: '甲', addedBy: '乙', kept: true })]));
    expect(text).toMatch(/沿用上一轮的同意.*受甲委托；乙请加签/);
  });
  it('should lead to the printed sheet', () => {
    expect(sheet([reviewStep()])).toContain('href="/api/drafts/d1/sign-off-sheet.pdf"');
  });
  it('should call read what is the reader’s, open, and not opened yet', () => {
    const steps = [
      reviewStep({ id: '1', mine: true }),
      reviewStep({ id: '2', mine: true, readAt: '2026-05-07T02:00:00Z' }),
      reviewStep({ id: '3' }),
    ];
    expect(unreadSteps(draft({ steps }))).toEqual(['1']);
  });
  it('should head each row by its step for those who do not see the table', () => {
    expect(sheet([reviewStep()])).toContain('<th scope="row">核稿</th>');
  });
});

describe('the ledger of clocks', () => {
  it('should say from when until when', () => {
    expect(read(ClocksPart, { clocks: [clock()] })).toContain('2026年3月2日起，2026年6月2日止');
  });
  it('should say for whom each clock runs', () => {
    expect(html(ClocksPart, { clocks: [clock()] })).toContain('aria-label="答复提案者 市工业和信息化局"');
  });
  it('should not call a day provisional that is fixed', () => {
    expect(read(ClocksPart, { clocks: [clock()] })).not.toContain('暂定');
  });
  it('should not call a clock met that still runs', () => {
    expect(read(ClocksPart, { clocks: [clock()] })).not.toContain('办结');
  });
  it('should keep the clocks of several units apart', () => {
    const clocks = [clock({ id: '1' }), clock({ id: '2', unit: '市民政局' })];
    expect(html(ClocksPart, { clocks }).match(/<section/g)).toHaveLength(2);
  });
  it('should show the light in words', () => {
    expect(read(ClocksPart, { clocks: [clock({ light: { color: 'red', words: '还剩 2 天' } })] })).toContain(
      '还剩 2 天',
    );
  });
});

describe('the head of a case', () => {
  it('should show every clock with its day', () => {
    expect(read(Summary, { clocks: [clock()] })).toContain(
      '答复提案者 · 市工业和信息化局剩 60 个工作日2026年6月2日前',
    );
  });
  it('should name the stage', () => {
    expect(read(Summary, { stageLabel: '待交办' })).toContain('待交办');
  });
  it('should name six proposers without counting them', () => {
    const proposers = Array.from({ length: 6 }, (_, i) => ({
      id: String(i),
      kind: 'member' as const,
      kindLabel: '委员',
      role: 'joint' as const,
      roleLabel: '联名',
      of: null,
      name: `委员${i}`,
    }));
    expect(read(Summary, { proposers })).not.toContain('等6位');
  });
});

describe('the text of a proposal', () => {
  it('should count the suggestions', () => {
    expect(read(TextPart)).toContain('建议（1 条）');
  });
  it('should name the proposers with their kind', () => {
    expect(read(TextPart)).toContain('沈若谷（委员）');
  });
  it('should say who registered it, and when in Shanghai', () => {
    expect(read(TextPart)).toContain('登记甲，2026-03-01 09:05');
  });
  it('should say that it may be published', () => {
    expect(read(TextPart)).toContain('提案者同意公开');
  });
  it('should not speak of an original that was not kept', () => {
    expect(read(TextPart)).not.toContain('原件');
  });
});

describe('the units of a case', () => {
  it.each(['lead', 'sole'] as const)('should let the one that answers stand out: %s', (role) => {
    expect(html(UnitsPart, { assignments: [assignment({ role })] })).toContain('tag-blue');
  });
  it.each(['co', 'reference'] as const)('should not let the others stand out: %s', (role) => {
    expect(html(UnitsPart, { assignments: [assignment({ role })] })).not.toContain('tag-blue');
  });
  it('should show what a unit was asked', () => {
    const asked = assignment({ question: '请说明资金来源。' });
    expect(read(UnitsPart, { assignments: [asked] })).toContain('请其回答请说明资金来源。');
  });
  it('should not name a drafter before the work is divided', () => {
    expect(read(UnitsPart, { assignments: [assignment()] })).not.toContain('承办人');
  });
});

describe('the opinions on a case', () => {
  const item = (more: object = {}) => ({
    id: 'i1',
    suggestionId: 'g1',
    position: 'adopted' as const,
    positionLabel: '采纳',
    body: '我局支持。',
    paragraphs: [{ kind: 'paragraph' as const, body: '我局支持。' }],
    facts: [],
    commitments: [],
    fate: null,
    ...more,
  });
  const withItem = (more: object = {}): Partial<CaseFile> => ({
    opinions: [opinion({ versions: [opinionVersion({ items: [item(more)] })] })],
  });
  it('should stand under the suggestion they answer', () => {
    expect(read(OpinionsPart, withItem())).toContain('一、加装扶手 采纳');
  });
  it('should say what became of them, and why they were set aside', () => {
    const fate = { fate: 'rejected' as const, fateLabel: '不采用', reason: '口径不一。', passages: [] };
    expect(read(OpinionsPart, withItem({ fate }))).toContain('答复稿：不采用理由：口径不一。');
  });
  it('should show the words they became', () => {
    const passage = { id: 'p', sectionId: 's', section: '加装扶手', body: '支持加装。', edited: true };
    const fate = { fate: 'adopted' as const, fateLabel: '已采用', reason: null, passages: [passage] };
    expect(read(OpinionsPart, withItem({ fate }))).toContain('写入“加装扶手”，文字有改动支持加装。');
  });
  it('should be general when the suggestion is no longer there', () => {
    expect(read(OpinionsPart, withItem({ suggestionId: 'gone' }))).toContain('总体意见');
  });
  it('should name whom to call', () => {
    expect(read(OpinionsPart, withItem())).toContain('联系人：周平 0760-88880000');
  });
  it('should not date a promise that has no day', () => {
    const commitments = [{ text: '装一百处', dueOn: null, owner: null }];
    expect(read(OpinionsPart, withItem({ commitments }))).toMatch(/承诺：装一百处(?!（)/);
  });
  it('should say who answers for a promise', () => {
    const commitments = [{ text: '装一百处', dueOn: '2026-12-31', owner: '建设科' }];
    expect(read(OpinionsPart, withItem({ commitments }))).toMatch(
      /装一百处\s*（2026年12月31日前）\s*，责任：建设科/,
    );
  });
  it('should say of a figure its scope, its day and its source', () => {
    const facts = [{ name: '充电桩', value: '120 个', scope: '全市', asOf: '2026-03-31', source: '月报' }];
    expect(read(OpinionsPart, withItem({ facts }))).toMatch(
      /数据：全市\s*充电桩\s*120 个\s*（截至 2026年3月31日）\s*，来源：月报/,
    );
  });
  it('should be marked when it came late or on paper, with its scan', () => {
    const attachments = [{ id: 'f', name: '意见.pdf', scan: true, href: '/api/files/f' }];
    const version = opinionVersion({ via: 'paper', viaLabel: '纸质代录', late: true, attachments });
    const text = read(OpinionsPart, { opinions: [opinion({ versions: [version] })] });
    for (const words of ['纸质代录', '逾期提交', '扫描件：意见.pdf']) expect(text).toContain(words);
  });
  it('should show the address of a link that opens, to be sent on', () => {
    const link = { id: 'k', state: 'live', stateLabel: '有效', reason: '', expiresOn: '2026-04-30' };
    const links = [
      { ...link, madeAt: '2026-03-31T01:00:00Z', madeBy: '甲', address: 'https://x.example/o/abc' },
    ];
    expect(read(OpinionsPart, { opinions: [opinion({ links })] })).toContain('https://x.example/o/abc');
  });
  it('should not speak of promises where none was made', () => {
    expect(read(OpinionsPart, withItem())).not.toContain('承诺');
  });
});

describe('the draft of an answer', () => {
  it('should say when it will be there', () => {
    expect(read(DraftPart)).toContain('主办单位分给科室后，答复稿会自动建好');
  });
  it('should show why it was sent back', () => {
    expect(read(DraftPart, { drafts: [draft({ returnReason: '数字有误。' })] })).toContain(
      '退回意见数字有误。',
    );
  });
  it('should say that nobody is named to call yet', () => {
    expect(read(DraftPart, { drafts: [draft()] })).toContain('联系人未填');
  });
  it('should name all who can be called', () => {
    const contacts = [
      { name: '卢谦', phone: '1' },
      { name: '周平', phone: '2' },
    ];
    expect(read(DraftPart, { drafts: [draft({ contacts })] })).toContain('联系人卢谦 1；周平 2');
  });
  it.each([
    ['active', '主动公开'],
    ['on_request', '依申请公开'],
    ['none', '不予公开'],
  ] as const)('should call the publication %s by its words', (publication, said) => {
    expect(read(DraftPart, { drafts: [draft({ publication })] })).toContain(`公开方式${said}`);
  });
  it('should not speak of a general answer where none is written', () => {
    expect(read(DraftPart, { drafts: [draft()] })).not.toContain('总体回应');
  });
  it('should make a paragraph of each part of the general answer', () => {
    expect(html(DraftPart, { drafts: [draft({ prose: ['甲。', '乙。'] })] })).toContain(
      '<p>甲。</p><p>乙。</p>',
    );
  });
  it('should lead to the page as it will print', () => {
    expect(html(DraftPart, { drafts: [draft()] })).toContain('href="/api/drafts/d1/preview.pdf"');
  });
  it('should not load the preview before it is asked for', () => {
    expect(html(DraftPart, { drafts: [draft()] })).not.toContain('<iframe');
  });
});

describe('the history of a case', () => {
  it('should say who did what, and when in Shanghai', () => {
    const history = [{ at: '2026-03-02T01:05:00Z', actor: '何敏', action: 'x', words: '交办' }];
    expect(read(HistoryPart, { history })).toContain('交办 何敏 · 2026-03-02 09:05');
  });
});

describe('the tint of a state', () => {
  it.each([
    ['approved', 'green'],
    ['in_review', 'blue'],
    ['returned', 'red'],
    ['awaited', 'amber'],
  ])('should be for %s %s', (state, tint) => {
    expect(stateTint(state)).toBe(tint);
  });
  it('should be plain for a state it does not know', () => {
    expect(stateTint('something_new')).toBe('plain');
  });
});

describe('what was asked about a draft', () => {
  const asked = (more: object = {}): CaseFile['confirmations'][number] => ({
    ...{ id: 'q1', draftId: 'd1', kind: 'co_handler', recipient: '市水务局', state: 'asked' },
    ...{
      stateLabel: '待答复',
      note: null,
      dueOn: '2026-04-09',
      askedAt: '2026-04-03T01:00:00Z',
      askedBy: '林小雨',
    },
    ...{ answeredAt: null, answeredBy: null, remark: null, address: null },
    passages: [{ section: '摸清底数', body: '已经摸底。' }],
    ...more,
  });
  it('should stand with the draft, with the day and the words', () => {
    const shown = read(DraftPart, { drafts: [draft()], confirmations: [asked()] });
    for (const words of ['市水务局', '待答复', '2026年4月9日前答复', '已经摸底。'])
      expect(shown).toContain(words);
  });
  it('should stand with the opinions for who may not read the draft', () => {
    expect(read(OpinionsPart, { drafts: [], opinions: [opinion()], confirmations: [asked()] })).toContain(
      '待答复',
    );
  });
  it('should show what was answered, and by whom', () => {
    const given = {
      answeredAt: '2026-04-04T01:00:00Z',
      answeredBy: '市水务局（周平）',
      remark: '请改。',
      state: 'objected',
    };
    expect(read(DraftPart, { drafts: [draft()], confirmations: [asked(given)] })).toMatch(
      /市水务局（周平）.*请改。/,
    );
  });
});

describe('what stays inside a unit', () => {
  it('should be the opinion on its way, with who has let it pass', () => {
    const ownRoute = {
      ...{ refusal: '请补充数据。', proposedBy: '周平', proposedAt: '2026-03-03T01:00:00Z' },
      steps: [
        { name: '核稿', by: '苏核', at: '2026-03-03T02:00:00Z', words: null },
        { name: '分管领导审核', by: null, at: null, words: null },
      ],
      items: [{ suggestionId: 'g1', positionLabel: '采纳', body: '支持加装。' }],
    };
    const shown = read(OpinionsPart, { opinions: [opinion({ ownRoute })] });
    for (const words of ['请补充数据。', '核稿：苏核', '分管领导审核：未办', '支持加装。'])
      expect(shown).toContain(words);
  });
  it('should be what a section was asked for, and wrote', () => {
    const contribution = {
      ...{ id: 'k', assignmentId: 'a1', office: '能源科', state: 'given', stateLabel: '已供稿' },
      ...{
        question: '请提供底数。',
        dueOn: '2026-03-12',
        askedAt: '2026-03-03T01:00:00Z',
        askedBy: '林小雨',
      },
      ...{ body: '全市 1200 个。', givenAt: '2026-03-04T01:00:00Z', givenBy: '韦能' },
    };
    const shown = read(OpinionsPart, { opinions: [opinion()], contributions: [contribution] });
    for (const words of ['能源科', '请提供底数。', '2026年3月12日前', '全市 1200 个。', '韦能'])
      expect(shown).toContain(words);
  });
});
