import { createElement, type ComponentType } from 'react';
import type { CaseFile } from '../../shared/api/types';
import { markup, words } from '../../testing/render';
import { ClocksPart } from './clocks-part';
import { DraftPart } from './draft-part';
import { HistoryPart } from './history-part';
import { OpinionsPart } from './opinions-part';
import { Summary } from './summary';
import { TextPart } from './text-part';
import { UnitsPart } from './units-part';

const suggestion = { id: 'g1', ordinal: 2, title: '加装扶手', body: '先装一楼。' };
const proposal = {
  id: 'p',
  number: '135021',
  session: '十三届五次',
  kindLabel: '大会提案',
  title: '关于养老的建议',
  keyProposal: false,
  fullText: '第一段。\n\n第二段。',
  original: null,
  consentToPublish: true,
  merges: [],
  mergedInto: null,
  registeredBy: '甲',
  registeredAt: '2026-03-01T01:05:00Z',
};
const fileWith = (more: object = {}): CaseFile =>
  ({
    proposal,
    proposers: [{ name: '沈若谷', kindLabel: '委员' }],
    stageLabel: '会办中',
    suggestions: [suggestion],
    assignments: [],
    returnRequests: [],
    opinions: [],
    drafts: [],
    letters: [],
    clocks: [],
    history: [],
    contributions: [],
    confirmations: [],
    nextActions: [],
    ...more,
  }) as unknown as CaseFile;
const html = (Part: ComponentType<{ file: CaseFile }>, more: object = {}): string =>
  markup(createElement(Part, { file: fileWith(more) }));
const read = (Part: ComponentType<{ file: CaseFile }>, more: object = {}): string => words(html(Part, more));

describe('Summary', () => {
  it('should mark a key proposal in words', () => {
    expect(read(Summary, { proposal: { ...proposal, keyProposal: true } })).toContain('重点');
  });
  it('should not call an ordinary proposal a key one', () => {
    expect(read(Summary)).not.toContain('重点');
  });
  it('should count the proposers beyond the sixth', () => {
    const proposers = Array.from({ length: 8 }, (_, i) => ({ name: `委员${i}`, kindLabel: '委员' }));
    expect(read(Summary, { proposers })).toContain('委员5等8位');
  });
});

describe('Summary of what became of it', () => {
  it('should name the leader who supervises it', () => {
    expect(read(Summary, { proposal: { ...proposal, supervisor: '林副市长' } })).toContain(
      '督办领导：林副市长',
    );
  });
  it('should say when and why it was withdrawn', () => {
    const withdrawn = { on: '2026-03-06', reason: '已当面解决。' };
    expect(read(Summary, { proposal: { ...proposal, withdrawn } })).toContain(
      '2026年3月6日来函撤案：已当面解决。',
    );
  });
});

describe('TextPart', () => {
  it('should tell a unit that has no part any more why there is nothing to read', () => {
    expect(read(TextPart, { proposal: { ...proposal, fullText: '' } })).toContain('已不承办');
  });
  it('should number a suggestion as the letter does', () => {
    expect(read(TextPart)).toContain('二、加装扶手');
  });
  it('should make a paragraph of each written line', () => {
    expect(html(TextPart)).toContain('<p>第一段。</p><p>第二段。</p>');
  });
  it('should not let a written tag become markup', () => {
    const hostile = { proposal: { ...proposal, fullText: '<img src=x onerror=alert(1)>' } };
    expect(html(TextPart, hostile)).toContain('&lt;img src=x');
  });
  it('should say when the proposers do not want it published', () => {
    expect(read(TextPart, { proposal: { ...proposal, consentToPublish: false } })).toContain('不同意公开');
  });
  it('should lead to the original below the API', () => {
    const original = { href: '/files/1', name: '原件.pdf' };
    expect(html(TextPart, { proposal: { ...proposal, original } })).toContain('href="/api/files/1"');
  });
});

