import type { Client } from '@fuhan/testing';
import { caseOf, handOver, register } from '../e2e/walk';
import { shortPlan } from '../e2e/short-plan';
import { refusal, startWorld, type World } from './casework-world';

interface Files {
  version: number;
  files: { name: string; text: string }[];
  versions: { version: number; cases: number; openCases: number }[];
  actions: { command: string }[];
}
interface Preview {
  version: number;
  changes: { path: string; before: string | null; after: string | null }[];
  openCases: number;
  letters: { number: string; before: string[]; after: string[] }[];
}

/** An administrator changes the place's files: a new version, and what it would change beforehand. */
describe('publishing the profile of a place', () => {
  let world: World;
  let system: Client;
  let open: { id: string; draftId: string };
  let waiting: string;

  beforeAll(async () => {
    world = await startWorld();
    system = await world.cast.as('system');
    open = await world.opened('136901');
  });
  afterAll(() => world.app.close());

  const shown = async (client = system): Promise<Files> =>
    (await client.get<Files>('/api/place-profiles')).body;
  const edit = async (name: string, from: string | RegExp, to: string, version?: number) => {
    const { files, version: current } = await shown();
    const text = files.find((each) => each.name === name)?.text ?? '';
    return { version: version ?? current, files: [{ name, text: text.replace(from, to) }] };
  };
  const preview = async (body: object): Promise<Preview> =>
    (await system.post<Preview>('/api/place-profiles/preview', body)).body;
  const published = (body: object) => refusal(system, '/api/place-profiles', body);
  const newTitle = () => edit('wording.yaml', '号{{words.document}}答复的函', '号{{words.document}}的答复');

  it('should show the files to the system’s administrator alone', async () => {
    const { version, files, actions } = await shown();
    expect([version, files.length, actions.map(({ command }) => command)]).toEqual([
      1,
      9,
      ['profile.publish'],
    ]);
    expect((await (await world.cast.as('coordinator')).get('/api/place-profiles')).status).toBe(403);
  });

  it('should say beforehand which settings would read otherwise, and that open cases keep theirs', async () => {
    const { version, changes, openCases } = await preview(
      await edit('clocks.yaml', 'rule: 3个月', 'rule: 2个月'),
    );
    expect([version, openCases]).toEqual([2, 1]);
    expect(changes).toEqual([
      { path: 'clocks[reply].rule', before: '3个月，遇休息日顺延', after: '2个月，遇休息日顺延' },
    ]);
  });

  it('should show beforehand which lines of letters in the making would read otherwise', async () => {
    const { letters } = await preview(await newTitle());
    expect(letters).toMatchObject([
      {
        number: '136901',
        before: ['中山市工业和信息化局关于市政协十三届六次会议第136901号提案答复的函'],
        after: ['中山市工业和信息化局关于市政协十三届六次会议第136901号提案的答复'],
      },
    ]);
  });

  it('should change nothing by looking', async () => {
    await preview(await newTitle());
    expect((await shown()).version).toBe(1);
  });

  it.each([
    [
      'a slip, with file and line',
      'clocks.yaml',
      'rule: 3个月',
      'rule: 3季度',
      422,
      /clocks\.yaml 第 \d+ 行/,
    ],
    ['another place', 'place.yaml', 'place: zhongshan', 'place: mianyang', 409, /place 不能改/],
    ['nothing new', 'place.yaml', 'x'.repeat(9), '', 409, /完全相同/],
  ])('should refuse %s', async (_what, name, from, to, status, words) => {
    const [found, , detail] = await published(await edit(name, from, to));
    expect([found, words.test(detail)]).toEqual([status, true]);
  });

  it('should be published once when two press it at once, and refuse what was written upon an older version', async () => {
    const body = await newTitle();
    const answers = await Promise.all([published(body), published(body)]);
    expect(answers.map(([status]) => status).sort()).toEqual([201, 409]);
    expect((await published({ ...body, version: 1 }))[1]).toBe('version.moved-on');
  });

  it('should let the open case keep its words', async () => {
    const { body } = await (
      await world.cast.as('drafter')
    ).get<string>(`/api/drafts/${open.draftId}/preview.html`);
    expect(body).toContain('答复的函');
  });

  it('should hold for a case that is registered from now on', async () => {
    waiting = await register(world.cast, shortPlan('136902'));
    expect((await caseOf(await world.cast.as('coordinator'), waiting)).stage).toBe('registered');
    expect(
      (await shown()).versions.map(({ version, cases, openCases }) => [version, cases, openCases]),
    ).toEqual([
      [2, 1, 1],
      [1, 1, 1],
    ]);
  });

  describe('the words around its letters', () => {
    const plain = 'closings/variants/plain';
    interface Wording {
      version: number;
      pieces: { piece: string; template: string | null; usual: string | null }[];
      versions: { version: number; by: string | null; reason: string | null }[];
    }
    const words = async (): Promise<Wording> => (await system.get<Wording>('/api/letter-wording')).body;
    const edited = async (piece: string, template: string | null, version?: number) => ({
      version: version ?? (await words()).version,
      edits: [{ piece, template }],
      reason: '统一结尾用语',
    });
    const saved = (body: object) => refusal(system, '/api/letter-wording', body);
    const seen = async (piece: string, template: string) => {
      const { reason: _, ...edit } = await edited(piece, template);
      return (
        await system.post<{ html: string | null; problem: string | null }>('/api/letter-wording/preview', {
          ...edit,
          piece,
        })
      ).body;
    };
    const letterOf = async (draftId: string): Promise<string> =>
      (await (await world.cast.as('drafter')).get<string>(`/api/drafts/${draftId}/preview.html`)).body;

    it('should be shown in a sample letter before they are saved, or the fault in them', async () => {
      const asked = { version: 2, edits: [], piece: plain, paper: 'npc_suggestion' };
      const { body } = await system.post<{ html: string }>('/api/letter-wording/preview', asked);
      expect(body.html).toContain('代表');
      expect((await seen(plain, '此复，请予监督。')).html).toContain('此复，请予监督。');
      expect((await seen(plain, '甲\n{{prnoun}}')).problem).toMatch(
        /^wording\.yaml 的“答复函·结尾：plain”（closings\/variants\/plain）第 2 行有误：没有名为“prnoun”的字段/,
      );
      expect((await words()).version).toBe(2);
    });

    it.each([
      ['a way to files', '{{> /etc/passwd}}', 422],
      ['the insides of the program', '{{lookup this "constructor"}}{{issuer.constructor}}', 422],
      [
        'lists within lists without end',
        `${'{{#each @root.session}}'.repeat(18)}甲${'{{/each}}'.repeat(18)}`,
        422,
      ],
      ['a passage that calls itself', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', 422],
      ['a megabyte', '甲'.repeat(350_000), 422],
    ])('should be refused with %s, and nothing saved', async (_what, template, status) => {
      const [found, code] = await saved(await edited('title', template));
      expect([found, ['wording.faulty', 'request.invalid'].includes(code)]).toEqual([status, true]);
      expect((await words()).version).toBe(2);
    });

    it('should be one more version when they are saved, with who and why, once where two save at once', async () => {
      const body = await edited('title', '{{issuer.name}}对第{{proposal.number}}号{{words.document}}的答复');
      const answers = await Promise.all([saved(body), saved(body)]);
      expect(answers.map(([status]) => status).sort()).toEqual([201, 409]);
      const { version, versions } = await words();
      expect([version, versions[0]]).toMatchObject([3, { version: 3, reason: '统一结尾用语' }]);
      expect(versions[0]?.by).not.toBeNull();
    });

    it('should stand in the letters begun from now on, also of older cases, and not in those begun before', async () => {
      expect(await letterOf(open.draftId)).toContain('提案答复的函');
      await handOver(world.app, world.cast, waiting, shortPlan('136902'));
      const [draft] = (await world.seen('drafter', waiting)).drafts;
      expect(await letterOf(draft?.id ?? '')).toContain('中山市工业和信息化局对第136902号提案的答复');
    });

    it('should be compared with what somebody else saved meanwhile, and overwrite nothing', async () => {
      expect((await saved(await edited('title', '别的标题', 2)))[1]).toBe('version.moved-on');
      const { body } = await system.get<{ changes: object[] }>('/api/letter-wording/changes?from=2&to=3');
      expect(body.changes).toMatchObject([
        { piece: 'title', after: expect.stringContaining('对第') as string },
      ]);
    });

    it('should be those of an earlier version again, as a version more', async () => {
      const { body } = await system.get<{ changes: { piece: string; after: string | null }[] }>(
        '/api/letter-wording/changes?from=3&to=0',
      );
      const edits = body.changes.map(({ piece, after: template }) => ({ piece, template }));
      expect((await saved({ version: 3, edits, reason: '恢复出厂用语' }))[0]).toBe(201);
      expect((await system.get('/api/letter-wording/changes?from=0&to=4')).body).toMatchObject({
        changes: [],
      });
      expect((await saved({ version: 4, edits, reason: '再来一次' }))[1]).toBe('guard.failed');
    });
  });

  it('should be on the audit log', async () => {
    const rows = await world.app.house.dataSource.query(
      `SELECT object FROM audit_log WHERE action IN ('profile.publish', 'wording.publish') ORDER BY seq`,
    );
    expect(rows).toEqual(['2', '3', '4'].map((object) => ({ object })));
  });
});
