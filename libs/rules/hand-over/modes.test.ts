import { type HandOverChoice, type HandOverMode, placesOf } from './modes';

const nobody: HandOverChoice = {
  ...{ mode: null, leadUnitId: null },
  ...{ coHandlers: [], separateUnitIds: [], referenceUnitIds: [] },
};
const choose = (more: Partial<HandOverChoice>): string[] | string => {
  const found = placesOf({ ...nobody, ...more });
  return 'fault' in found ? found.fault : found.places.map(({ role, unitId }) => `${role} ${unitId}`);
};
const co = (...unitIds: string[]) => unitIds.map((unitId) => ({ unitId, question: '' }));

describe('the places of a hand-over', () => {
  it.each<[string, Partial<HandOverChoice>, string[]]>([
    ['one unit', { leadUnitId: 'a' }, ['sole a']],
    [
      'a lead and its co-handlers, in their order',
      { leadUnitId: 'a', coHandlers: co('c', 'b') },
      ['lead a', 'co c', 'co b'],
    ],
    ['units that answer apart', { separateUnitIds: ['b', 'a'] }, ['separate b', 'separate a']],
    ['units that only take note', { referenceUnitIds: ['a', 'b'] }, ['reference a', 'reference b']],
    [
      'those who take note after those who answer',
      { leadUnitId: 'a', referenceUnitIds: ['b'] },
      ['sole a', 'reference b'],
    ],
    [
      'the same for who answers apart',
      { separateUnitIds: ['a', 'b'], referenceUnitIds: ['c'] },
      ['separate a', 'separate b', 'reference c'],
    ],
  ])('should be told by the units that are chosen: %s', (_what, choice, places) => {
    expect(choose(choice)).toEqual(places);
  });

  it.each<[HandOverMode, Partial<HandOverChoice>]>([
    ['sole', { leadUnitId: 'a' }],
    ['joint', { leadUnitId: 'a', coHandlers: co('b') }],
    ['separate', { separateUnitIds: ['a', 'b'] }],
    ['reference', { referenceUnitIds: ['a'] }],
  ])('should be the same when the mode is named: %s', (mode, choice) => {
    expect(choose({ mode, ...choice })).toEqual(choose(choice));
  });

  it.each<[HandOverMode, Partial<HandOverChoice>, string]>([
    ['sole', {}, '请选择单办单位'],
    ['sole', { leadUnitId: 'a', coHandlers: co('b') }, '主办加会办'],
    ['sole', { leadUnitId: 'a', separateUnitIds: ['b'] }, '分办'],
    ['joint', { coHandlers: co('b') }, '请选择主办单位'],
    ['joint', { leadUnitId: 'a' }, '至少选一家会办单位'],
    ['joint', { leadUnitId: 'a', coHandlers: co('b'), separateUnitIds: ['c'] }, '没有分办单位'],
    ['separate', {}, '至少要选两家'],
    ['separate', { separateUnitIds: ['a'] }, '至少要选两家'],
    ['separate', { leadUnitId: 'a', separateUnitIds: ['b', 'c'] }, '没有主办和会办'],
    ['separate', { separateUnitIds: ['b', 'c'], coHandlers: co('d') }, '没有主办和会办'],
    ['reference', {}, '请选择承办单位'],
    ['reference', { leadUnitId: 'a', referenceUnitIds: ['b'] }, '只选参阅单位'],
    ['reference', { separateUnitIds: ['a'], referenceUnitIds: ['b'] }, '只选参阅单位'],
  ])('should be refused and say what does not fit: %s with %j', (mode, choice, words) => {
    expect(choose({ mode, ...choice })).toContain(words);
  });

  it.each<[Partial<HandOverChoice>, string]>([
    [{}, '请选择承办单位'],
    [{ coHandlers: co('a') }, '没有承办单位'],
    [{ separateUnitIds: ['a'] }, '至少要选两家'],
    [{ leadUnitId: 'a', separateUnitIds: ['b', 'c'] }, '没有分办单位'],
  ])('should be refused when no mode is named and the units make none: %j', (choice, words) => {
    expect(choose(choice)).toContain(words);
  });

  it('should carry the question of each co-handler, and none where it was left empty', () => {
    const coHandlers = [
      { unitId: 'b', question: '有无补贴？' },
      { unitId: 'c', question: '' },
    ];
    const found = placesOf({ ...nobody, leadUnitId: 'a', coHandlers });
    expect('places' in found && found.places.map(({ question }) => question)).toEqual([
      null,
      '有无补贴？',
      null,
    ]);
  });
});