describe('UnitsPart', () => {
  const assignment = {
    id: 'a',
    role: 'co',
    roleLabel: '会办',
    unit: '发改局',
    state: 'handed_over',
    stateLabel: '待签收',
    question: '',
    signedAt: null,
    signedBy: null,
    office: null,
    drafter: null,
    targets: [],
    endedAt: null,
    endReason: null,
  };
  it('should say that nothing was handed over yet', () => {
    expect(read(UnitsPart)).toContain('还没有交办');
  });
  it('should say that a unit has not signed', () => {
    expect(read(UnitsPart, { assignments: [assignment] })).toContain('尚未签收');
  });
  it('should name who signed and when', () => {
    const signed = { ...assignment, signedAt: '2026-03-02T01:00:00Z', signedBy: '李青' };
    expect(read(UnitsPart, { assignments: [signed] })).toContain('李青 2026-03-02 09:00 签收');
  });
  it('should leave the question out when none was asked', () => {
    expect(read(UnitsPart, { assignments: [assignment] })).not.toContain('请其回答');
  });
  it('should say when and why a duty ended before it was done', () => {
    const ended = { stateLabel: '已撤出', endedAt: '2026-03-02T01:00:00Z', endReason: '不涉及其职责。' };
    expect(read(UnitsPart, { assignments: [{ ...assignment, ...ended }] })).toContain(
      '2026-03-02 09:00 已撤出：不涉及其职责。',
    );
  });
  it('should show the days a unit works towards, until its duty ends', () => {
    const targets = [{ key: 'draft', name: '答复稿拟成', on: '2026-05-06' }];
    const standing = read(UnitsPart, { assignments: [{ ...assignment, targets }] });
    const ended = read(UnitsPart, {
      assignments: [{ ...assignment, targets, endedAt: '2026-03-02T01:00:00Z' }],
    });
    expect([standing.includes('答复稿拟成2026年5月6日'), ended.includes('答复稿拟成')]).toEqual([
      true,
      false,
    ]);
  });
  it('should show under its unit who said what about a return', () => {
    const said = { kind: 'asked', label: '申请退办', speaker: '发改局', person: '李青', unit: '水务局' };
    const request = {
      id: 'r',
      assignmentId: 'a',
      wishLabel: '应由其他单位承办',
      state: 'asked',
      stateLabel: '待答复',
    };
    const statements = [
      { ...said, decision: null, words: '不属本局。', dated: null, at: '2026-03-02T01:00:00Z' },
    ];
    const shown = read(UnitsPart, {
      assignments: [assignment],
      returnRequests: [{ ...request, statements }],
    });
    for (const words of [
      '应由其他单位承办',
      '待答复',
      '申请退办（水务局）',
      '不属本局。',
      '李青 2026-03-02 09:00',
    ])
      expect(shown).toContain(words);
  });
  it('should name the drafter once it was divided', () => {
    const divided = { ...assignment, office: '医药科', drafter: '卢谦' };
    expect(read(UnitsPart, { assignments: [divided] })).toContain('医药科 · 承办人 卢谦');
  });
});

describe('OpinionsPart', () => {
  const item = {
    id: 'i1',
    suggestionId: 'g1',
    positionLabel: '采纳',
    body: '我局支持。',
    facts: [],
    commitments: [{ text: '装一百处', dueOn: '2026-12-01' }],
  };
  const version = (number: number) => ({
    version: number,
    submittedBy: '周平',
    submittedAt: '2026-03-03T01:00:00Z',
    contactName: '周平',
    contactPhone: '0760-1',
    ...{ via: 'system', viaLabel: '', late: false, signerName: null, signerDuty: null },
    ...{ publicationLabel: '主动公开', attachments: [] },
    items: [item],
  });
  const opinion = {
    id: 'o',
    unit: '发改局',
    state: 'submitted',
    stateLabel: '已提交',
    returnReason: null,
    links: [],
    versions: [version(1), version(2)],
  };
  const adopt = {
    command: 'draft.adopt',
    targetId: 'd',
    defaults: {},
    choices: { opinionItems: [{ value: 'i1', label: '一' }] },
  };
  it('should say that a case has no co-handlers', () => {
    expect(read(OpinionsPart)).toContain('没有会办单位');
  });
  it('should say that a unit has given none yet', () => {
    expect(read(OpinionsPart, { opinions: [{ ...opinion, versions: [] }] })).toContain('还没有提交');
  });
  it('should put the latest version before the earlier ones', () => {
    const text = read(OpinionsPart, { opinions: [opinion] });
    expect(text.indexOf('第 2 版')).toBeLessThan(text.indexOf('第 1 版'));
  });
  it('should open the latest version alone', () => {
    expect(html(OpinionsPart, { opinions: [opinion] }).match(/<details open/g)).toHaveLength(1);
  });
  it('should show until when something was promised', () => {
    expect(read(OpinionsPart, { opinions: [opinion] })).toContain('承诺：装一百处（2026年12月1日前）');
  });
  it('should show why an opinion was returned', () => {
    const returned = { ...opinion, returnReason: '请补数字。' };
    expect(read(OpinionsPart, { opinions: [returned] })).toContain('退回原因请补数字。');
  });
  it('should offer to adopt the items of the latest version alone', () => {
    const offered = html(OpinionsPart, { opinions: [opinion], nextActions: [adopt] });
    expect(offered.match(/采用到答复稿/g)).toHaveLength(1);
  });
  it('should not offer to adopt an item that was not accepted', () => {
    const none = { ...adopt, choices: { opinionItems: [] } };
    expect(read(OpinionsPart, { opinions: [opinion], nextActions: [none] })).not.toContain('采用到答复稿');
  });
});

