import { search, type SearchText, writeText } from '@fuhan/casework';
import { newId } from '@fuhan/kernel';
import { readSought } from '@fuhan/knowledge';
import type { Actor } from '@fuhan/rules';
import { saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import { report, timed } from './figures';

/** `SEARCH_DOCUMENTS=100000` for the whole way; the last size alone takes some minutes to write. */
const MOST = Number(process.env.SEARCH_DOCUMENTS ?? 10_000);
const SIZES = [1_000, 10_000, 100_000].filter((size) => size <= MOST);
const ASKED = 600;
const TRIES = 5;

const topics =
  '充电设施 老年食堂 河道治理 招商引资 人才引育 医疗器械 职业教育 乡村旅游 垃圾分类 交通拥堵 食品安全 专利转化 社区养老 托育服务 水质监测 科技金融'.split(
    ' ',
  );
const clauses =
  '我局高度重视 会同有关部门 开展专项调研 列入年度计划 完善配套政策 加强统筹协调 压实工作责任 建立长效机制 推动项目落地 取得阶段成效 下一步将继续 争取上级支持 优化审批流程 扩大试点范围 提升服务水平 形成工作合力'.split(
    ' ',
  );
/** Numbers that follow each other in the same way each time. */
function rolling(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}
const rare = (i: number): string =>
  `编${String.fromCodePoint(0x4e00 + (i % 20_000))}${String.fromCodePoint(0x5000 + ((i * 7) % 15_000))}号`;

/** A letter of some 1,200 characters about two things, with a word that is nearly its own. */
function textOf(i: number): Pick<SearchText, 'title' | 'body' | 'day'> {
  const next = rolling(i + 1);
  const about = [topics[next(topics.length)], topics[next(topics.length)]];
  const sentences = Array.from(
    { length: 60 },
    () =>
      `${clauses[next(clauses.length)]}，${clauses[next(clauses.length)]}${next(5) === 0 ? about[next(2)] : ''}${next(900) + 100}项。`,
  );
  return {
    title: `关于${about[0]}的答复函第${i}号`,
    body: `${sentences.join('')}${rare(i)}`,
    day: `${2016 + (i % 10)}-0${1 + (i % 9)}-15`,
  };
}

/** What people ask: things, two characters, what stands in everything, several words, what stands once. */
const questions = (written: number): string[] => [
  ...topics,
  ...topics.map((topic) => topic.slice(0, 2)),
  ...['统筹协调', '年度计划', '老年食堂 试点', '招商引资 专利转化', '不存在的词'],
  ...Array.from({ length: 12 }, (_, i) => rare((i * 7_919) % written)),
];

describe('full text search', () => {
  let app: TestApp;
  let coordinator: Actor;
  let written = 0;
  const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    app.house.dataSource.query(sql, values);

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-03-20T02:00:00Z', prepare: (house) => saveCast(house) });
    const [person] = await query<{ id: string; unitId: string }>(
      `SELECT id, unit_id AS "unitId" FROM person WHERE account = 'coordinator'`,
    );
    coordinator = {
      personId: person!.id,
      unitId: person!.unitId,
      name: '',
      officeId: null,
      duties: ['coordinator'],
    } as never;
  });
  afterAll(() => app.close());

  async function write(size: number): Promise<number> {
    const from = written;
    return timed(async () => {
      for (; written < size; written += 500)
        await app.house.dataSource.transaction(async (em) => {
          for (let i = written; i < Math.min(written + 500, size); i++)
            await writeText(em, {
              ...{ kind: 'policy', sourceId: newId(), proposalId: null, unitId: null, shared: true },
              ...textOf(i),
            });
        });
      await query('ANALYZE search_document');
    }).then((took) => took / (size - from));
  }

  const p95 = (times: number[]): number =>
    times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  async function times(work: (question: string) => Promise<unknown>, rounds: number): Promise<number[]> {
    const asked = questions(written);
    const found: number[] = [];
    for (let i = 0; i < rounds; i++) found.push(await timed(() => work(asked[i % asked.length] ?? '')));
    return found;
  }

  /** Each question at its best: what the search itself takes, also where others keep the machine busy. */
  async function bestTimes(work: (question: string) => Promise<unknown>): Promise<number[]> {
    const best: number[] = [];
    for (const question of new Set(questions(written))) {
      const tries: number[] = [];
      for (let i = 0; i < TRIES; i++) tries.push(await timed(() => work(question)));
      best.push(Math.min(...tries));
    }
    return best;
  }

  it(`should report the time of a search, its growth, the index and LIKE beside it, up to ${MOST} documents`, async () => {
    let before: { ours: number; best: number } | null = null;
    for (const size of SIZES) {
      const each = await write(size);
      const em = app.house.dataSource.manager;
      const ask = (q: string): Promise<unknown> =>
        search(em, coordinator, { q, offset: 0, limit: 20 }, '2026-03-20');
      await times(ask, questions(written).length);
      const ours = p95(await times(ask, ASKED));
      const best = p95(await bestTimes(ask));
      const like = p95(
        await times(
          async (q) => {
            const terms = (readSought(q)?.terms ?? []).map((term) => `%${term}%`);
            await query(
              `SELECT source_id FROM search_document WHERE lower(title || ' ' || body) LIKE ALL ($1::text[]) ORDER BY day DESC LIMIT 20`,
              [terms],
            );
          },
          size < 100_000 ? 40 : 8,
        ),
      );
      const [sizes] = await query<{ index: string; table: string }>(
        `SELECT pg_relation_size('search_document_words_idx') AS index, pg_table_size('search_document') AS table`,
      );
      const of = `${size} documents`;
      report(`search, ${of}, p95`, ours, 'ms');
      report(`search, ${of}, p95 over the questions, each at its best of ${TRIES}`, best, 'ms');
      report(`search, ${of}, p95 of LIKE on the same rows`, like, 'ms');
      if (before) {
        report(`search, ${of}, growth of p95 over a tenfold`, ours / before.ours, 'x');
        report(`search, ${of}, growth of it at its best`, best / before.best, 'x');
      }
      report(`search, ${of}, to write and index one`, each, 'ms');
      report(`search, ${of}, index`, Number(sizes?.index) / 2 ** 20, 'MB');
      report(`search, ${of}, table`, Number(sizes?.table) / 2 ** 20, 'MB');
      before = { ours, best };
    }
  }, 1_800_000);
});
