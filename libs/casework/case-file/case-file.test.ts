import type { CaseMaterial } from '../case-material';
import { rows, whole } from '../testing/material';
import { page, ids, delivered, links } from '../testing/page';

describe('who reads what of a case', () => {
  it.each([
    ['the unit that answers', 'lead', ['opinion', 'opinion-2']],
    ['a co-handler', 'co', ['opinion']],
    ['the other co-handler', 'co-2', ['opinion-2']],
    ['a unit that gets a copy', 'recipient', []],
    ['who oversees all', 'overseer', ['opinion', 'opinion-2']],
  ])('should be of the opinions, for %s: %s %j', (_who, reader, expected) => {
    expect(ids(page(reader).opinions)).toEqual(expected);
  });

  it.each([
    ['lead', ['draft']],
    ['co', []],
    ['co-2', []],
    ['recipient', []],
    ['overseer', ['draft']],
  ])('should be of the drafts, for %s: %j', (reader, expected) => {
    expect(ids(page(reader).drafts)).toEqual(expected);
  });

  it.each([
    ['lead', ['letter']],
    ['co', []],
    ['recipient', []],
    ['overseer', ['letter']],
  ])('should be of a letter that is not delivered, for %s: %j', (reader, expected) => {
    expect(ids(page(reader).letters)).toEqual(expected);
  });

  it.each(['lead', 'co', 'co-2', 'recipient', 'overseer'])(
    'should be of a letter that is delivered all of it, for %s',
    (reader) => {
      expect(ids(page(reader, delivered).letters)).toEqual(['letter']);
    },
  );

  it.each(['co', 'recipient', 'overseer'])('should never be the personal link, for %s', (reader) => {
    const deliveries = page(reader, delivered).letters[0]?.deliveries ?? [];
    expect(deliveries.map(({ link }) => link)).toEqual([null, null]);
  });

  it('should be for the writing unit the link of the proposer, and none of a unit', () => {
    const deliveries = page('lead', delivered).letters[0]?.deliveries ?? [];
    expect(deliveries.map(({ link }) => link)).toEqual([null, links.addressOf('delivery-p')]);
  });

  it('should be for a unit that answers apart (分办) not the draft of another', () => {
    const assignments = rows<'assignments'>([
      { id: 'a-lead', unitId: 'lead', role: 'separate', state: 'divided' },
      { id: 'a-other', unitId: 'other', role: 'separate', state: 'divided' },
    ]);
    expect(page('other', { assignments, opinions: [] }).drafts).toEqual([]);
  });
});

describe('what the page says of', () => {
  it('should be of the proposal its kind, session and who registered it, in words', () => {
    expect(page('lead').proposal).toMatchObject({
      kindLabel: '大会提案',
      session: '十三届五次会议',
      registeredBy: '林四',
    });
  });

  it('should be of a proposal without a file no original', () => {
    expect(page('lead').proposal.original).toBeNull();
  });

  it('should be of a proposal with a file where it is fetched', () => {
    const proposal = { ...whole().proposal, originalFileId: 'file-1' } as CaseMaterial['proposal'];
    expect(page('lead', { proposal }).proposal.original?.href).toBe('/api/files/file-1');
  });

  it('should be of an assignment its role and state, section and drafter, in words', () => {
    expect(page('lead').assignments[0]).toMatchObject({
      ...{ unit: '市工业局', roleLabel: '主办', stateLabel: '承办中', office: '产业科', drafter: '林一' },
    });
  });

  it('should be of an assignment nobody has signed for no day and no person', () => {
    expect(page('lead').assignments[2]).toMatchObject({ signedAt: null, signedBy: null, drafter: null });
  });

  it('should be of an opinion every version with its own items', () => {
    const [opinion] = page('lead').opinions;
    expect(opinion?.versions.map(({ version, items }) => [version, ids(items)])).toEqual([
      [1, ['i-1']],
      [2, ['i-2']],
    ]);
  });

  it('should be of a position what the screen calls it', () => {
    expect(page('lead').opinions[0]?.versions[1]?.items[0]?.positionLabel).toBe('部分采纳');
  });

  it('should be of a section its suggestion’s title, or the heading of its own', () => {
    expect(page('lead').drafts[0]?.sections.map(({ heading }) => heading)).toEqual(['摸清底数', '其他']);
  });

  it('should be of a draft its own steps alone', () => {
    const steps = rows<'steps'>([
      ...whole().steps,
      { id: 'step-x', draftId: 'draft-x', name: '核稿', state: 'open' },
    ]);
    expect(ids(page('lead', { steps }).drafts[0]?.steps ?? [])).toEqual(['step']);
  });

  it('should be of a letter its files with where they are fetched', () => {
    expect(page('lead').letters[0]?.files).toEqual([
      { format: 'pdf', state: 'ready', href: '/api/letters/letter/files/pdf' },
    ]);
  });

  it('should be of a recipient whether the copy has arrived', () => {
    expect(page('lead').letters[0]?.deliveries[0]).toMatchObject({
      ...{ recipient: '市水务局', stateLabel: '已发出', receivedAt: null },
    });
  });

  it('should be of the history its words in their order', () => {
    const at = new Date('2026-03-02T01:00:00Z');
    const history = rows<'history'>([
      { at, actor: '甲', action: 'proposal.register', words: '登记。' },
      { at, actor: '乙', action: 'assignment.sign', words: '签收。' },
    ]);
    expect(page('lead', { history }).history.map(({ words }) => words)).toEqual(['登记。', '签收。']);
  });
});

