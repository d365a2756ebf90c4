import type { LetterModel } from '@fuhan/letter-engine';
import { Client, saveCast, saveCoHandler, type TestApp } from '@fuhan/testing';
import { caseOf, type CaseView } from './case-view';
import { prepare, press } from './press';

export { caseOf, type CaseView } from './case-view';
export { deliver } from './press';

/** What is told apart from the letter itself: who handles it, and how this letter words its composed lines. */
export interface WalkPlan {
  readonly letter: LetterModel;
  /** Co-handlers in the order of the hand-over, by short name. */
  readonly coHandlers: readonly string[];
  readonly wording: Readonly<Record<string, string>>;
  readonly contacts: readonly { name: string; phone: string }[];
  /** When the letter is handed over, and numbered. */
  readonly handedOverAt: string;
  readonly issuedAt: string;
  /** Whether the signer lets every red finding stand: the letter is printed as it was once sent. */
  readonly letStand?: boolean;
  /** What paper is answered; a 大会提案 where nothing is said. */
  readonly kind?: string;
  /** Codes of the unit that answers and of the one that hands over, where it is not 中山市’s. */
  readonly units?: { readonly lead: string; readonly seat: string };
}

export interface Cast {
  /** The person at the API; signed in anew after the clock has moved past the session's end. */
  readonly as: (account: string) => Promise<Client>;
  readonly coAccounts: ReadonlyMap<string, string>;
}

interface UnitView {
  id: string;
  code: string;
  name: string;
  shortName: string;
  aliases: string[];
}

/** The units of the letter exist under the names it prints: the administrator renames or adds what the place lacks. */
const leadOf = ({ units }: WalkPlan): string => units?.lead ?? 'gongxin';

async function nameUnits(system: Client, plan: WalkPlan): Promise<void> {
  const { letter, coHandlers } = plan;
  const { body: units } = await system.get<UnitView[]>('/api/units');
  const lead = units.find(({ code }) => code === leadOf(plan));
  if (lead && letter.issuer !== null && lead.name !== letter.issuer) {
    await system.done(`/api/units/${lead.id}/rename`, {
      name: letter.issuer,
      shortName: `${letter.issuer}本级`,
    });
  }
  for (const [i, name] of coHandlers.entries()) {
    if (units.some(({ shortName }) => shortName === name)) continue;
    const other = units.find(({ aliases }) => aliases.includes(name));
    if (other) await system.done(`/api/units/${other.id}/rename`, { name: `本${name}`, shortName: name });
    else await system.done('/api/units', { code: `added_${i}`, name: `本${name}`, shortName: name });
  }
}

/** Puts the people of the story into the house. */
export async function assemble(app: TestApp, plan: WalkPlan): Promise<Cast> {
  await saveCast(app.house, plan.units?.lead, plan.units?.seat);
  const clients = new Map<string, { client: Client; since: number }>();
  const as = async (account: string): Promise<Client> => {
    const now = app.clock.now().getTime();
    const known = clients.get(account);
    if (known && Math.abs(now - known.since) < 60_000) return known.client;
    const client = await new Client(app.url).signIn(account);
    clients.set(account, { client, since: now });
    return client;
  };
  await nameUnits(await as('system'), plan);
  const coAccounts = new Map<string, string>();
  for (const unit of plan.coHandlers) coAccounts.set(unit, await saveCoHandler(app.house, unit));
  return { as, coAccounts };
}

const numerals = '一二三四五六七八九';
/** 十三 → 13; 四 → 4. Enough for terms and meetings. */
const fromChinese = (text: string): number => {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : numerals.indexOf(tens) + 1) : 0;
  return ten * 10 + (ones === '' ? 0 : numerals.indexOf(ones) + 1);
};

export async function register(cast: Cast, { letter, kind = 'plenary' }: WalkPlan): Promise<string> {
  const [, term = '', meeting = ''] =
    /([一二三四五六七八九十]+)届([一二三四五六七八九十]+)次/.exec(letter.proposal.session ?? '') ?? [];
  const coordinator = await cast.as('coordinator');
  const { id } = await coordinator.done('/api/proposals', {
    kind,
    number: letter.proposal.number,
    term: fromChinese(term),
    meeting: fromChinese(meeting),
    title: letter.proposal.title,
    proposers: letter.addressees.map((name) => ({ kind: 'organisation', name })),
    fullText: '提案原文见附件。',
    suggestions: letter.sections.flatMap(({ suggestion }) =>
      suggestion === null ? [] : [{ title: suggestion, body: '' }],
    ),
  });
  return id;
}

