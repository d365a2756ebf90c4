import { Client, saveCast, saveCoHandler, startTestApp, type TestApp } from '@fuhan/testing';
import { keepPromises } from './promises';

interface CaseView {
  readonly assignments: { id: string; unit: string }[];
  readonly suggestions: { id: string }[];
  readonly opinions: { id: string }[];
  readonly drafts: {
    id: string;
    version: number;
    sections: { id: string; version: number }[];
    steps: { id: string; state: string }[];
  }[];
  readonly ratings: { address: string | null }[];
  readonly letters: { id: string; files: { state: string }[]; deliveries: { link: string | null }[] }[];
}

/** A house with people and three cases: one waits for an opinion, one was answered, one is new. */
export interface World {
  readonly app: TestApp;
  readonly waiting: string;
  /** The opinion and the draft of the case that waits, for addresses that open their forms. */
  readonly opinionId: string;
  readonly draftId: string;
  readonly sectionId: string;
  readonly answered: string;
  readonly letterId: string;
  /** Registered and not yet handed over. */
  readonly fresh: string;
  /** The proposer's personal link of the answered case, as a path. */
  readonly personalLink: string;
  /** The proposer's link to what became of its promises, as a path. */
  readonly promisesLink: string;
  /** The proposer's link on which the letter is rated, as a path. */
  readonly ratingLink: string;
  readonly coHandler: string;
}

const long = '我局高度重视，已会同有关单位梳理项目清单，并列入年度重点工作逐项推进。';
const longTitle = '关于补齐康复辅具产业短板，推动我市银发经济高质量发展并惠及城乡老年人的建议';

class Story {
  private readonly clients = new Map<string, Client>();

  constructor(private readonly app: TestApp) {}

  async as(account: string): Promise<Client> {
    const known = this.clients.get(account) ?? (await new Client(this.app.url).signIn(account));
    this.clients.set(account, known);
    return known;
  }

  async view(id: string): Promise<CaseView> {
    return (await (await this.as('coordinator')).get<CaseView>(`/api/proposals/${id}`)).body;
  }

  async done(account: string, path: string, body: unknown = {}): Promise<{ id: string }> {
    return (await this.as(account)).done(`/api${path}`, body);
  }
}

async function register(story: Story, number: string, title: string, suggestions: string[]): Promise<string> {
  const { id } = await story.done('coordinator', '/proposals', {
    kind: 'plenary',
    number,
    term: 13,
    meeting: 5,
    title,
    proposers: [{ kind: 'member', name: '沈若谷' }],
    fullText: `${long}\n${long}`,
    suggestions: suggestions.map((each) => ({ title: each, body: long })),
  });
  return id;
}

async function handOver(story: Story, app: TestApp, id: string, coCodes: string[]): Promise<void> {
  const { body: units } = await (
    await story.as('coordinator')
  ).get<{ id: string; code: string }[]>('/api/units');
  const idOf = (code: string): string | undefined => units.find((unit) => unit.code === code)?.id;
  await story.done('coordinator', `/proposals/${id}/hand-over`, {
    leadUnitId: idOf('gongxin'),
    coHandlers: coCodes.map((code) => ({ unitId: idOf(code), question: '请说明补贴目录的修订安排。' })),
  });
  const lead = (await story.view(id)).assignments[0];
  await story.done('office', `/assignments/${lead?.id}/sign`);
  const [drafter] = (await app.house.dataSource.query(
    `SELECT id, office_id FROM person WHERE account = 'drafter'`,
  )) as { id: string; office_id: string }[];
  await story.done('office', `/assignments/${lead?.id}/divide`, {
    officeId: drafter?.office_id,
    drafterId: drafter?.id,
  });
}

async function writeAndSend(story: Story, id: string): Promise<string> {
  const [draft] = (await story.view(id)).drafts;
  for (const section of draft?.sections ?? [])
    await story.done('drafter', `/drafts/${draft?.id}/save-section`, {
      sectionId: section.id,
      version: section.version,
      verdict: 'adopted',
      passages: [{ kind: 'paragraph', body: long }],
    });
  await story.done('drafter', `/drafts/${draft?.id}/save-frame`, {
    version: draft?.version,
    outcomeClass: 'A',
    printClass: true,
    publication: 'active',
    contacts: [{ name: '卢谦', phone: '0760-12345678' }],
    prose: '',
  });
  await story.done('drafter', `/drafts/${draft?.id}/submit`);
  return draft?.id ?? '';
}

