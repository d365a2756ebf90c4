import { Problem } from '../shared/api/problem';
import { button, me, unit } from '../testing/data';
import { visit } from '../testing/page';

const read = async (units: unknown, mine = me()): Promise<string> =>
  (
    await visit('/admin/units', [
      [['me'], mine],
      [['units'], units],
    ])
  ).text;

describe('the units', () => {
  it('should be named in full with their code', async () => {
    expect(await read([unit({ name: '南屿市民政局', code: 'mzj' })])).toContain('南屿市民政局 mzj');
  });
  it('should show the name that the letter uses', async () => {
    expect(await read([unit({ shortName: '市民政局' })])).toContain('函中简称：市民政局');
  });
  it('should list the other names that an import may meet', async () => {
    expect(await read([unit({ aliases: ['市经信局', '工信局'] })])).toContain('别名：市经信局、工信局');
  });
  it('should not speak of other names when there are none', async () => {
    expect(await read([unit()])).not.toContain('别名');
  });
  it('should list their offices', async () => {
    const offices = [
      { id: '1', name: '医药科' },
      { id: '2', name: '办公室' },
    ];
    expect(await read([unit({ offices })])).toContain('科室：医药科、办公室');
  });
  it('should say so when a unit has no offices', async () => {
    expect(await read([unit()])).toContain('科室：未设');
  });
  it('should have their own buttons', async () => {
    const actions = [button({ command: 'unit.addOffice', label: '添加科室' })];
    expect(await read([unit({ actions })])).toContain('添加科室');
  });
  it('should be added by whoever may', async () => {
    const actions = [button({ command: 'unit.create', label: '添加单位' })];
    expect(await read([], me({ actions }))).toContain('添加单位');
  });
  it('should not offer here what is done to people', async () => {
    const actions = [button({ command: 'person.create', label: '添加人员' })];
    expect(await read([], me({ actions }))).not.toContain('添加人员');
  });
  it('should stand in the order of the server', async () => {
    const text = await read([unit({ id: '1', name: '乙局' }), unit({ id: '2', name: '甲局' })]);
    expect(text.indexOf('乙局')).toBeLessThan(text.indexOf('甲局'));
  });
  it('should say that there is none yet', async () => {
    expect(await read([])).toContain('还没有单位。');
  });
  it('should offer to try again when they could not be read', async () => {
    expect(await read(new Problem(503, 'busy', '数据库正忙，请稍后再试。'))).toContain(
      '没有载入成功数据库正忙，请稍后再试。再试一次',
    );
  });
});
