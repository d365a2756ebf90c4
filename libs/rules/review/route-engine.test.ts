import fc from 'fast-check';
import type { StepState } from '../machines/states';
import { comesAfter, inLastStage, isComplete, type RouteStep, settle } from './route-engine';

/** `check 1 approved`: name, stage, state; a lane of its own unless said otherwise. */
const step = (words: string, more: Partial<RouteStep> = {}): RouteStep => {
  const [id = '', stage = '1', state = 'waiting'] = words.split(' ');
  return {
    id,
    stage: Number(stage),
    lane: id,
    ordinal: Number(stage),
    state: state as StepState,
    direct: false,
    ...more,
  };
};
const route = (...words: string[]): RouteStep[] => words.map((each, i) => step(each, { ordinal: i + 1 }));

describe('whose turn it is', () => {
  it.each<[string, RouteStep[], { open?: string[]; hold?: string[] }]>([
    ['the first of a new round', route('a 1 waiting', 'b 2 waiting'), { open: ['a'] }],
    ['all of a stage together', route('a 1 waiting', 'b 1 waiting', 'c 2 waiting'), { open: ['a', 'b'] }],
    ['the next when one has approved', route('a 1 approved', 'b 2 waiting'), { open: ['b'] }],
    ['nobody more while one of the stage is left', route('a 1 approved', 'b 1 open', 'c 2 waiting'), {}],
    [
      'the first gap when later ones stand',
      route('a 1 approved', 'b 2 waiting', 'c 3 approved'),
      { open: ['b'] },
    ],
    ['none that fell away', route('a 1 cancelled', 'b 2 waiting'), { open: ['b'] }],
    ['nobody when it was sent back', route('a 1 sent_back', 'b 2 waiting'), {}],
    ['nobody when all is done', route('a 1 approved'), {}],
    ['not the later one when an earlier was taken back', route('a 1 open', 'b 2 open'), { hold: ['b'] }],
  ])('should be %s', (_what, steps, expected) => {
    expect(settle(steps)).toEqual({ open: [], hold: [], ...expected });
  });

  it('should be in a lane the added signer’s before the step it was added to', () => {
    const lane = { lane: 'a' };
    const steps = [
      step('x 1 waiting', { ...lane, ordinal: 1 }),
      step('a 1 open', { ...lane, ordinal: 2 }),
      step('b 1 open'),
    ];
    expect(settle(steps)).toEqual({ open: ['x'], hold: ['a'] });
  });

  it('should be at once that of who asked for it straight back', () => {
    const steps = [...route('a 1 waiting', 'b 2 waiting'), step('c 3 waiting', { direct: true, ordinal: 3 })];
    expect(settle(steps).open).toEqual(['a', 'c']);
  });

  it('should be for what comes after it only then', () => {
    const steps = [step('a 1 open'), step('c 3 approved', { direct: true }), step('d 4 waiting')];
    expect(settle(steps)).toEqual({ open: [], hold: [] });
  });
});

describe('the end and the order of a round', () => {
  it('should be the end when every step that did not fall away has approved', () => {
    expect([
      isComplete(route('a 1 approved', 'b 2 cancelled')),
      isComplete(route('a 1 approved', 'b 2 open')),
      isComplete([]),
    ]).toEqual([true, false, false]);
  });

  it('should be later in a later stage, and in the same lane further on; not beside it', () => {
    const at = step('a 2 open', { ordinal: 3 });
    const later = [
      step('b 3 waiting'),
      step('c 2 waiting', { lane: 'a', ordinal: 4 }),
      step('d 2 open', { ordinal: 4 }),
      step('e 1 open'),
    ];
    expect(later.map((each) => comesAfter(each, at))).toEqual([true, true, false, false]);
  });

  it('should be the last stage where nothing comes after', () => {
    const steps = route('a 1 open', 'b 2 waiting', 'c 2 waiting');
    expect(steps.map((each) => inLastStage(steps, each))).toEqual([false, true, true]);
  });
});