describe('what a co-handler is shown of the others', () => {
  const asked = rows<'assignments'>(
    whole().assignments.map((each) => ({
      ...each,
      ...{
        question: `问${each.unitId}`,
        officeId: 'office-co',
        drafterId: 'elsewhere',
        signedBy: 'elsewhere',
      },
    })),
  );
  const shown = (reader: string, field: 'question' | 'office' | 'drafter' | 'signedBy') =>
    page(reader, { assignments: asked }).assignments.map((each) => each[field] !== null);

  it.each(['question', 'office', 'drafter', 'signedBy'] as const)(
    'should be only its own of the %s, though all of the handlers',
    (field) => {
      expect(shown('co', field)).toEqual([false, true, false]);
    },
  );

  it.each(['lead', 'overseer'])('should not bind who answers or oversees: %s', (reader) => {
    expect(shown(reader, 'question')).toEqual([true, true, true]);
  });

  it('should be only its own clock', () => {
    const clock = { clock: 'reply', startedOn: '2026-03-01', dueOn: '2026-06-10', state: 'running' };
    const deadlines = rows<'deadlines'>(
      ['lead', 'co', 'co-2'].map((unitId) => ({
        ...clock,
        id: unitId,
        unitId,
        metOn: null,
        basis: { name: '答复提案者' },
        isWindow: false,
        pauses: [],
        explanation: [],
      })),
    );
    expect([ids(page('co', { deadlines }).clocks), ids(page('lead', { deadlines }).clocks)]).toEqual([
      ['co'],
      ['lead', 'co', 'co-2'],
    ]);
  });

  const entries = (
    [
      ['proposal.handOver', 'proposal', 'unseated'],
      ['assignment.divide', 'a-lead', 'unseated'],
      ['opinion.submit', 'opinion', 'elsewhere'],
      ['opinion.sendBack', 'opinion', 'seated'],
      ['opinion.sendBack', 'opinion-2', 'seated'],
      ['draft.adopt', 'sec-1', 'seated'],
      ['reviewStep.sendBack', 'step', 'reviewer'],
      ['letter.deliver', 'letter', 'seated'],
    ] as const
  ).map(([action, objectId, personId]) => ({
    ...{ action, objectId, personId },
    at: new Date(0),
    actor: '',
    words: '',
  }));
  const told = (reader: string): string[] =>
    page(reader, { history: rows<'history'>(entries) }).history.map(({ action }) => action);

  it('should be of the history what it did, what was done to its opinion, and what concerns the case', () => {
    expect(told('co')).toEqual(['proposal.handOver', 'opinion.submit', 'opinion.sendBack', 'letter.deliver']);
  });

  it('should be of the history, for a unit that only gets a copy, what concerns the case', () => {
    expect(told('recipient')).toEqual(['proposal.handOver', 'letter.deliver']);
  });

  it.each(['lead', 'overseer'])('should be the whole history for %s', (reader) => {
    expect(told(reader)).toHaveLength(entries.length);
  });
});
