import type { CaseMaterial } from '../case-material';
import { clocksOf } from './index';
import { rows, whole } from '../testing/material';
import { ctx, page, ids, links } from '../testing/page';

describe('an opinion on the page', () => {
  const latest = (more: object = {}) => {
    const versions = rows<'versions'>([{ ...whole().versions[1], ...more }]);
    return page('lead', { versions }).opinions[0]?.versions[0];
  };

  it('should bear who signed for it, and whether it may be published, in words', () => {
    const signed = latest({ signerName: '周局', signerDuty: '副局长', publication: 'on_request' });
    expect(signed).toMatchObject({
      signerName: '周局',
      signerDuty: '副局长',
      publicationLabel: '依申请公开',
    });
  });

  it('should bear its facts, with scope, day and source', () => {
    expect(latest()?.items[0]?.facts).toEqual([
      { name: '充电桩', value: '120 个', scope: '全市', asOf: null, source: null },
    ]);
  });

  it('should bear its files with where they are fetched', () => {
    expect(latest()?.attachments).toEqual([
      { id: 'file-9', name: '台账.pdf', scan: false, href: '/api/files/file-9' },
    ]);
  });

  it('should be marked when it came late', () => {
    expect([latest()?.late, latest({ late: true })?.late]).toEqual([false, true]);
  });

  it.each([
    ['system', '系统提交', '林五'],
    ['paper', '纸质代录', '林五'],
  ])('should say how it came and by whom: %s', (via, viaLabel, submittedBy) => {
    expect(latest({ via })).toMatchObject({ viaLabel, submittedBy });
  });

  it('should name the contact where it came by a link', () => {
    expect(latest({ via: 'link', submittedBy: null })?.submittedBy).toBe('新联络员');
  });
});

describe('the link by which an opinion is asked for', () => {
  const link = (reader: string, more: object = {}) => {
    const found = rows<'links'>([{ ...whole().links[0], ...more }]);
    return page(reader, { links: found }).opinions.flatMap((opinion) => opinion.links)[0];
  };

  it.each(['lead', 'overseer'])('should be shown with its address to who may send it: %s', (reader) => {
    expect(link(reader)?.address).toBe(links.opinionAddressOf('link'));
  });

  it.each(['co', 'co-2'])('should not be shown to a co-handler: %s', (reader) => {
    expect(link(reader)).toBeUndefined();
  });

  it('should bear no address once it has run out', () => {
    expect(link('lead', { expiresOn: '2026-06-07' })).toMatchObject({ address: null, stateLabel: '已过期' });
  });

  it('should open on its last day', () => {
    expect(link('lead', { expiresOn: '2026-06-08' })?.address).not.toBeNull();
  });

  it.each(['revoked', 'replaced'])('should bear no address once it is %s', (state) => {
    expect(link('lead', { state })?.address).toBeNull();
  });
});