/** A round as people play it: the model does what the program does, with the same engine. */
class Round {
  constructor(public steps: RouteStep[]) {
    this.settle();
  }

  settle(): void {
    const { open, hold } = settle(this.steps);
    this.steps = this.steps.map((each) =>
      open.includes(each.id)
        ? { ...each, state: 'open' }
        : hold.includes(each.id)
          ? { ...each, state: 'waiting' }
          : each,
    );
  }

  set(id: string, state: StepState): void {
    this.steps = this.steps.map((each) => (each.id === id ? { ...each, state } : each));
    this.settle();
  }

  add(beside: RouteStep, place: 'before' | 'after', id: string): void {
    const at = beside.ordinal + (place === 'after' ? 1 : 0);
    const moved = this.steps.map((each) =>
      each.ordinal >= at ? { ...each, ordinal: each.ordinal + 1 } : each,
    );
    this.steps = [...moved, { ...beside, id, ordinal: at, state: 'waiting', direct: false }];
    this.settle();
  }

  get open(): RouteStep[] {
    return this.steps.filter(({ state }) => state === 'open');
  }
}

const shapes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
const begin = (shape: readonly number[], kept: readonly boolean[], direct: number): Round => {
  const stages = shape.flatMap((width, i) => Array.from({ length: width }, () => i + 1));
  return new Round(
    stages.map((stage, i) => ({
      ...{ id: `s${i}`, stage, lane: `s${i}`, ordinal: i + 1, state: kept[i] ? 'approved' : 'waiting' },
      direct: i === direct,
    })),
  );
};
const events = fc.array(
  fc.record({
    what: fc.constantFrom('approve', 'approve', 'approve', 'withdraw', 'before', 'after'),
    which: fc.nat(20),
  }),
  { maxLength: 40 },
);

const play = (round: Round, { what, which }: { what: string; which: number }, n: number): void => {
  const approved = round.steps.filter(({ state }) => state === 'approved');
  const from = what === 'withdraw' ? approved : round.open;
  const target = from[which % Math.max(1, from.length)];
  if (!target) return;
  if (what === 'approve') round.set(target.id, 'approved');
  else if (what === 'withdraw') round.set(target.id, 'open');
  else round.add(target, what === 'before' ? 'before' : 'after', `added${n}`);
};

describe('any round, whatever people do', () => {
  const always = (holds: (round: Round) => void): void =>
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.nat(14),
        events,
        (shape, kept, direct, list) => {
          const round = begin(shape, kept, direct);
          holds(round);
          list.forEach((event, i) => {
            play(round, event, i);
            holds(round);
          });
        },
      ),
      { numRuns: 300 },
    );

  it('should have somebody whose turn it is until all have approved', () => {
    always((round) => expect(round.open.length > 0).toBe(!isComplete(round.steps)));
  });

  it('should have one step of a lane open at a time, but for what came straight back', () => {
    always((round) => {
      const lanes = round.open.filter(({ direct }) => !direct).map(({ lane }) => lane);
      expect(new Set(lanes).size).toBe(lanes.length);
    });
  });

  it('should open nothing before all of an earlier stage have approved', () => {
    always((round) => {
      const early = round.open.filter((open) =>
        round.steps.some(({ stage, state }) => !open.direct && stage < open.stage && state !== 'approved'),
      );
      expect(early).toEqual([]);
    });
  });

  it('should be as settled as it can be: settling again changes nothing', () => {
    always((round) => expect(settle(round.steps)).toEqual({ open: [], hold: [] }));
  });

  it('should come to its end when everyone goes on approving', () => {
    always((round) => {
      const rest = new Round(round.steps);
      for (let tries = 0; tries < 80 && !isComplete(rest.steps); tries++)
        rest.set(rest.open[0]!.id, 'approved');
      expect(isComplete(rest.steps)).toBe(true);
    });
  });
});
