import { Delivery, Letter, LetterFile, Proposal } from '@fuhan/casework';
import type { demoAnswer } from '@fuhan/contracts';
import { Person, Unit } from '@fuhan/identity';
import { duties } from '@fuhan/rules';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { z } from 'zod';
import type { House } from '../house';
import { type DemoCast, playsDemo, readCast, readStories } from './demo-files';

export type DemoSummary = z.input<typeof demoAnswer>;

async function accountsOf(
  em: EntityManager,
  { people, password }: DemoCast,
): Promise<DemoSummary['accounts']> {
  const known = await em.findBy(Person, {
    account: In(people.map(({ account }) => account)),
    disabledAt: IsNull(),
  });
  const units = new Map((await em.find(Unit)).map(({ id, shortName }) => [id, shortName]));
  return people.flatMap(({ account, name, duties: held }) => {
    const person = known.find((each) => each.account === account && each.name === name);
    if (!person) return [];
    const unit = units.get(person.unitId) ?? '';
    return [{ account, password, name, unit, duties: held.map((duty) => duties[duty].label) }];
  });
}

/** The issued letter behind its proposer's personal link; null until all its files are there. */
async function letterOf(
  { dataSource, links, publicUrl }: House,
  proposalId: string,
): Promise<DemoSummary['letter']> {
  const em = dataSource.manager;
  const letter = await em.findOneBy(Letter, { proposalId });
  const delivery = await em.findOneBy(Delivery, { proposalId, recipientKind: 'proposer' });
  if (!letter || !delivery) return null;
  if (await em.existsBy(LetterFile, { letterId: letter.id, state: In(['pending', 'failed']) })) return null;
  const outside = `${publicUrl}/api/f/${links.tokenOf(delivery.id)}`;
  return {
    documentNumber: letter.documentNumber,
    title: letter.model.title ?? '',
    page: links.addressOf(delivery.id),
    pdf: `${outside}/pdf`,
    docx: `${outside}/docx`,
  };
}

/** What the sign-in page and the terminal show of the demo; null in a house where none was loaded or wanted. */
export async function demoSummary(house: House): Promise<DemoSummary | null> {
  if (!playsDemo(house.settings)) return null;
  const em = house.dataSource.manager;
  const { number, term, meeting, title } = readStories().issued.proposal;
  const proposal = await em.findOneBy(Proposal, { number, term, meeting, title });
  if (!proposal) return null;
  const accounts = await accountsOf(em, readCast());
  return accounts.length > 0 ? { accounts, letter: await letterOf(house, proposal.id) } : null;
}