export async function handOver(app: TestApp, cast: Cast, id: string, plan: WalkPlan): Promise<void> {
  const { coHandlers } = plan;
  const coordinator = await cast.as('coordinator');
  const { body: units } =
    await coordinator.get<{ id: string; code: string; shortName: string }[]>('/api/units');
  const idOf = (name: string) => units.find((unit) => unit.code === name || unit.shortName === name)?.id;
  await coordinator.done(`/api/proposals/${id}/hand-over`, {
    leadUnitId: idOf(leadOf(plan)),
    coHandlers: coHandlers.map((name) => ({ unitId: idOf(name), question: '' })),
  });
  const view = await caseOf(coordinator, id);
  for (const { id: assignmentId, unit } of view.assignments) {
    const office = await cast.as(cast.coAccounts.get(unit) ?? 'office');
    await office.done(`/api/assignments/${assignmentId}/sign`);
  }
  const office = await cast.as('office');
  const lead = view.assignments.find(({ role }) => role === 'lead' || role === 'sole');
  const people = await app.house.dataSource.query(
    `SELECT id, office_id FROM person WHERE account = 'drafter'`,
  );
  await office.done(`/api/assignments/${lead?.id}/divide`, {
    officeId: people[0].office_id,
    drafterId: people[0].id,
  });
}

type Section = LetterModel['sections'][number];
type Names = ReadonlyMap<string, readonly string[]>;

/** Every name a unit goes by, from the directory the product keeps. */
export async function namesOf(cast: Cast, coHandlers: readonly string[]): Promise<Names> {
  const coordinator = await cast.as('coordinator');
  const { body } = await coordinator.get<{ shortName: string; aliases: string[] }[]>('/api/units');
  return new Map(
    coHandlers.map((name) => [
      name,
      [name, ...(body.find(({ shortName }) => shortName === name)?.aliases ?? [])],
    ]),
  );
}

const namedUnits = (text: string, names: Names): string[] =>
  [...names].filter(([, all]) => all.some((name) => text.includes(name))).map(([unit]) => unit);

const paragraphsNaming = (section: Section, unit: string, names: Names): string[] =>
  section.blocks.flatMap((block) =>
    block.type === 'paragraph' && namedUnits(block.text, names).includes(unit) ? [block.text] : [],
  );

/** Each co-handler gives, per suggestion, the paragraphs that name it; the lead accepts. */
export async function giveOpinions(cast: Cast, id: string, plan: WalkPlan, names: Names): Promise<void> {
  const drafter = await cast.as('drafter');
  const view = await caseOf(drafter, id);
  const answered = plan.letter.sections.filter(({ suggestion }) => suggestion !== null);
  for (const opinion of view.opinions) {
    const giver = await cast.as(cast.coAccounts.get(opinion.unit) ?? '');
    const items = answered.flatMap((section, i) => {
      const body = paragraphsNaming(section, opinion.unit, names).join('\n');
      return body ? [{ suggestionId: view.suggestions[i]?.id, position: 'adopted', body }] : [];
    });
    const nothing = {
      suggestionId: view.suggestions[0]?.id,
      position: 'noted',
      body: '本单位没有补充意见。',
    };
    await giver.done(`/api/opinions/${opinion.id}/submit`, {
      contactName: '联络员',
      contactPhone: '0760-12345678',
      items: items.length > 0 ? items : [nothing],
    });
    await press(giver, id, 'opinion.endorse');
    await drafter.done(`/api/opinions/${opinion.id}/accept`);
  }
}

const kinds = { 2: 'heading2', 3: 'heading3', 4: 'heading4' } as const;

/** Writes one section: adopts what an asked unit gave, writes the rest, in the letter's order. */
async function writeSection(
  cast: Cast,
  id: string,
  draftId: string,
  sectionId: string,
  section: Section,
  names: Names,
): Promise<void> {
  const drafter = await cast.as('drafter');
  const view = await caseOf(drafter, id);
  const suggestionId = view.drafts[0]?.sections.find((each) => each.id === sectionId)?.suggestionId;
  const adopted: number[] = [];
  for (const [i, block] of section.blocks.entries()) {
    const unit = block.type === 'paragraph' && suggestionId ? namedUnits(block.text, names)[0] : undefined;
    if (block.type !== 'paragraph' || unit === undefined) continue;
    const item = view.opinions
      .find((opinion) => opinion.unit === unit)
      ?.versions[0]?.items.find((each) => each.suggestionId === suggestionId);
    const paragraph = paragraphsNaming(section, unit, names).indexOf(block.text);
    await drafter.done(`/api/drafts/${draftId}/adopt`, {
      sectionId,
      opinionItemId: item?.id,
      paragraphs: [paragraph],
    });
    adopted.push(i);
  }
  const written = (await caseOf(drafter, id)).drafts[0]?.sections.find((each) => each.id === sectionId);
  await drafter.done(`/api/drafts/${draftId}/save-section`, {
    sectionId,
    version: written?.version,
    verdict: suggestionId ? 'adopted' : null,
    passages: section.blocks.map((block, i) => {
      const own =
        block.type === 'table'
          ? { kind: 'paragraph', body: '' }
          : { kind: block.type === 'heading' ? kinds[block.level] : 'paragraph', body: block.text };
      const passage = adopted.includes(i) ? written?.passages[adopted.indexOf(i)]?.id : null;
      return { id: passage ?? null, ...own };
    }),
  });
}