describe('the steps of a review', () => {
  const step = (more: object = {}) => {
    const steps = rows<'steps'>([{ ...whole().steps[0], ...more }]);
    return page('lead', { steps }).drafts[0]?.steps[0];
  };

  it('should say whose turn it is: the duty of the unit, the office’s, or a person', () => {
    expect([
      step()?.holder,
      step({ officeId: 'office-2' })?.holder,
      step({ personId: 'unseated' })?.holder,
    ]).toEqual(['市工业局核稿人', '市工业局综合科核稿人', '林二']);
  });

  it('should be the reader’s while it is open and the reader may do it', () => {
    expect([step()?.mine, step({ state: 'approved' })?.mine, step({ duty: 'head' })?.mine]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('should name the parts that changed since it was approved', () => {
    expect(step({ touched: ['frame', 'sec-2', 'gone'] })?.touched).toEqual([
      '文头文尾',
      '第 2 部分',
      '已删去的部分',
    ]);
  });

  it('should say to whom it went back', () => {
    const back = (more: object) => step({ state: 'sent_back', ...more })?.backTo;
    expect([back({ backTo: null }), back({ backTo: 'check' }), step()?.backTo]).toEqual([
      '承办人',
      '核稿',
      null,
    ]);
  });

  it('should lead to what changed only where something was seen before', () => {
    const seen = { id: 'before', round: 0, seenDigest: 'abc' };
    const steps = rows<'steps'>([{ ...whole().steps[0], ...seen }, ...whole().steps]);
    expect(page('lead', { steps }).drafts[0]?.steps[1]?.redline).toBe(
      '/api/drafts/draft/redline.html?since=step',
    );
    expect(step()?.redline).toBeNull();
  });

  it('should stand under the route of their round, and why it was chosen', () => {
    expect(page('lead').drafts[0]?.rounds).toMatchObject([
      { round: 1, route: '一般答复', reason: '没有特别情形，走“一般答复”流程。', begunBy: '林一' },
    ]);
  });

  it('should let a co-handler that signs too read the draft, from its turn on', () => {
    const asked = (state: string) => rows<'steps'>([{ ...whole().steps[0], unitId: 'co', state }]);
    expect(ids(page('co', { steps: asked('open') }).drafts)).toEqual(['draft']);
    expect(page('co', { steps: asked('waiting') }).drafts).toEqual([]);
  });
});

describe('the source of a passage', () => {
  const adopted = { passageId: 'p', opinionItemId: 'i-2', opinionVersion: 2, unitId: 'co', text: '已摸底。' };
  const shown = (sources: object[], body = '已摸底。') => {
    const passage = { id: 'p', sectionId: 'sec-1', kind: 'paragraph', body };
    const more = { passages: rows<'passages'>([passage]), sources: rows<'sources'>(sources) };
    return page('lead', more).drafts[0]?.sections[0]?.passages[0];
  };

  it('should be none when the drafter wrote it', () => {
    expect(shown([])).toMatchObject({ sources: [], edited: false });
  });

  it('should be unit and version when it was adopted', () => {
    expect(shown([adopted])).toMatchObject({
      sources: [{ unit: '市商务局', opinionVersion: 2 }],
      edited: false,
    });
  });

  it('should stay, with the words as adopted, when somebody edited it', () => {
    expect(shown([{ ...adopted, text: '摸了底。' }])).toMatchObject({
      sources: [{ text: '摸了底。' }],
      edited: true,
    });
  });

  it('should be all of them, and unedited, when two were joined', () => {
    const both = shown([
      { ...adopted, text: '已摸' },
      { ...adopted, unitId: 'co-2', text: '底。' },
    ]);
    expect([both?.sources.map(({ unit }) => unit), both?.edited]).toEqual([['市商务局', '市水务局'], false]);
  });

  it('should stay when all the words were edited away', () => {
    expect(shown([adopted], '')).toMatchObject({ edited: true });
  });
});

describe('the clocks on the page', () => {
  const clock = (more: object = {}) =>
    clocksOf(
      ctx('lead', {
        deadlines: rows<'deadlines'>([
          {
            id: 'd',
            clock: 'reply',
            unitId: 'lead',
            dueOn: '2026-06-10',
            state: 'running',
            metOn: null,
            basis: { name: '答复提案者' },
            isWindow: false,
            pauses: [],
            ...more,
          },
        ]),
      }),
    )[0];

  it('should bear the place’s name for it, and the unit’s', () => {
    expect(clock()).toMatchObject({ label: '答复提案者', unit: '市工业局' });
  });

  it('should keep their name when the place has dropped them from its profile', () => {
    expect(clock({ clock: 'gone', basis: { name: '旧时限' } })?.label).toBe('旧时限');
  });

  it('should stand still while they are paused', () => {
    const pauses = [{ category: '等候提案者', reason: '约谈', from: '2026-06-08', until: '2026-06-12' }];
    expect(clock({ pauses })?.light).toEqual({ color: 'grey', words: '暂停至 2026-06-12' });
  });

  it('should press nobody when they were a right that has lapsed', () => {
    expect(clock({ isWindow: true, dueOn: '2026-06-05' })?.light).toEqual({
      color: 'grey',
      words: '期限已过',
    });
  });

  it('should press while a right can still be used', () => {
    expect(clock({ isWindow: true })?.light.color).toBe('red');
  });

  it('should be red when two working days are left', () => {
    expect(clock()?.light).toEqual({ color: 'red', words: '剩 2 个工作日' });
  });

  it('should be overdue when the day has passed and the duty is open', () => {
    expect(clock({ dueOn: '2026-06-05' })?.light.color).toBe('overdue');
  });

  it('should be grey when it is a right whose day has passed: nobody is late with asking for a return', () => {
    expect(clock({ dueOn: '2026-06-05', isWindow: true })?.light.color).toBe('grey');
  });

  it.each(['met', 'cancelled'])('should be grey when they run no more, even late: %s', (state) => {
    expect(clock({ state, dueOn: '2026-06-05' })?.light.color).toBe('grey');
  });
});

describe('a unit that has no part any more', () => {
  const ended = { state: 'removed', endedAt: new Date('2026-03-12T02:00:00Z'), endReason: '不涉及其职责。' };
  const entry = (id: number, action: string, objectId: string, personId: string) => ({
    ...{ id: String(id), proposalId: 'proposal', at: new Date('2026-03-12T02:00:00Z'), actor: '某人' },
    ...{ action, objectId, personId, words: action },
  });
  const more: Partial<CaseMaterial> = {
    assignments: [
      ...whole().assignments,
      { ...whole().assignments[1]!, id: 'a-former', unitId: 'former', ...ended } as never,
    ],
    opinions: [
      ...whole().opinions,
      { ...whole().opinions[0]!, id: 'opinion-former', assignmentId: 'a-former' } as never,
    ],
    history: rows<'history'>([
      entry(1, 'proposal.handOver', 'proposal', 'gone'),
      entry(2, 'opinion.submit', 'opinion', 'elsewhere'),
      entry(3, 'opinion.submit', 'opinion-former', 'elsewhere'),
      entry(4, 'assignment.remove', 'a-former', 'gone'),
      entry(5, 'draft.submit', 'draft', 'seated'),
    ]),
  };

  it('should read title and own entries, and nothing of the text, the drafts, the letters or the clocks', () => {
    const { proposal, suggestions, drafts, letters, clocks } = page('former', more);
    expect([proposal.title, proposal.fullText, suggestions, drafts, letters, clocks]).toEqual([
      ...['关于充电桩的提案', '', [], [], [], []],
    ]);
  });

  it('should read of the opinions its own, which stays on file', () => {
    expect(ids(page('former', more).opinions)).toEqual(['opinion-former']);
  });

  it('should read of the handlers only its own duty, with the reason it ended', () => {
    expect(page('former', more).assignments.map(({ id, endReason }) => [id, endReason])).toEqual([
      ['a-former', '不涉及其职责。'],
    ]);
  });

  it('should read of the history how it began and what it did or what was done to its duty', () => {
    expect(page('former', more).history.map(({ action }) => action)).toEqual([
      ...['proposal.handOver', 'opinion.submit', 'assignment.remove'],
    ]);
  });

  it('should come after the others for those who still handle the case', () => {
    expect(ids(page('lead', more).assignments).at(-1)).toBe('a-former');
  });
});

describe('a request to return', () => {
  const said = (ordinal: number, kind: string, words: string, extra: object = {}) => ({
    ...{ requestId: 'request', ordinal, kind, words, rung: null, decision: null, unitId: null, dated: null },
    ...{ at: new Date('2026-03-12T02:00:00Z'), byPerson: 'elsewhere', ...extra },
  });
  const more = {
    requests: rows<'requests'>([
      { id: 'request', assignmentId: 'a-co', wish: 'other_unit', state: 'disputed' },
    ]),
    statements: rows<'statements'>([
      said(1, 'asked', '不属本局职责。', { unitId: 'co-2' }),
      said(2, 'decided', '仍由你局承办。', { decision: 'keep', rung: '市政府办公室' }),
      said(3, 'disputed', '三定方案没有这项职责。'),
    ]),
  };

  it.each([
    ['co', 1],
    ['co-2', 0],
    ['lead', 0],
    ['overseer', 1],
  ])('should be read by its unit and by those who decide: %s', (reader, count) => {
    expect(page(reader, more).returnRequests).toHaveLength(count);
  });

  it('should keep who said what, in order, by the name of who speaks', () => {
    const lines = page('co', more).returnRequests[0]?.statements ?? [];
    expect(lines.map(({ speaker, label, unit, words }) => [speaker, label, unit, words])).toEqual([
      ['市商务局', '申请退办', '市水务局', '不属本局职责。'],
      ['市政府办公室', '答复：维持原交办', null, '仍由你局承办。'],
      ['市商务局', '提出异议', null, '三定方案没有这项职责。'],
    ]);
  });
});
