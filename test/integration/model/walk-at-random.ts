import type { CommandName } from '@fuhan/contracts';
import fc from 'fast-check';
import { dice, fillForm, type Offer } from './fill-form';
import type { Household, Member } from './household';

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

/** Rounds of one to six steps, the same for the same seed. */
export const rounds = (count: number, seed: number): Round[] =>
  fc.sample(fc.record({ onCase: fc.nat(1000), steps: fc.array(step, { minLength: 1, maxLength: 6 }) }), {
    numRuns: count,
    seed,
  });

/** What ends a case is done seldom, what carries it on often: else nothing would ever be signed. */
const weights: Partial<Record<CommandName, number>> = {
  ...{ 'proposal.withdraw': 0.02, 'proposal.recall': 0.08, 'assignment.requestReturn': 0.5, 'returnRequest.decide': 2 },
  ...{ 'assignment.remove': 0.2, 'proposal.addHandler': 0.3, 'assignment.chase': 0.3, 'proposal.reorderHandlers': 0.3 },
  ...{ 'proposal.nameSupervisor': 0.3, 'assignment.sign': 12, 'assignment.divide': 3, 'opinion.submit': 8 },
  ...{ 'opinion.accept': 8, 'opinion.sendBack': 1.5, 'draft.saveSection': 6, 'draft.saveFrame': 3, 'draft.submit': 30 },
  ...{ 'draft.addSection': 0.3, 'draft.removeSection': 2, 'reviewStep.approve': 30, 'reviewStep.overrule': 12 },
  ...{ 'reviewStep.addSigner': 0.5, 'reviewStep.delegate': 0.5, 'reviewStep.withdraw': 1, 'draft.withdraw': 1 },
  ...{ 'draft.issue': 30, 'letter.deliver': 30, 'letter.askWithdrawal': 1, 'letter.correct': 2, 'letter.seal': 1 },
  ...{ 'clock.pause': 0.3, 'clock.requestExtension': 0.6, 'assignment.recordContact': 0.6, 'delivery.confirm': 3 },
  ...{ 'draft.consultProposer': 0.6, 'draft.askConfirmation': 2, 'confirmation.confirm': 4, 'opinion.inviteByLink': 0.4 },
};

/** One of the offers that can be taken now, by weight; now and then one that is blocked, which must then be refused. */
function choose(offers: readonly Offer[], roll: (sides: number) => number): Offer | undefined {
  const blocked = roll(20) === 0;
  const open = offers.filter(({ blockedBy }) => blocked || blockedBy === null);
  // The same command on several targets is offered several times: once is enough for its weight.
  const share = (offer: Offer): number =>
    (weights[offer.command as CommandName] ?? 1) / open.filter(({ command }) => command === offer.command).length;
  const total = open.reduce((sum, offer) => sum + share(offer), 0);
  let at = (roll(1_000_000) / 1_000_000) * total;
  return open.find((offer) => (at -= share(offer)) <= 0) ?? open.at(-1);
}

/** What was done, and what was answered. */
export interface Told {
  readonly way: Step['way'];
  readonly account: string;
  readonly command: string;
  readonly targetId: string;
  readonly blocked: boolean;
  /** Nothing else happened at the same time. */
  readonly alone: boolean;
  /** The page offered it to this person at this moment. */
  readonly offered: boolean;
  readonly status: number;
  readonly said: string;
}

/** Takes rounds on a few cases and remembers what everybody was offered. */
export class RandomWalk {
  readonly told: Told[] = [];
  private readonly remembered: { readonly offer: Offer; readonly input: unknown }[] = [];
  private serial = 0;
  private readonly cases: string[] = [];

  constructor(
    private readonly household: Household,
    private readonly firstNumber: number,
  ) {}

  /** A few cases are open at a time; those that have had their share of steps make room. */
  async begin(count: number): Promise<void> {
    for (let i = 0; i < count; i++)
      this.cases.push(await this.household.world.registered(String(this.firstNumber + this.serial++)));
    this.cases.splice(0, Math.max(0, this.cases.length - 6));
  }

  async take(round: Round): Promise<void> {
    const { members } = this.household;
    const caseId = this.cases[round.onCase % this.cases.length] ?? '';
    const people = await this.whoMayAct(caseId, round);
    const alone = round.steps.length === 1;
    await Promise.all(
      round.steps.map(async (each) => {
        const member = people[each.who % people.length] ?? (members[0] as Member);
        await this.act(member, caseId, each, alone);
      }),
    );
  }

  /** Somebody who is offered a thing acts rather than somebody who is not; a stranger to the case tries now and then. */
  private async whoMayAct(caseId: string, { steps }: Round): Promise<readonly Member[]> {
    const { members } = this.household;
    if ((steps[0]?.seed ?? 0) % 8 === 0) return members;
    const waiting = (await this.household.world.app.house.dataSource.query(
      `SELECT a.unit_id AS "unitId", a.role FROM assignment a WHERE a.proposal_id = $1 AND a.ended_at IS NULL`,
      [caseId],
    )) as { unitId: string }[];
    if (waiting.length === 0) return members.filter(({ account }) => account === 'coordinator');
    return members;
  }

  private async act(member: Member, caseId: string, { way, seed }: Step, alone: boolean): Promise<void> {
    const { account, fileId } = member;
    const roll = dice(seed);
    const { offers } = await this.household.offers(account, caseId);
    const { units, world } = this.household;
    const filling = { roll, today: world.app.clock.today(), fileId, units };
    let chosen = way === 'legal' ? choose(offers, roll) : undefined;
    let input: unknown = chosen ? fillForm(chosen, filling) : {};
    if (way !== 'legal' && this.remembered.length > 0) {
      // Lately offered ones are the likelier to do harm.
      const from = way === 'foreign' ? Math.max(0, this.remembered.length - 40) : 0;
      const old = this.remembered[from + roll(this.remembered.length - from)];
      chosen = old?.offer;
      input = old?.input;
    }
    if (!chosen) return;
    if (way === 'legal') this.remembered.push({ offer: chosen, input });
    const { href, command, targetId } = chosen;
    const same = offers.find((each) => each.command === command && each.targetId === targetId);
    const client = await this.household.client(account);
    const { status, body } = await client.post<Record<string, unknown>>(href, input);
    const said = status < 300 ? '' : String(body['detail'] ?? JSON.stringify(body));
    const blocked = same !== undefined && same.blockedBy !== null;
    this.told.push({ way, account, command, targetId, blocked, alone, offered: same !== undefined, status, said });
  }
}
