import { checkIntake, edited, takeIn } from './intake';
import { readList } from './read-list';
import type { CheckedRow, IntakeFacts } from './check/checked';
import { facts } from './testing/facts';
import { HEADER, line, type Written, xlsx } from './testing/xlsx';

const nobody = async (): Promise<ReadonlySet<string>> => new Set();

async function check(
  rows: readonly (readonly Written[])[],
  more: Partial<IntakeFacts> = {},
  registered: ReadonlySet<string> = new Set(),
): Promise<CheckedRow[]> {
  const intake = takeIn(await readList(xlsx([{ rows: [HEADER, ...rows] }]), '清单.xlsx'));
  return checkIntake(intake.rows, facts(more), async () => registered);
}
const told = (rows: readonly CheckedRow[]): string[] =>
  rows.flatMap(({ problems }) => problems.map(({ field, severity }) => `${field} ${severity}`));

describe('a line of a list', () => {
  it('should become a paper with its proposers and suggestions, and whom to hand it to', async () => {
    const [row] = await check([line('135001')]);
    expect(row).toMatchObject({
      line: 2,
      problems: [],
      paper: {
        kind: 'plenary',
        number: '135001',
        term: 13,
        meeting: 5,
        title: '关于第135001件事的提案',
        proposers: [{ kind: 'member', name: '何委员' }],
        suggestions: [{ title: '摸清底数' }, { title: '建立台账' }],
      },
      handOver: { leadUnitId: 'gongxin', coUnitIds: ['caizheng', 'shangwu'], handedOverOn: '2026-03-02' },
    });
  });

  it.each([
    ['no number', { 0: null }, 'number error'],
    ['a number with letters', { 0: 'A-1' }, 'number error'],
    ['no title', { 2: null }, 'title error'],
    ['a title as long as a text', { 2: '字'.repeat(201) }, 'title error'],
    ['nobody who proposes', { 3: null }, 'proposers error'],
    ['more proposers than it names', { 3: '张三等9人' }, 'proposers warning'],
    ['an unknown unit', { 5: '市财证局' }, 'leadUnit error'],
    ['an unknown co-handler', { 6: '市没有局' }, 'coUnits error'],
    ['two leads', { 5: '市工信局、市人社局' }, 'leadUnit warning'],
    ['a lead that co-handles', { 6: '市工信局' }, 'coUnits warning'],
    ['co-handlers without a lead', { 5: null }, 'leadUnit warning'],
    ['a day that does not exist', { 7: '2026-02-30' }, 'handedOverOn error'],
    ['a day to come', { 7: '2026-12-01' }, 'handedOverOn error'],
    ['no text', { 8: null }, 'fullText warning'],
    ['a session nobody reads', { 1: '上一次' }, 'session error'],
    ['a number of another session', { 0: '124001' }, 'number warning'],
    ['a formula without value', { 2: { xml: '<f>A1</f>' } }, 'title error'],
  ])('should tell of %s', async (_, more, problem) => {
    expect(told(await check([line('135001', more as Record<number, Written>)]))).toEqual([problem]);
  });

  it('should be kept out by an error alone', async () => {
    const rows = await check([line('135001', { 7: '2026-02-30' }), line('135002', { 8: null })]);
    expect(rows.map(({ paper }) => paper?.number ?? null)).toEqual([null, '135002']);
  });

  it('should say which units may be meant', async () => {
    const [row] = await check([line('135001', { 5: '市人力社保局' })]);
    expect(row?.problems[0]?.choices?.[0]).toBe('市人力资源社会保障局');
  });

  it('should say of each problem how to mend it', async () => {
    const rows = await check([[null, null, null, null, null, '市没有局', null, '昨天', null]]);
    expect(rows[0]?.problems.filter(({ words, mend }) => !/。$/.test(words) || !/。$/.test(mend))).toEqual(
      [],
    );
  });

  it('should take the session from what was chosen, else from its number', async () => {
    const without = line('135001', { 1: null });
    const [chosen] = await check([without], { defaults: { kind: 'plenary', term: 14, meeting: 1 } });
    const [byNumber] = await check([without]);
    expect([chosen?.paper?.term, byNumber?.paper?.term]).toEqual([14, 13]);
  });

  it('should be refused where nobody knows the session', async () => {
    expect(told(await check([line('7', { 1: null })], { numberPattern: null }))).toEqual(['session error']);
  });

  it('should be refused where the place does not handle its kind', async () => {
    const defaults = { kind: 'npc_bill' as const, term: 13, meeting: 5 };
    expect(told(await check([line('135001')], { kinds: ['plenary'], defaults }))).toEqual(['kind error']);
  });
});

describe('a paper that is there twice', () => {
  it('should be kept out the second time, and told where it first stands', async () => {
    const rows = await check([line('135001'), line('135002'), line('135001')]);
    expect([rows[2]?.paper, rows[2]?.problems[0]?.words]).toEqual([
      null,
      '与第 2 行是同一个提案号（135001）。',
    ]);
  });

  it('should be kept out where it is registered', async () => {
    const rows = await check([line('135001'), line('135002')], {}, new Set(['plenary 13 5 135002']));
    expect(rows.map(({ paper }) => paper?.number ?? null)).toEqual(['135001', null]);
  });

  it('should be told where only subject and proposer are the same', async () => {
    const rows = await check([line('135001', { 2: '修桥' }), line('135002', { 2: '修桥' })]);
    expect(told(rows)).toEqual(['title warning']);
  });
});

describe('a line that is mended by hand', () => {
  const row = { line: 2, values: { number: '1', title: '旧' }, faults: { title: 'formula' as const } };

  it('should say what was typed', () => {
    expect(edited(row, { title: '新' })).toEqual({
      line: 2,
      values: { number: '1', title: '新' },
      faults: {},
    });
  });

  it('should lose what was typed empty', () => {
    expect(edited(row, { number: ' ' }).values).toEqual({ title: '旧' });
  });

  it('should stay as it is where nothing was typed', () => {
    expect(edited(row, undefined)).toBe(row);
  });
});

describe('a long list', () => {
  it('should tell how far it is', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({ line: i + 2, values: {}, faults: {} }));
    const steps: number[] = [];
    await checkIntake(rows, facts(), nobody, async (done) => void steps.push(done));
    expect(steps).toEqual([100, 200]);
  });
});
