import type { Client } from '@fuhan/testing';
import { caseOf, register } from '../e2e/walk';
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
    const id = await register(world.cast, shortPlan('136902'));
    expect((await caseOf(await world.cast.as('coordinator'), id)).stage).toBe('registered');
    expect(
      (await shown()).versions.map(({ version, cases, openCases }) => [version, cases, openCases]),
    ).toEqual([
      [2, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('should be on the audit log', async () => {
    const rows = await world.app.house.dataSource.query(
      `SELECT object FROM audit_log WHERE action = 'profile.publish'`,
    );
    expect(rows).toEqual([{ object: '2' }]);
  });
});
