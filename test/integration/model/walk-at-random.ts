import type { CommandName } from '@fuhan/contracts';
import fc from 'fast-check';
import { type Dice, dice, type Offer } from './fill-form';
import type { Household, Member, Waiting } from './household';

/** One round: some people look at a case and act at the same moment, each by what was on the screen, or by what should not be there. */
export interface Round {
  readonly onCase: number;
  readonly steps: readonly Step[];
}

interface Step {
  /** legal: what the page offers; stale: what it offered once; foreign: what it offers somebody else. */
  readonly way: 'legal' | 'stale' | 'foreign';
  readonly who: number;
  readonly seed: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  way: fc.oneof(
    { weight: 7, arbitrary: fc.constant('legal' as const) },
    { weight: 1, arbitrary: fc.constant('stale' as const) },
    { weight: 2, arbitrary: fc.constant('foreign' as const) },
  ),
  who: fc.nat(1000),
  seed: fc.nat(),
});

/** Rounds of one to ten steps, the same for the same seed. */
export const rounds = (count: number, seed: number): Round[] =>
  fc.sample(
    fc.record({ onCase: fc.nat(1000), steps: fc.array(step, { minLength: 1, maxLength: 10, size: 'max' }) }),
    {
      numRuns: count,
      seed,
    },
  );

/** What ends a case is done seldom, what carries it on often: else nothing would ever be signed. */
const weights: Partial<Record<CommandName, number>> = {
  ...{
    'proposal.withdraw': 0.01,
    'proposal.recall': 0.08,
    'proposal.merge': 0.05,
    'proposal.unmerge': 0.5,
    'proposal.handOver': 6,
    'assignment.requestReturn': 0.5,
    'returnRequest.decide': 2,
  },
  ...{
    'assignment.remove': 0.2,
    'proposal.addHandler': 0.3,
    'assignment.chase': 0.3,
    'proposal.reorderHandlers': 0.3,
    'proposal.editSuggestions': 0.3,
  },
  ...{
    'proposal.nameSupervisor': 0.3,
    'assignment.sign': 12,
    'assignment.divide': 1.5,
    'opinion.submit': 12,
  },
  ...{
    'opinion.accept': 8,
    'opinion.sendBack': 1.5,
    'draft.saveSection': 14,
    'draft.saveFrame': 3,
    'draft.submit': 40,
  },
  ...{
    'draft.addSection': 0.3,
    'draft.removeSection': 2,
    'reviewStep.approve': 30,
    'reviewStep.overrule': 12,
  },
  ...{
    'reviewStep.addSigner': 0.5,
    'reviewStep.delegate': 0.5,
    'reviewStep.withdraw': 1,
    'draft.withdraw': 1,
  },
  ...{
    'draft.issue': 30,
    'letter.deliver': 30,
    'letter.askWithdrawal': 1,
    'letter.correct': 2,
    'letter.seal': 1,
  },
  ...{
    'clock.pause': 0.3,
    'clock.requestExtension': 0.6,
    'assignment.recordContact': 0.4,
    'contactRecord.strike': 0.3,
    'draft.movePassage': 0.4,
    'delivery.confirm': 3,
  },
  ...{
    'draft.consultProposer': 0.6,
    'draft.askConfirmation': 2,
    'confirmation.confirm': 4,
    'opinion.inviteByLink': 0.4,
  },
};

/** By weight; now and then one that is blocked, which must then be refused. */
function weighed(waiting: readonly Waiting[], roll: Dice): Waiting | undefined {
  const blocked = roll(20) === 0;
  return byWeight(
    waiting.filter(({ next }) => blocked || next.blockedBy === null),
    roll,
  );
}

/** @param more a factor beside the weight of an action */
export function byWeight(
  open: readonly Waiting[],
  roll: Dice,
  more: (action: string) => number = () => 1,
): Waiting | undefined {
  // The same command by several people or on several targets: together they have its weight.
  const alike = new Map<string, number>();
  for (const { next } of open) alike.set(next.action, (alike.get(next.action) ?? 0) + 1);
  const share = ({ next: { action } }: Waiting): number =>
    (more(action) * (weights[action as CommandName] ?? 1)) / (alike.get(action) ?? 1);
  const total = open.reduce((sum, each) => sum + share(each), 0);
  let at = (roll(1_000_000) / 1_000_000) * total;
  return open.find((each) => (at -= share(each)) <= 0) ?? open.at(-1);
}

/** One of the forms of an action: what is still empty is written before what stands is written over. */
export function oneOf(forms: readonly Offer[], roll: Dice): Offer | undefined {
  const empty = forms.filter(({ defaults }) => (defaults['passages'] as unknown[] | undefined)?.length === 0);
  const among = empty.length > 0 ? empty : forms;
  return among[roll(among.length)];
}

