import type { ProfileRoute } from '../profile/profile';
import { FRAME, touchedParts } from './parts';
import { planRound, planSteps, type PlannedStep, type PriorStep, type SentBack } from './plan-round';

const entry = (key: string, more: object = {}): ProfileRoute['steps'][number] => ({
  ...{ key, name: key, duty: 'reviewer', unit: 'writer', sees: 'all', withPrevious: false, ...more },
});
const routeOf = (...steps: ProfileRoute['steps']): ProfileRoute => ({ key: 'r', name: 'R', steps });
const co = [
  { id: 'u1', name: '甲局' },
  { id: 'u2', name: '乙局' },
];

describe('the steps of a route', () => {
  const brief = (steps: readonly PlannedStep[]) =>
    steps.map(({ key, stage, unitId }) => `${key} ${stage} ${unitId}`);

  it('should follow one another, and share a stage where they open together', () => {
    const route = routeOf(entry('a'), entry('b'), entry('c', { withPrevious: true }), entry('d'));
    expect(brief(planSteps(route, 'w', []))).toEqual(['a 1 w', 'b 2 w', 'c 2 w', 'd 3 w']);
  });

  it('should be one for each co-handler, side by side, where they are theirs', () => {
    const route = routeOf(entry('a'), entry('co', { unit: 'co_handlers' }), entry('d'));
    expect(brief(planSteps(route, 'w', co))).toEqual(['a 1 w', 'co@u1 2 u1', 'co@u2 2 u2', 'd 3 w']);
  });

  it('should be without them where there are no co-handlers', () => {
    expect(brief(planSteps(routeOf(entry('co', { unit: 'co_handlers' }), entry('d')), 'w', []))).toEqual([
      'd 2 w',
    ]);
  });

  it('should name the co-handler', () => {
    expect(planSteps(routeOf(entry('会签', { unit: 'co_handlers' })), 'w', co)[1]?.name).toBe('会签（乙局）');
  });
});

describe('the parts that were touched', () => {
  it.each([
    ['none when all is as it was', { a: '1' }, { a: '1' }, []],
    ['what changed', { a: '1', b: '2' }, { a: '1', b: '3' }, ['b']],
    ['what is new', { a: '1' }, { a: '1', b: '2' }, ['b']],
    ['what is gone', { a: '1', b: '2' }, { a: '1' }, ['b']],
  ])('should be %s', (_what, seen, now, expected) => {
    expect(touchedParts(seen as Record<string, string>, now as Record<string, string>)).toEqual(expected);
  });
});

describe('the next round', () => {
  const planned = planSteps(routeOf(entry('a'), entry('b'), entry('c')), 'w', []);
  const was = (key: string, state: PriorStep['state'], more: Partial<PriorStep> = {}): PriorStep => {
    const at = planned.findIndex((step) => step.key === key);
    return {
      ...{ id: `${key}1`, key, stage: at + 1, lane: key, ordinal: at + 1, state, added: false },
      ...{ seen: { [FRAME]: 'f', s1: '1' }, ...more },
    };
  };
  const unchanged = () => ({ [FRAME]: 'f', s1: '1' });
  const edited = () => ({ [FRAME]: 'f', s1: '2' });
  const plan = (
    prior: PriorStep[],
    sentBack: SentBack | null,
    now: () => Record<string, string> = unchanged,
  ) =>
    planRound(planned, prior, sentBack, now).map(
      ({ planned: step, prior: before, kept, direct }) =>
        `${step?.key ?? before?.key}${kept ? ' kept' : ''}${direct ? ' direct' : ''}`,
    );
  const returned = [was('a', 'approved'), was('b', 'approved'), was('c', 'sent_back')];

  it('should be all of the route the first time', () => {
    expect(plan([], null)).toEqual(['a', 'b', 'c']);
  });

  it('should keep what approved the text as it is, and ask the sender', () => {
    expect(plan(returned, { key: 'c', to: null, direct: false })).toEqual(['a kept', 'b kept', 'c']);
  });

  it('should ask again who saw what was edited', () => {
    expect(plan(returned, { key: 'c', to: null, direct: false }, edited)).toEqual(['a', 'b', 'c']);
  });

  it('should open the sender’s at once where the drafter sends it straight back', () => {
    expect(plan(returned, { key: 'c', to: null, direct: true }, edited)).toEqual(['a', 'b', 'c direct']);
  });

  it('should ask the chosen step and everything after it', () => {
    expect(plan(returned, { key: 'c', to: 'a', direct: false })).toEqual(['a', 'b', 'c']);
    expect(plan(returned, { key: 'c', to: 'b', direct: false })).toEqual(['a kept', 'b', 'c']);
  });

  it('should ask the chosen step and then the sender where it comes straight back', () => {
    expect(plan(returned, { key: 'c', to: 'a', direct: true })).toEqual(['a', 'b kept', 'c']);
  });

  it('should ask everyone anew after a round that ended with the signature', () => {
    const signed = [was('a', 'approved'), was('b', 'approved'), was('c', 'approved')];
    expect(plan(signed, null)).toEqual(['a', 'b', 'c']);
  });

  it('should not keep what was never seen by part', () => {
    expect(plan([was('a', 'approved', { seen: {} })], null)[0]).toBe('a');
  });

  it('should take along who was added, before and after, in order', () => {
    const added = [
      was('a', 'approved', { id: 'x', key: 'x', lane: 'a', added: true, ordinal: 1 }),
      was('a', 'approved', { ordinal: 2 }),
      was('a', 'sent_back', { id: 'y', key: 'y', lane: 'a', added: true, ordinal: 3 }),
    ];
    expect(plan(added, { key: 'y', to: null, direct: false })).toEqual(['x kept', 'a kept', 'y', 'b', 'c']);
  });

  it('should leave behind a step that the new route does not have', () => {
    const gone = { ...was('a', 'approved'), key: 'old', lane: 'old' };
    expect(plan([gone], null)).toEqual(['a', 'b', 'c']);
  });

  it('should number its steps in their order', () => {
    expect(planRound(planned, returned, null, unchanged).map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  });
});
