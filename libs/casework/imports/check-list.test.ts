import { join } from 'node:path';
import { readPlaceFiles } from '@fuhan/platform';
import { parseProfile } from '@fuhan/rules';
import { checkList, type ListSurroundings } from './check-list';

const profile = parseProfile(readPlaceFiles(join(__dirname, '../../../seeds/places/zhongshan')));
const units = profile.units.map(({ code, ...names }) => ({ id: code, ...names }));
const around = (more: Partial<ListSurroundings> = {}): ListSurroundings => ({
  ...{ profile, units, today: '2026-03-20' },
  remembered: async () => null,
  registered: async () => new Set(),
  ...more,
});
const none = { columns: null, kind: null, term: null, meeting: null };
const csv = (...lines: string[]) => ({ bytes: new TextEncoder().encode(lines.join('\n')), name: '清单.csv' });
const HEAD = '提案号,案由,提案者,主办单位,内容';

describe('a list that is checked', () => {
  it('should know the units of the place', async () => {
    const { rows } = await checkList(
      csv(HEAD, '135001,修桥,何委员,市工信局,修。'),
      none,
      new Map(),
      around(),
    );
    expect(rows[0]?.handOver?.leadUnitId).toBe('gongxin');
  });

  it('should take the first kind of the place where neither list nor person says one', async () => {
    const { reading } = await checkList(csv(HEAD, '135001,修桥,何委员,,修。'), none, new Map(), around());
    expect(reading.kind).toBe(profile.kinds[0]);
  });

  it('should take the columns that were chosen for its form before', async () => {
    const remembered = async () => ({ number: 0, title: 2, proposers: 1 });
    const { rows } = await checkList(
      csv(HEAD, '135001,何委员,修桥,,'),
      none,
      new Map(),
      around({ remembered }),
    );
    expect(rows[0]?.values).toMatchObject({ title: '修桥', proposers: '何委员' });
  });

  it('should take what was typed over a cell', async () => {
    const edits = new Map([[2, { title: '修大桥' }]]);
    const { rows } = await checkList(csv(HEAD, '135001,修桥,何委员,,修。'), none, edits, around());
    expect(rows[0]?.paper?.title).toBe('修大桥');
  });

  it('should keep out what the form of 登记 would refuse', async () => {
    const many = Array.from({ length: 201 }, (_, i) => `委员${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}`).join(
      '、',
    );
    const { rows } = await checkList(csv(HEAD, `135001,修桥,${many},,修。`), none, new Map(), around());
    expect([rows[0]?.paper, rows[0]?.problems[0]?.field]).toEqual([null, 'proposers']);
  });
});
