import { type Client, savePerson } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { walkToSigned } from '../e2e/walk';
import { startWorld, type World } from './casework-world';

interface Answer {
  total: number;
  more: boolean;
  items: {
    kind: string;
    proposalId: string | null;
    title: { text: string; hit: boolean }[];
    excerpt: { text: string; hit: boolean }[];
    stageLabel: string | null;
  }[];
}

const LONG = `${'某段冗长的背景叙述。'.repeat(4_000)}末句写着琥珀色的灯塔。`;

/** 全文检索: every word finds what has it, and nobody finds what is not theirs to read. */
describe('search', () => {
  let world: World;
  let caseId: string;
  let letterId: string;
  let long: string;
  const as = (account: string): Promise<Client> => world.cast.as(account);
  const ask = async (account: string, search: Record<string, string>): Promise<Answer> =>
    (await (await as(account)).get<Answer>(`/api/search?${new URLSearchParams(search)}`)).body;
  /** What each account finds by a word: how many are counted, and of which kinds. */
  const kinds = async (account: string, q: string): Promise<string[]> => {
    const { total, items } = await ask(account, { q });
    expect(items).toHaveLength(total);
    return items.map(({ kind }) => kind).sort();
  };
  const register = async (number: string, title: string, fullText: string): Promise<string> =>
    (
      await (
        await as('coordinator')
      ).done('/api/proposals', {
        ...{ number, title, fullText, kind: 'plenary', term: 13, meeting: 5 },
        proposers: [{ kind: 'member', role: 'first', name: '欧阳清' }],
        suggestions: [{ title: '办好此事', body: '' }],
      })
    ).id;

  beforeAll(async () => {
    world = await startWorld();
    const walked = await walkToSigned(world.app, world.cast, shortPlan('135401'));
    caseId = walked.id;
    long = await register('135402', '关于港口照明的提案', LONG);
    await savePerson(world.app.house.dataSource.manager, 'stranger', 'gongan', [
      'proposal_office',
      'drafter',
    ]);
    await savePerson(world.app.house.dataSource.manager, 'leader-elsewhere', 'gongan', ['leader']);
  }, 120_000);
  afterAll(() => world.app.close());

  it('should find a word of two characters in whatever has it, for who oversees all', async () => {
    expect(await kinds('coordinator', '摸底')).toEqual(['draft', 'opinion']);
  });

  it('should find a text of 40,000 characters by its last sentence, and show the place', async () => {
    const { total, items } = await ask('coordinator', { q: '末句写着琥珀色的灯塔' });
    expect([total, items[0]?.proposalId]).toEqual([1, long]);
    expect(items[0]?.excerpt.filter(({ hit }) => hit)).toEqual([{ text: '末句写着琥珀色的灯塔', hit: true }]);
  });

  it('should find words only as they are written: their pairs alone are not enough', async () => {
    await register('135403', '关于甲乙丙的提案', '甲乙在前，乙丁在后，丁戊也在。');
    expect((await ask('coordinator', { q: '甲乙丁戊' })).total).toBe(0);
    expect((await ask('coordinator', { q: '甲乙 丁戊' })).total).toBe(1);
  });

  it('should find what was changed a moment ago, and no more what it said before', async () => {
    const id = await register('135404', '关于翡翠湖的提案', '翡翠湖需要清淤。');
    expect((await ask('coordinator', { q: '翡翠湖' })).items[0]).toMatchObject({ proposalId: id });
    await (
      await as('coordinator')
    ).done(`/api/proposals/${id}/withdraw`, {
      ...{ reason: '提案者撤回。', documentOn: world.app.clock.today() },
    });
    expect((await ask('coordinator', { q: '翡翠湖' })).items[0]?.stageLabel).toBe('已撤案');
  });

  describe('within what may be read', () => {
    it.each([
      ['the unit that answers: all opinions, its own draft', 'drafter', ['draft', 'opinion']],
      ['a co-handler: its own opinion alone', 'co-zhujian', ['opinion']],
      ['another co-handler: nothing of it', 'co-shangwu', []],
      ['a unit without a part', 'stranger', []],
    ])('should show %s', async (_who, account, expected) => {
      expect(await kinds(account, '摸底')).toEqual(expected);
    });

    it('should show the case to every unit that handles it, and not to who only will', async () => {
      for (const account of ['drafter', 'co-zhujian', 'co-shangwu'])
        expect(await kinds(account, '135401')).toContain('proposal');
      expect((await ask('drafter', { q: '港口照明' })).total).toBe(0);
    });

    it('should show the leader who supervises a case all of it', async () => {
      const [{ id }] = await world.app.house.dataSource.query(
        `SELECT id FROM person WHERE account = 'leader-elsewhere'`,
      );
      await (await as('coordinator')).done(`/api/proposals/${caseId}/name-supervisor`, { supervisorId: id });
      expect(await kinds('leader-elsewhere', '摸底')).toEqual(['draft', 'opinion']);
    });

    it('should keep a letter to the unit that wrote it until it is out, and the draft is the letter then', async () => {
      const clerk = await as('clerk');
      const { drafts } = (await world.seen('clerk', caseId)) as unknown as { drafts: { id: string }[] };
      await world.app.house.dataSource.query(
        `UPDATE passage SET body = body || '已建成12处。' WHERE section_id IN (SELECT id FROM draft_section WHERE draft_id = $1 AND ordinal = 1)`,
        [drafts[0]?.id],
      );
      letterId = (await clerk.done(`/api/drafts/${drafts[0]?.id}/issue`, { date: world.app.clock.today() }))
        .id;
      expect(await kinds('drafter', '摸底')).toEqual(['letter', 'opinion']);
      expect(await kinds('co-shangwu', '摸底')).toEqual([]);
      await world.app.house.dataSource.query(`UPDATE letter_file SET state = 'ready' WHERE letter_id = $1`, [
        letterId,
      ]);
      await clerk.done(`/api/letters/${letterId}/deliver`);
      expect(await kinds('co-shangwu', '摸底')).toEqual(['letter']);
    });

    it('should show nothing to a unit from the moment it has no part any more, though no index was made anew', async () => {
      const { query } = world.app.house.dataSource;
      await query.call(
        world.app.house.dataSource,
        `UPDATE assignment SET state = 'removed' WHERE proposal_id = $1 AND unit_id = (SELECT unit_id FROM person WHERE account = 'co-zhujian')`,
        [caseId],
      );
      await query.call(
        world.app.house.dataSource,
        `DELETE FROM delivery WHERE proposal_id = $1 AND unit_id = (SELECT unit_id FROM person WHERE account = 'co-zhujian')`,
        [caseId],
      );
      expect(await kinds('co-zhujian', '摸底')).toEqual([]);
    });
  });

  it.each([
    [{ kind: 'letter' }, 1],
    [{ kind: 'policy' }, 0],
    [{ year: '2020' }, 0],
    [{ proposer: '民盟' }, 2],
    [{ proposer: '欧阳' }, 0],
    [{ outcomeClass: 'Z' }, 0],
    [{ stage: 'delivered' }, 2],
    [{ stage: 'registered' }, 0],
  ])('should be narrowed by %j', async (filter, total) => {
    expect((await ask('coordinator', { q: '摸底', ...filter })).total).toBe(total);
  });

  it.each([
    ['punctuation alone', '，。！“”', 'search.nothing'],
    ['a text of 10,000 characters', 'x'.repeat(10_000), 'request.invalid'],
    ['nothing', '', 'request.invalid'],
  ])('should refuse %s with a sentence', async (_what, q, code) => {
    const { status, body } = await (
      await as('drafter')
    ).get<{ code: string; detail: string }>(`/api/search?q=${encodeURIComponent(q)}`);
    expect([status, body.code, body.detail]).toEqual([422, code, expect.stringMatching(/[\u4e00-\u9fff]/)]);
  });

  it('should find neither more nor less than a slow look at every text', async () => {
    const all = (await world.app.house.dataSource.query(
      'SELECT lower(title || body) AS text FROM search_document',
    )) as { text: string }[];
    for (const word of ['建议', '充电', '充电桩', '住房城乡建设局', '灯塔', '13540', '桩', '不存在的'])
      expect([word, (await ask('coordinator', { q: word })).total]).toEqual([
        word,
        all.filter(({ text }) => text.includes(word)).length,
      ]);
  });

  describe('what came before', () => {
    interface Reply {
      documentNumber: string;
      heading: string;
      paragraphs: { text: string; aged: boolean }[];
    }
    let opened: Awaited<ReturnType<World['opened']>>;
    const earlier = async (account: string) => {
      const section = opened.view.drafts[0]?.sections[0]?.id ?? '';
      return (await as(account)).get<Reply[]>(`/api/drafts/${opened.draftId}/earlier?section=${section}`);
    };
    beforeAll(async () => {
      opened = await world.opened('135405');
    });

    it('should be offered to who writes: how a like suggestion was answered, paragraph by paragraph', async () => {
      const [reply] = (await earlier('drafter')).body;
      expect(reply?.heading).toContain('摸清厂区用电底数');
      expect(reply?.paragraphs.map(({ text }) => text).join()).toContain('完成摸底');
    });

    it('should be told where its figures may have aged', async () => {
      const aged = async () =>
        (await earlier('drafter')).body[0]?.paragraphs.find(({ text }) => text.includes('12'))?.aged;
      expect(await aged()).toBe(false);
      world.app.clock.moveTo(new Date('2027-06-01T02:00:00Z'));
      expect(await aged()).toBe(true);
    });

    it('should be nothing to who may not read the draft', async () => {
      expect((await earlier('stranger')).status).toBe(404);
    });

    it('should be told to who registers a like proposal, and to nobody else', async () => {
      const path = `/api/similar-proposals?title=${encodeURIComponent('关于改善港口照明设施的提案')}`;
      const { body } = await (await as('coordinator')).get<{ proposalId: string }[]>(path);
      expect(body[0]?.proposalId).toBe(long);
      expect((await (await as('drafter')).get(path)).status).toBe(403);
    });
  });
});