describe('DraftPart', () => {
  const passage = {
    id: 'p1',
    kind: 'paragraph',
    body: '我局支持装扶手。',
    sources: [],
    edited: false,
    writtenBy: '卢谦',
  };
  const section = { id: 's1', ordinal: 1, suggestionId: 'g1', heading: '一、扶手', verdict: 'partly' };
  const draftWith = (passages: object[], more: object = {}) => ({
    drafts: [
      {
        id: 'd',
        unit: '工信局',
        version: 2,
        state: 'writing',
        stateLabel: '拟稿',
        returnReason: null,
        outcomeClass: null,
        printClass: false,
        alsoLetters: [],
        publication: 'on_request',
        contacts: [],
        prose: [],
        sections: [{ ...section, passages }],
        rounds: [],
        steps: [],
        ...more,
      },
    ],
  });
  const adopted = {
    sources: [{ unit: '发改局', opinionVersion: 3, text: '我局支持。' }],
    edited: true,
  };
  it('should name the writer of a passage that was written here', () => {
    expect(read(DraftPart, draftWith([passage]))).toContain('卢谦 撰写');
  });
  it('should name the unit and version an adopted passage comes from', () => {
    expect(read(DraftPart, draftWith([{ ...passage, ...adopted }]))).toContain('采自 发改局 第 3 版');
  });
  it('should underline what was added to an adopted passage', () => {
    expect(html(DraftPart, draftWith([{ ...passage, ...adopted }]))).toMatch(/<ins>装扶手<\/ins>/);
  });
  it('should not speak of changes when an adopted passage is as it came', () => {
    const asItCame = { ...passage, ...adopted, edited: false };
    expect(read(DraftPart, draftWith([asItCame]))).not.toContain('已改动');
  });
  it('should say that a section is not written yet', () => {
    expect(read(DraftPart, draftWith([]))).toContain('还没有写');
  });
  it('should write the verdict in words', () => {
    expect(read(DraftPart, draftWith([]))).toContain('部分采纳');
  });
  it('should offer to write a section to whoever may', () => {
    const write = { command: 'draft.saveSection', targetId: 'd', defaults: { sectionId: 's1' } };
    expect(read(DraftPart, { ...draftWith([]), nextActions: [write] })).toContain('写这一部分：一、扶手');
  });
  it('should not offer the section to whoever may write another one alone', () => {
    const write = { command: 'draft.saveSection', targetId: 'd', defaults: { sectionId: 's2' } };
    expect(read(DraftPart, { ...draftWith([]), nextActions: [write] })).not.toContain('写这一部分');
  });
  it('should call the outcome open while no class is chosen', () => {
    expect(read(DraftPart, draftWith([]))).toContain('办理结果未定');
  });
  it('should tell whether the class is printed on the letter', () => {
    const classed = draftWith([], { outcomeClass: 'B', printClass: true });
    expect(read(DraftPart, classed)).toContain('B 类（印在函上）');
  });
  it('should keep the rounds of review apart, the last one first', () => {
    const step = {
      name: '核稿',
      state: 'approved',
      stateLabel: '同意',
      decidedAt: null,
      decidedBy: null,
      overrules: [],
      touched: [],
    };
    const steps = [
      { ...step, id: '1', round: 1, comment: '先前的意见' },
      { ...step, id: '2', round: 2, comment: '后来的意见' },
    ];
    const text = read(DraftPart, draftWith([], { steps }));
    expect(text.indexOf('后来的意见')).toBeLessThan(text.indexOf('先前的意见'));
  });
});

describe('ClocksPart', () => {
  const clock = {
    id: 'c',
    label: '答复提案者',
    unit: '工信局',
    startedOn: '2026-03-02',
    dueOn: '2026-06-02',
    provisional: false,
    metOn: null,
    light: { color: 'green', words: '剩 60 个工作日' },
    steps: ['从交办次日起算', '三个月'],
  };
  it('should say that no clock runs before the hand-over', () => {
    expect(read(ClocksPart)).toContain('还没有时限');
  });
  it('should list each step of the reckoning', () => {
    expect(html(ClocksPart, { clocks: [clock] })).toContain('<li>从交办次日起算</li><li>三个月</li>');
  });
  it('should warn that a day may still move', () => {
    expect(read(ClocksPart, { clocks: [{ ...clock, provisional: true }] })).toContain('暂定');
  });
  it('should say on which day the clock was met', () => {
    expect(read(ClocksPart, { clocks: [{ ...clock, metOn: '2026-05-01' }] })).toContain('2026年5月1日办结');
  });
});

describe('HistoryPart', () => {
  it('should put the latest first', () => {
    const step = { actor: '甲', at: '2026-03-02T01:00:00Z' };
    const history = [
      { ...step, words: '登记' },
      { ...step, words: '交办' },
    ];
    const text = read(HistoryPart, { history });
    expect(text.indexOf('交办')).toBeLessThan(text.indexOf('登记'));
  });
});
