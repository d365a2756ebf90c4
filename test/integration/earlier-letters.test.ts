import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workLetterImport } from '@fuhan/casework';
import { readList } from '@fuhan/intake';
import { importLetter, renderDocx } from '@fuhan/letter-engine';
import { findProjectRoot } from '@fuhan/platform';
import { type Client, savePerson } from '@fuhan/testing';
import { main } from '../../apps/cli/main';
import { importServices } from '../../apps/server/worker/worker';
import {
  earlierText,
  type EarlierWords,
  gbkNamedZip,
  GBK_REPLY,
  locked,
  packed,
} from '../../libs/knowledge/letters/testing/earlier-letters';
import { handMadePdf } from '../fixtures/letters/hand-made-pdf';
import { refusal, startWorld, type World } from './casework-world';

interface Row {
  line: number;
  file: string;
  outcome: string;
  code: string | null;
  documentNumber: string | null;
  notes: string[];
  letterId: string | null;
}
interface Run {
  state: string;
  imported: number;
  doubled: number;
  failed: number;
  actions: { command: string }[];
}

const LOCK = '/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /ID [<00> <00>]';

/** 往年答复函: files come in letter by letter; who may read one finds it, quotes it, learns from it. */
describe('letters of earlier years', () => {
  let world: World;
  let coordinator: Client;
  const as = (account: string): Promise<Client> => world.cast.as(account);
  const works = (importId: string): Promise<void> =>
    workLetterImport(importServices(world.app.house), { importId });
  const upload = async (name: string, bytes: Uint8Array): Promise<string> =>
    (await coordinator.upload(name, Buffer.from(bytes), 'letters')).id;
  /** Hands files in and lets the job run. */
  const imported = async (files: Readonly<Record<string, Uint8Array>>): Promise<string> => {
    const handed: { fileId: string; path: string }[] = [];
    for (const [path, bytes] of Object.entries(files))
      handed.push({ path, fileId: await upload(path, bytes) });
    const { id } = await coordinator.done('/api/letter-imports', { files: handed });
    await works(id);
    return id;
  };
  const runOf = async (id: string): Promise<Run> =>
    (await coordinator.get<Run>(`/api/letter-imports/${id}`)).body;
  const rowsOf = async (id: string, only = 'all'): Promise<Row[]> =>
    (await coordinator.get<{ rows: Row[] }>(`/api/letter-imports/${id}/rows?only=${only}&limit=200`)).body
      .rows;
  const letter = (words: EarlierWords): Buffer => Buffer.from(earlierText(words));
  const found = async (account: string, search: Record<string, string>): Promise<number> => {
    const { body } = await (
      await as(account)
    ).get<{ total: number; items: object[] }>(`/api/search?${new URLSearchParams(search)}`);
    expect(body.items).toHaveLength(body.total);
    return body.total;
  };
  const counted = async (table: string): Promise<number> =>
    (
      (await world.app.house.dataSource.query(`SELECT count(*)::int AS n FROM ${table}`)) as [{ n: number }]
    )[0].n;

  beforeAll(async () => {
    world = await startWorld();
    coordinator = await as('coordinator');
    await savePerson(world.app.house.dataSource.manager, 'stranger', 'gongan', [
      'proposal_office',
      'drafter',
    ]);
    await savePerson(world.app.house.dataSource.manager, 'asked', 'caizheng', ['proposal_office', 'drafter']);
  }, 120_000);
  afterAll(() => world.app.close());

  describe('handed in', () => {
    let id: string;
    beforeAll(async () => {
      const docx = renderDocx(
        importLetter(
          earlierText({ number: '中工信函〔2022〕9号', date: '2022年5月6日', body: '靛蓝色雨棚已经搭好。' }),
        ),
      );
      const { pdf } = await world.app.house.printer.render(
        importLetter(
          earlierText({ number: '中工信函〔2021〕4号', date: '2021年5月6日', body: '赭石色围墙已经拆除。' }),
        ),
      );
      id = await imported({
        '往年.zip': packed({
          '2023年/正文.txt': letter({ publication: '主动公开' }),
          '2022年/正文.docx': docx,
          '2021年/正文.pdf': pdf,
          '2020年/没有日期.txt': letter({ number: '', date: '', body: '孔雀绿路灯亮了十二盏。' }),
          '再来一份.txt': letter({ publication: '主动公开' }),
          '同号.txt': letter({ body: '同一个字号，另一种说法。' }),
          '空的.txt': ' ',
          '图片.pdf': handMadePdf({ pages: ['0 0 200 300 re f'] }),
          '加密.pdf': handMadePdf({ pages: [''], trailer: LOCK }),
          '太长.txt': Buffer.from(Array.from({ length: 400_000 }, (_, i) => `第${i * 7919}行`).join('')),
          '乱码.txt': Buffer.from([0xff, 0x00, 0x81, 0x20]),
          '炸弹.txt': new Uint8Array(60 * 2 ** 20),
          '../../外面.txt': letter({ number: '中工信函〔2023〕99号', body: '不该进来。' }),
          '便条.txt': '明天下午三点开会，请带上材料，谢谢大家。',
        }),
        '旧包.zip': gbkNamedZip(
          GBK_REPLY,
          letter({ number: '中工信函〔2019〕2号', date: '2019年3月4日', body: '缃色展板换了六块。' }),
        ),
        '锁.zip': locked(packed({ '锁住.txt': letter({}) })),
      });
    }, 60_000);

    it('should come in though others of their package are bad, each with its line', async () => {
      expect(await runOf(id)).toMatchObject({ state: 'imported', imported: 5, doubled: 2, failed: 9 });
      expect((await rowsOf(id)).map(({ file, outcome, code }) => [file, code ?? outcome])).toEqual([
        ['2023年/正文.txt', 'imported'],
        ['2022年/正文.docx', 'imported'],
        ['2021年/正文.pdf', 'imported'],
        ['2020年/没有日期.txt', 'imported'],
        ['再来一份.txt', 'doubled'],
        ['同号.txt', 'doubled'],
        ['空的.txt', 'letter.empty'],
        ['图片.pdf', 'letter.pdf-image-only'],
        ['加密.pdf', expect.stringMatching(/letter\.pdf-(encrypted|broken)/)],
        ['太长.txt', 'letter.too-long'],
        ['乱码.txt', 'letter.not-text'],
        ['炸弹.txt', 'letters.zip-too-large'],
        ['../../外面.txt', 'letters.unsafe-name'],
        ['便条.txt', 'letters.no-reply'],
        ['答复.txt', 'imported'],
        ['锁住.txt', 'letters.zip-encrypted'],
      ]);
    });

    it('should be told with what was recognised, what was not, and what to do', async () => {
      const rows = await rowsOf(id);
      expect(rows[0]).toMatchObject({
        ...{ documentNumber: '中工信函〔2023〕31号', issuer: '中山市工业和信息化局', outcomeClass: 'A' },
        ...{ date: '2023-06-08', proposalNumber: '131077', coHandlers: ['市财政局'], notes: [] },
      });
      expect((await rowsOf(id, 'noted')).map(({ line, notes }) => [line, notes.join('')])).toEqual([
        [4, expect.stringMatching(/没有认出发文字号.*没有认出成文日期，归在 2020 年。请核对。/)],
      ]);
      for (const { notes } of rows.filter(({ outcome }) => outcome !== 'imported'))
        expect(notes.join('')).toMatch(/请|不用处理/);
    });

    it('should be a report to take away', async () => {
      for (const only of ['all', 'noted']) {
        const file = await coordinator.download(`/api/letter-imports.xlsx?run=${id}&only=${only}`);
        const [, ...lines] = (await readList(file, '报告.xlsx')).rows;
        const files = (await rowsOf(id, only)).map(({ file }) => file);
        expect(lines.map(({ cells }) => cells[1]?.text)).toEqual(files);
      }
    });

    it('should bring nothing a second time, though the job runs again or the same files come again', async () => {
      const before = await counted('earlier_letter');
      await works(id);
      const again = await imported({
        '又一次.zip': packed({ '甲.txt': letter({ publication: '主动公开' }) }),
      });
      expect([(await runOf(again)).doubled, await counted('earlier_letter')]).toEqual([1, before]);
    });

    it.each([
      ['by a word of two characters', { q: '雨棚' }, 1],
      ['in its year', { q: '中工信函', year: '2021' }, 1],
      ['among its kind alone', { q: '雨棚', kind: 'letter' }, 0],
      ['by its class', { q: '雨棚', outcomeClass: 'A' }, 1],
      ['not by another class', { q: '雨棚', outcomeClass: 'B' }, 0],
      ['by whom it answered', { q: '雨棚', proposer: '民建' }, 1],
    ] as const)('should be found %s', async (_how, search, total) => {
      expect(await found('coordinator', search)).toBe(total);
    });

    it('should be found by the units whose letter it is, by everybody where it is open, and by nobody else', async () => {
      for (const account of ['drafter', 'asked']) expect(await found(account, { q: '雨棚' })).toBe(1);
      expect(await found('stranger', { q: '雨棚' })).toBe(0);
      expect(await found('stranger', { q: '变压器容量' })).toBe(1);
    });

    it('should be read, with its file, by who finds it, and by nobody else', async () => {
      const closed = (await rowsOf(id))[1]?.letterId ?? '';
      const { body } = await (
        await as('asked')
      ).get<{ paragraphs: string[]; fileId: string }>(`/api/earlier-letters/${closed}`);
      expect(body.paragraphs.join()).toContain('靛蓝色雨棚');
      const paths = [`/api/earlier-letters/${closed}`, `/api/files/${body.fileId}`];
      for (const path of paths) {
        expect((await (await as('asked')).get(path)).status).toBe(200);
        expect((await (await as('stranger')).get(path)).status).toBe(404);
      }
    });

    it('should be offered to who writes a like answer, with its source and the age of its figures', async () => {
      const { view, draftId } = await world.opened('135405');
      const path = `/api/drafts/${draftId}/earlier?section=${view.drafts[0]?.sections[0]?.id}`;
      const { body } = await (
        await as('drafter')
      ).get<{ documentNumber: string; proposalId: null; paragraphs: { text: string; aged: boolean }[] }[]>(
        path,
      );
      const reply = body.find(({ documentNumber }) => documentNumber === '中工信函〔2023〕31号');
      expect(reply?.proposalId).toBeNull();
      expect(reply?.paragraphs.find(({ text }) => text.includes('1.2万千伏安'))?.aged).toBe(true);
    });

    it('should count as cases of the past where units are proposed, and where a like proposal is registered', async () => {
      const title = '关于改善老厂区充电条件的提案';
      const { id: proposal } = await coordinator.done('/api/proposals', {
        ...{ number: '135406', title, kind: 'plenary', term: 13, meeting: 5, fullText: '充电难。' },
        proposers: [{ kind: 'member', role: 'first', name: '何委员' }],
        suggestions: [{ title: '改善厂区充电条件', body: '' }],
      });
      const { body } = await coordinator.get<{
        nextActions: { command: string; advice?: { units: { name: string; reasons: string[] }[] }[] }[];
      }>(`/api/proposals/${proposal}`);
      const advice = body.nextActions.find(({ command }) => command === 'proposal.handOver')?.advice;
      expect(advice?.[0]?.units.find(({ name }) => name === '市财政局')?.reasons).toContainEqual(
        expect.stringMatching(/^20\d\d 年第 131077 号类似提案由市财政局会办$/),
      );
      const similar = await coordinator.get<{ letterId: string | null }[]>(
        `/api/similar-proposals?title=${encodeURIComponent(title)}`,
      );
      expect(similar.body.some(({ letterId }) => letterId !== null)).toBe(true);
    });

    it('should be the coordinator’s to hand in, and their reports theirs to read', async () => {
      const drafter = await as('drafter');
      expect((await refusal(drafter, '/api/letter-imports', { files: [] }))[0]).not.toBe(201);
      for (const path of ['', `/${id}`, `/${id}/rows`, '.xlsx', `.xlsx?run=${id}`])
        expect((await drafter.get(`/api/letter-imports${path}`)).status).toBe(403);
    });

    it('should be gone when the run is taken back, and may come again', async () => {
      await coordinator.done(`/api/letter-imports/${id}/undo`);
      expect([await counted('earlier_letter'), await found('coordinator', { q: '雨棚' })]).toEqual([0, 0]);
      expect(await runOf(id)).toMatchObject({ state: 'undone', imported: 5, actions: [] });
      expect((await refusal(coordinator, `/api/letter-imports/${id}/undo`))[1]).toBe('state.moved-on');
      expect((await runOf(await imported({ '甲.txt': letter({}) }))).imported).toBe(1);
    });
  });

  describe('by the command', () => {
    const before = { ...process.env };
    const folder = mkdtempSync(join(tmpdir(), 'fuhan-letters-'));
    beforeAll(() => {
      const { DATABASE_URL, DATA_DIR } = world.app.house.settings;
      Object.assign(process.env, { DATABASE_URL, DATA_DIR });
      mkdirSync(join(folder, '2018年'));
      writeFileSync(
        join(folder, '2018年', '甲.txt'),
        letter({ number: '', date: '', body: '黛色屋檐修好了。' }),
      );
      writeFileSync(
        join(folder, '2018年', '乙.txt'),
        letter({ number: '', date: '', body: '黛色屋檐修好了。' }),
      );
      writeFileSync(join(folder, '坏.txt'), '');
    });
    afterEach(() => jest.restoreAllMocks());
    afterAll(() => {
      process.env = before;
    });
    const run = async (...args: string[]) => {
      const out: string[] = [];
      const err: string[] = [];
      jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
      jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
      return { status: await main(['import', 'letters', ...args]), out: out.join('\n'), err };
    };

    it('should be tried without a trace, and then come in from a folder that names the year', async () => {
      const count = await counted('earlier_letter');
      const trial = await run(folder, '--dry-run', '--json');
      expect(JSON.parse(trial.out)).toMatchObject({ imported: 1, doubled: 1, failed: 1, importId: null });
      expect([trial.status, await counted('earlier_letter')]).toEqual([1, count]);
      const { out, err } = await run(folder);
      expect(out).toMatch(/已导入 1 封，重复 1 个，不能导入 1 个/);
      expect(err).toEqual([expect.stringMatching(/^有 1 个文件不能导入.*其余的已经导入/)]);
      expect(await found('coordinator', { q: '黛色屋檐', year: '2018' })).toBe(1);
    });

    it('should say in one line where there is nothing', async () => {
      const { status, err } = await run(join(folder, '没有'));
      expect([status, err]).toEqual([1, [expect.stringMatching(/^读不到文件/)]]);
    });

    const real = join(findProjectRoot(), '..', 'shared', 'letters');
    (existsSync(real) ? it : it.skip)(
      `should understand real letters (skipped where ${real} is absent)`,
      async () => {
        const { out } = await run(real, '--dry-run', '--json');
        const { imported: good } = JSON.parse(out) as { imported: number };
        expect(good).toBe(readdirSync(real).length);
      },
    );
  });
});
