import { Client, savePerson } from '@fuhan/testing';
import type { CaseView } from '../../e2e/walk';
import { CO, startWorld, type World } from '../casework-world';
import type { Offer } from './fill-form';

export interface Member {
  readonly account: string;
  readonly fileId: string;
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
      members.push({ account, fileId: (await client.upload('扫描件.txt', Buffer.from('扫描'))).id });
    }
    for (const unit of CO) {
      const id = await world.unit(unit);
      await (await world.cast.as('system')).done(`/api/units/${id}/add-office`, { name: '综合科' });
    }
    const units = await Promise.all(['gongxin', ...CO].map((unit) => world.unit(unit)));
    return new Household(world, members, units);
  }

  client(account: string): Promise<Client> {
    return this.world.cast.as(account);
  }

  /** What a person is offered on a case; nothing where the person may not know of it. */
  async offers(account: string, caseId: string): Promise<{ status: number; offers: readonly Offer[] }> {
    const { status, body } = await (await this.client(account)).get<CaseView>(`/api/proposals/${caseId}`);
    return { status, offers: status === 200 ? (body.nextActions as unknown as Offer[]) : [] };
  }
}