async function writeAndSign(story: Story, id: string): Promise<string> {
  const draftId = await writeAndSend(story, id);
  for (const account of ['reviewer', 'leader', 'head']) {
    const open = (await story.view(id)).drafts[0]?.steps.find(({ state }) => state === 'open');
    await story.done(account, `/review-steps/${open?.id}/approve`, { comment: '同意。' });
  }
  return draftId;
}

/** One more case, its reply on the way through the review: the first step waits. */
export async function underReview(
  { app }: Pick<World, 'app'>,
  number: string,
  title: string,
): Promise<string> {
  const story = new Story(app);
  const id = await register(story, number, title, ['增设停车位']);
  await handOver(story, app, id, []);
  await writeAndSend(story, id);
  return id;
}

/** One more case, its reply signed and without a number. */
export async function signedText({ app }: Pick<World, 'app'>, number: string, title: string): Promise<void> {
  const story = new Story(app);
  const id = await register(story, number, title, ['增设停车位']);
  await handOver(story, app, id, []);
  await writeAndSign(story, id);
}

async function deliver(story: Story, app: TestApp, id: string, draftId: string): Promise<string> {
  await story.done('clerk', `/drafts/${draftId}/issue`, { date: app.clock.today() });
  const clerk = await story.as('clerk');
  for (let tries = 0; tries < 300; tries++) {
    const { body } = await clerk.get<CaseView>(`/api/proposals/${id}`);
    if (body.letters[0]?.files.every(({ state }) => state === 'ready')) break;
    await new Promise((again) => setTimeout(again, 50));
  }
  await story.done('clerk', `/letters/${(await story.view(id)).letters[0]?.id}/deliver`);
  const { body } = await clerk.get<CaseView>(`/api/proposals/${id}`);
  const link = body.letters[0]?.deliveries.find((delivery) => delivery.link !== null)?.link ?? '';
  return new URL(link, app.url).pathname;
}

export async function makeWorld(): Promise<World> {
  const app = await startTestApp({ worker: true, at: '2026-03-02T01:30:00Z', prepare: saveCast });
  const { body: units } = await (
    await new Client(app.url).signIn('coordinator')
  ).get<{ code: string }[]>('/api/units');
  const code =
    units.map((unit) => unit.code).find((each) => each !== 'gongxin' && each !== 'zhengfuban') ?? '';
  const coHandler = await saveCoHandler(app.house, code);
  const story = new Story(app);
  const waiting = await register(story, '135021', longTitle, ['完善补贴目录', '建设体验中心']);
  await handOver(story, app, waiting, [code]);
  const co = (await story.view(waiting)).assignments[1];
  await story.done(coHandler, `/assignments/${co?.id}/sign`);
  const answered = await register(story, '135022', '关于优化园区公交接驳的建议', ['增开接驳专线']);
  await handOver(story, app, answered, []);
  const draftId = await writeAndSign(story, answered);
  const personalLink = await deliver(story, app, answered, draftId);
  const promisesLink = await keepPromises(await story.as('drafter'), await story.as('coordinator'), answered);
  const fresh = await register(story, '135023', '关于规范共享单车停放的建议', ['划定停放区']);
  const [rating] = (await story.view(answered)).ratings;
  const ratingLink = new URL(rating?.address ?? '', app.url).pathname;
  const { opinions, drafts } = await story.view(waiting);
  const forms = {
    opinionId: opinions[0]?.id ?? '',
    draftId: drafts[0]?.id ?? '',
    sectionId: drafts[0]?.sections[0]?.id ?? '',
    letterId: (await story.view(answered)).letters[0]?.id ?? '',
  };
  return { app, waiting, ...forms, fresh, answered, personalLink, promisesLink, ratingLink, coHandler };
}
