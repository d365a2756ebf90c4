import { describeActions, loadMaterial, loadSnapshot, reviewForReader } from '@fuhan/casework';
import { commandNames } from '@fuhan/contracts';
import { type Actor, type NextAction, nextActions } from '@fuhan/rules';
import { Client, saveOffice, savePerson } from '@fuhan/testing';
import { actorOf, loadDuties, Person } from '@fuhan/identity';
import { shortPlan } from '../../e2e/short-plan';
import { type CaseView, walkToSigned } from '../../e2e/walk';
import { CO, startWorld, type World } from '../casework-world';
import { type Dice, fillForm, type Offer } from './fill-form';

export interface Member {
  readonly account: string;
  readonly fileId: string;
  readonly actor: Actor;
}

/** Something that somebody could do on a case. */
export interface Waiting {
  readonly member: Member;
  readonly next: NextAction;
}

/** Everybody at work on a few cases: the lead's people, the two co-handlers (one of which can answer alone), and who oversees. */
export class Household {
  private constructor(
    readonly world: World,
    readonly members: readonly Member[],
    readonly units: readonly string[],
  ) {}

  static async move(options: { worker?: boolean } = {}): Promise<Household> {
    const world = await startWorld(options);
    const em = world.app.house.dataSource.manager;
    await savePerson(em, 'whole', CO[0], ['reviewer', 'leader', 'head', 'clerk']);
    await savePerson(em, 'second', 'gongxin', ['leader', 'reviewer']);
    const co = CO.map((unit) => world.cast.coAccounts.get(unit) ?? '');
    const accounts = [
      ...['coordinator', 'supervisor', 'office', 'drafter', 'reviewer', 'leader', 'head', 'clerk', 'second'],
      ...['whole', ...co],
    ];
    const members: Member[] = [];
    for (const account of accounts) {
      const client = await world.cast.as(account);
      const fileId = (await client.upload('扫描件.txt', Buffer.from('扫描'))).id;
      const { id } = await em.findOneByOrFail(Person, { account });
      members.push({ account, fileId, actor: await actorOf(em, id, world.app.clock.today()) });
    }
    for (const unit of CO) await saveOffice(em, unit, '综合科');
    const units = await Promise.all(['gongxin', ...CO].map((unit) => world.unit(unit)));
    return new Household(world, members, units);
  }

  /** A case that was signed, handed over, or registered and no more, in turn: chance alone seldom leads as far as a letter. */
  async begin(turn: number, number: string): Promise<string> {
    const { world } = this;
    if (turn % 3 === 1) return (await world.opened(number)).id;
    if (turn % 3 === 2) return world.registered(number);
    const plan = { ...shortPlan(number), handedOverAt: world.app.clock.now().toISOString() };
    return (await walkToSigned(world.app, world.cast, plan)).id;
  }

  client(account: string): Promise<Client> {
    return this.world.cast.as(account);
  }

  /** What a person is offered on a case; nothing where the person may not know of it. */
  async offers(account: string, caseId: string): Promise<{ status: number; offers: readonly Offer[] }> {
    const { status, body } = await (await this.client(account)).get<CaseView>(`/api/proposals/${caseId}`);
    return { status, offers: status === 200 ? (body.nextActions as unknown as Offer[]) : [] };
  }

  /** What all of them could do on a case, by the rules: whom it is worth asking for a page. */
  async waiting(caseId: string): Promise<Waiting[]> {
    const { dataSource, clock } = this.world.app.house;
    const snapshot = await loadSnapshot(dataSource.manager, caseId, clock.today());
    if (!snapshot) return [];
    return this.members.flatMap((member) =>
      nextActions(snapshot, member.actor)
        .filter(({ action }) => commandNames.some((name) => name === action))
        .map((next) => ({ member, next })),
    );
  }

  /** The forms of some actions as the page has them, without the rest of the page: a case that is read by many at once is read once. */
  async forms(caseId: string, chosen: readonly Waiting[]): Promise<Offer[][]> {
    const { dataSource, clock, profiles, workingDays } = this.world.app.house;
    const em = dataSource.manager;
    const material = await loadMaterial(em, caseId);
    const profile = await profiles.version(em, material.proposal.profileVersion);
    const calendar = await workingDays.current(em);
    const dutiesOf = await loadDuties(em);
    const made: Offer[][] = [];
    for (const { member, next } of chosen) {
      const { unitId, personId } = member.actor;
      const review = next.action.startsWith('reviewStep.')
        ? await reviewForReader(em, profile, member.actor, [next])
        : {};
      const ctx = {
        material,
        profile,
        calendar,
        dutiesOf,
        unitId,
        personId,
        today: clock.today(),
        ...review,
      };
      made.push(describeActions(ctx, [next]) as unknown as Offer[]);
    }
    return made;
  }

  /** What a person sends for an offer of the page. */
  fill(member: Member, offer: Offer, roll: Dice): Record<string, unknown> {
    const { units, world } = this;
    return fillForm(offer, { roll, today: world.app.clock.today(), fileId: member.fileId, units });
  }
}