export async function write(cast: Cast, id: string, plan: WalkPlan, names: Names): Promise<void> {
  const drafter = await cast.as('drafter');
  const { letter } = plan;
  const draftId = (await caseOf(drafter, id)).drafts[0]?.id ?? '';
  for (const [i, section] of letter.sections.entries()) {
    if (section.suggestion === null)
      await drafter.done(`/api/drafts/${draftId}/add-section`, { heading: section.heading, position: i + 1 });
  }
  const { drafts } = await caseOf(drafter, id);
  for (const [i, section] of letter.sections.entries()) {
    await writeSection(cast, id, draftId, drafts[0]?.sections[i]?.id ?? '', section, names);
  }
  await drafter.done(`/api/drafts/${draftId}/save-frame`, {
    version: 1,
    outcomeClass: letter.class ?? 'A',
    printClass: letter.class !== null,
    publication: 'active',
    contacts: plan.contacts,
    prose: letter.opening.slice(1).join('\n'),
    wording: Object.entries(plan.wording).map(([piece, template]) => ({ piece, template })),
  });
}

/** 准予保留: the signer lets stand whatever the checks offer, each with a reason. */
export async function letStand(cast: Cast, id: string): Promise<void> {
  const head = await cast.as('head');
  const offered = async () =>
    (await caseOf(head, id)).nextActions.find(({ command }) => command === 'reviewStep.overrule');
  for (let action = await offered(); action; action = await offered()) {
    const finding = action.choices['findings']?.[0]?.value;
    await head.done(action.href, { finding, reason: '与原件一致，照原样印发。' });
  }
}

/** Whoever holds the next open step approves it, whichever route the place has chosen, until the letter is signed. */
export async function reviewAll(cast: Cast, id: string, letsStand: boolean): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    for (const account of ['reviewer', 'office', 'leader', 'head']) {
      const view = await caseOf(await cast.as(account), id);
      if (view.drafts[0]?.state === 'signed') return;
      const approve = view.nextActions.find(({ command }) => command === 'reviewStep.approve');
      if (!approve) continue;
      if (account === 'head' && letsStand) await letStand(cast, id);
      await (await cast.as(account)).done(approve.href, approve.defaults);
    }
  }
  throw new Error('nobody can take the review any further');
}

/** Walks one letter's case from registering to a draft that lacks nothing but being sent on its way. */
export async function walkToWritten(
  app: TestApp,
  cast: Cast,
  plan: WalkPlan,
): Promise<{ id: string; draftId: string }> {
  app.clock.moveTo(new Date(plan.handedOverAt));
  const id = await register(cast, plan);
  await handOver(app, cast, id, plan);
  const names = await namesOf(cast, plan.coHandlers);
  await giveOpinions(cast, id, plan, names);
  await write(cast, id, plan, names);
  const drafter = await cast.as('drafter');
  return { id, draftId: (await caseOf(drafter, id)).drafts[0]?.id ?? '' };
}

/** Walks it on through the review until it is signed. */
export async function walkToSigned(
  app: TestApp,
  cast: Cast,
  plan: WalkPlan,
): Promise<{ id: string; draftId: string }> {
  const walked = await walkToWritten(app, cast, plan);
  await prepare(cast, walked.id);
  const drafter = await cast.as('drafter');
  await drafter.done(`/api/drafts/${walked.draftId}/submit`);
  await reviewAll(cast, walked.id, plan.letStand === true);
  return walked;
}

/** Numbers the signed draft as its letter has it, and waits for the files. */
export async function issue(
  app: TestApp,
  cast: Cast,
  walked: { id: string; draftId: string },
  plan: WalkPlan,
): Promise<CaseView['letters'][number]> {
  const { letter } = plan;
  const [, agencyCode, year, start] = /^(.+)函〔(\d{4})〕(\d+)号$/.exec(letter.documentNumber ?? '') ?? [];
  app.clock.moveTo(new Date(plan.issuedAt));
  const { body: units } = await (await cast.as('system')).get<{ id: string; code: string }[]>('/api/units');
  const lead = units.find(({ code }) => code === leadOf(plan))?.id;
  const system = await cast.as('system');
  await system.done(`/api/units/${lead}/set-series-start`, {
    agencyCode,
    year: Number(year),
    start: Number(start),
  });
  const clerk = await cast.as('clerk');
  await clerk.done(`/api/drafts/${walked.draftId}/issue`, { date: letter.date });
  return waitForFiles(clerk, walked.id);
}

/** The letter issued last, once all its files are there. */
export async function waitForFiles(client: Client, id: string): Promise<CaseView['letters'][number]> {
  for (let tries = 0; tries < 200; tries++) {
    const letter = (await caseOf(client, id)).letters.at(-1);
    if (letter && letter.files.length === 4 && letter.files.every(({ state }) => state === 'ready'))
      return letter;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the letter has no files after 10 s');
}