/** What was done, and what was answered. */
export interface Told {
  readonly way: Step['way'];
  readonly account: string;
  readonly command: string;
  readonly targetId: string;
  /** Nothing else happened at the same time. */
  readonly alone: boolean;
  /** How it stood on this person's page at this moment; null where nobody looked. */
  readonly stood: 'open' | 'blocked' | 'not offered' | null;
  readonly status: number;
  readonly said: string;
}

/** A thing that was on somebody's page, and what was sent. */
interface Remembered {
  readonly caseId: string;
  readonly offer: Offer;
  readonly input: unknown;
}

/** Who takes which step, and on what it rests. */
interface Move {
  readonly way: Step['way'];
  readonly member: Member;
  readonly offer: Offer;
  readonly input: unknown;
  /** What the page offers this person on the case; null where nobody looked. */
  readonly offers: readonly Offer[] | null;
}

/** Takes rounds on a few cases and remembers what everybody was offered. */
export class RandomWalk {
  readonly told: Told[] = [];
  private readonly remembered: Remembered[] = [];
  private serial = 0;
  private readonly cases: string[] = [];

  constructor(
    private readonly household: Household,
    private readonly firstNumber: number,
  ) {}

  /** New cases; a few are open at a time, those that have had their share of steps make room. */
  async begin(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const turn = this.serial++;
      this.cases.push(await this.household.begin(turn, String(this.firstNumber + turn)));
    }
    this.cases.splice(0, Math.max(0, this.cases.length - 4));
  }

  /** Everybody first looks, then all act at the same moment. */
  async take(round: Round): Promise<void> {
    const caseId = this.cases[round.onCase % this.cases.length] ?? '';
    const alone = round.steps.length === 1;
    const legal = await this.legal(
      caseId,
      round.steps.filter(({ way }) => way === 'legal'),
      alone,
    );
    const illegal = await Promise.all(
      round.steps.filter(({ way }) => way !== 'legal').map((step) => this.illegal(caseId, step, alone)),
    );
    await Promise.all([...legal, ...illegal.flat()].map((move) => this.make(move, alone)));
  }

  /**
   * Those for whom there is something to do do it, what carries the case on rather than the rest. Who acts alone reads the whole page of
   * the API; several who act at once are given the same forms from one reading.
   */
  private async legal(caseId: string, steps: readonly Step[], alone: boolean): Promise<Move[]> {
    if (steps.length === 0) return [];
    const waiting = await this.household.waiting(caseId);
    const chosen = steps.flatMap(({ seed }) => {
      const roll = dice(seed);
      const next = weighed(waiting, roll);
      return next ? [{ ...next, roll }] : [];
    });
    if (chosen.length === 0) return [];
    const page =
      alone && chosen[0] ? (await this.household.offers(chosen[0].member.account, caseId)).offers : null;
    const forms = page
      ? chosen.map(({ next }) =>
          page.filter(({ command, targetId }) => command === next.action && targetId === next.targetId),
        )
      : await this.household.forms(caseId, chosen);
    return chosen.flatMap(({ member, roll }, i) => {
      const offer = oneOf(forms[i] ?? [], roll);
      if (!offer) return [];
      const input = this.household.fill(member, offer, roll);
      this.remembered.push({ caseId, offer, input });
      return [{ way: 'legal' as const, member, offer, input, offers: page }];
    });
  }

  /** Anybody tries what somebody was offered: lately, or long ago. */
  private async illegal(caseId: string, { way, who, seed }: Step, alone: boolean): Promise<Move[]> {
    const own = this.remembered.filter((each) => each.caseId === caseId);
    const known = way === 'foreign' ? own.slice(-30) : own;
    const old = known[dice(seed)(known.length)];
    const { members } = this.household;
    const member = members[who % members.length];
    if (!old || !member) return [];
    const offers = alone ? (await this.household.offers(member.account, caseId)).offers : null;
    return [{ way, member, offer: old.offer, input: old.input, offers }];
  }

  private async make({ way, member, offer, input, offers }: Move, alone: boolean): Promise<void> {
    const { account } = member;
    const { href, command, targetId } = offer;
    const client = await this.household.client(account);
    const { status, body } = await client.post<Record<string, unknown>>(href, input);
    const said = status < 300 ? '' : String(body['detail'] ?? JSON.stringify(body));
    const same = offers?.find((each) => each.command === command && each.targetId === targetId);
    const stood =
      offers === null ? null : same === undefined ? 'not offered' : same.blockedBy ? 'blocked' : 'open';
    this.told.push({ way, account, command, targetId, alone, stood, status, said });
  }
}
