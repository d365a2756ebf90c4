import { type ActionName, allMachines, transitionOf } from '@fuhan/rules';
import { commandNames } from '@fuhan/contracts';
import { type Dice, dice } from './fill-form';
import type { Household, Waiting } from './household';
import { byWeight, oneOf } from './walk-at-random';

const isCommand = (action: ActionName): boolean => commandNames.some((name) => name === action);

/** The steps of the tables that people take and that lead out of a state: of two who take one at once, one is late. */
export const racedActions: ActionName[] = [
  ...new Set(
    allMachines.flatMap(({ transitions }) =>
      transitions.flatMap(({ action, from, to }) =>
        from !== 'none' && !from.some((state) => state === to) && isCommand(action) ? [action] : [],
      ),
    ),
  ),
  // What makes something of which there may be one; and what changes the case itself.
  ...(['proposal.handOver', 'proposal.recall', 'proposal.withdraw', 'assignment.requestReturn'] as const),
  ...(['clock.requestExtension', 'letter.correct', 'draft.askConfirmation'] as const),
];
const raced = (action: string): boolean => racedActions.some((each) => each === action);

/** Whether two actions on one target are contrary: neither can be done after the other. */
function contrary(one: ActionName, other: ActionName): boolean {
  return allMachines.some(({ aggregate }) => {
    const [a, b] = [transitionOf(aggregate, one), transitionOf(aggregate, other)];
    if (!a || !b || a.from === 'none' || b.from === 'none') return false;
    return !b.from.some((state) => state === a.to) && !a.from.some((state) => state === b.to);
  });
}

/** What brings an aggregate into a state from which one of these steps leads on: without it there is nothing to race. */
function leadingTo(wanted: ReadonlySet<string>): Set<string> {
  return new Set(
    allMachines.flatMap(({ transitions }) => {
      const from = new Set(
        transitions.flatMap((row) => (wanted.has(row.action) && row.from !== 'none' ? [...row.from] : [])),
      );
      return transitions.flatMap(({ action, to }) => (from.has(to) ? [action] : []));
    }),
  );
}
const ends = /^proposal\.(recall|withdraw)$/;

export interface Race {
  readonly one: string;
  readonly other: string;
  readonly statuses: readonly number[];
}

/** Goes through cases as chance has it; every step that two cannot both take is taken by two at once. */
export class RaceWalk {
  readonly races: Race[] = [];
  readonly won = new Set<string>();
  private cases: string[] = [];
  private serial = 0;

  constructor(
    private readonly household: Household,
    private readonly firstNumber: number,
  ) {}

  get missing(): ActionName[] {
    return racedActions.filter((action) => !this.won.has(action));
  }

  async begin(): Promise<void> {
    const turn = this.serial++;
    this.cases = [...this.cases, await this.household.begin(turn, String(this.firstNumber + turn))].slice(-4);
  }

  async step(seed: number): Promise<void> {
    const roll = dice(seed);
    const caseId = this.cases[roll(this.cases.length)] ?? '';
    const open = (await this.household.waiting(caseId)).filter(({ next }) => next.blockedBy === null);
    const first = byWeight(open, roll, this.urgency());
    if (!first) return;
    const second = raced(first.next.action) ? this.opponent(open, first, roll) : null;
    const pair = second ? [first, second] : [first];
    const forms = await this.household.forms(caseId, pair);
    const sent = await Promise.all(
      pair.map(async ({ member }, i) => {
        const offer = oneOf(forms[i] ?? [], roll);
        if (!offer) return 0;
        const input = this.household.fill(member, offer, roll);
        return (await (await this.household.client(member.account)).post(offer.href, input)).status;
      }),
    );
    if (second) this.note(first, second, sent);
  }

  /** What has not been raced yet comes first where it is possible, then what leads there; what ends a case is left for later. */
  private urgency(): (action: string) => number {
    const missing = new Set<string>(this.missing);
    const near = leadingTo(missing);
    const further = leadingTo(near);
    return (action) => {
      if (ends.test(action)) return missing.has(action) && this.serial > 3 ? 10 : 0.1;
      return missing.has(action) ? 40 : near.has(action) ? 10 : further.has(action) ? 4 : 1;
    };
  }

  /** Somebody who does the same, or what is contrary to it, on the same target: another person where there is one. */
  private opponent(open: readonly Waiting[], first: Waiting, roll: Dice): Waiting {
    const { next, member } = first;
    const onSame = open.filter((each) => each.next.targetId === next.targetId && each !== first);
    const against = onSame.filter((each) => contrary(next.action, each.next.action));
    const same = onSame.filter((each) => each.next.action === next.action && each.member !== member);
    const list = roll(3) === 0 && against.length > 0 ? against : same;
    return list[roll(list.length)] ?? first;
  }

  private note(first: Waiting, second: Waiting, statuses: number[]): void {
    const [one, other] = [first.next.action, second.next.action];
    this.races.push({ one, other, statuses });
    if (one === other && statuses.filter((status) => status < 300).length === 1) this.won.add(one);
  }
}
