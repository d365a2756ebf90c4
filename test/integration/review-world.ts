import { parseProfile } from '@fuhan/rules';
import { savePerson } from '@fuhan/testing';
import { readPlaceFiles } from '../../libs/platform/profile-files';
import { PlaceProfileVersion } from '../../libs/platform/entities';
import { type CaseView, giveOpinions, handOver, namesOf, register } from '../e2e/walk';
import { shortPlan } from '../e2e/short-plan';
import { CO, refusal, startWorld, type World } from './casework-world';

export type Step = CaseView['drafts'][number]['steps'][number] & {
  stage: number;
  holder: string;
  mine: boolean;
  kept: boolean;
  direct: boolean;
  touched: string[];
  comment: string | null;
  readAt: string | null;
  readBy: string | null;
  redline: string | null;
};
export type Draft = Omit<CaseView['drafts'][number], 'steps'> & {
  steps: Step[];
  rounds: { round: number; route: string; reason: string }[];
};

/** The routes of the stories: by class, by what the text speaks of, and the ordinary one. */
const routes = `
default: ordinary
topics:
  - { key: money, name: 资金, words: [专项资金] }
routes:
  - key: joint
    name: 联合会签
    when: { classes: [B] }
    steps:
      - { key: check, name: 核稿, duty: reviewer }
      - { key: co, name: 会签, duty: leader, unit: co_handlers, sees: own }
      - { key: sign, name: 签发, duty: head }
  - key: money
    name: 涉及资金
    when: { mentions: [money] }
    steps:
      - { key: finance, name: 财务会签, duty: reviewer, office: 财务科, sees: money }
      - { key: check, name: 核稿, duty: reviewer, office: 办公室, withPrevious: true }
      - { key: leader, name: 审核, duty: leader }
      - { key: sign, name: 签发, duty: head }
  - key: key_proposal
    name: 重点提案
    when: { keyProposal: yes }
    steps:
      - { key: office, name: 提案办复核, duty: proposal_office }
      - { key: sign, name: 签发, duty: head }
  - key: ordinary
    name: 一般答复
    steps:
      - { key: check, name: 核稿, duty: reviewer }
      - { key: leader, name: 审核, duty: leader }
      - { key: sign, name: 签发, duty: head }
`;

export interface Case {
  readonly id: string;
  readonly draftId: string;
}

/** People and cases for the stories of a review. */
export class ReviewWorld {
  private constructor(readonly world: World) {}

  static async start(): Promise<ReviewWorld> {
    const world = await startWorld();
    const em = world.app.house.dataSource.manager;
    const files = { ...readPlaceFiles('seeds/places/zhongshan'), 'routes.yaml': routes };
    const { digest } = parseProfile(files, 2);
    await em.insert(PlaceProfileVersion, {
      place: 'zhongshan',
      version: 2,
      digest,
      files,
      createdAt: new Date(),
    });
    await savePerson(em, 'second', 'gongxin', ['leader'], { name: '第二位' });
    for (const unit of CO) await savePerson(em, `leader-${unit === CO[0] ? 1 : 2}`, unit, ['leader']);
    return new ReviewWorld(world);
  }

  as(account: string) {
    return this.world.cast.as(account);
  }

  async draft({ id }: Case, account = 'drafter'): Promise<Draft> {
    return (await this.world.seen(account, id)).drafts[0] as unknown as Draft;
  }

  async newest(on: Case): Promise<Step[]> {
    const { steps } = await this.draft(on);
    const round = Math.max(...steps.map((step) => step.round));
    return steps.filter((step) => step.round === round);
  }

  /** The newest round in short: 核稿 open. */
  async stands(on: Case): Promise<string[]> {
    return (await this.newest(on)).map(({ name, state, kept }) => `${name} ${kept ? 'kept' : state}`);
  }

  async step(on: Case, name: string): Promise<string> {
    return (await this.newest(on)).find((step) => step.name === name)?.id ?? '';
  }

  async write(on: Case, i: number, body: string): Promise<void> {
    const section = (await this.draft(on)).sections[i];
    const passages = [{ id: null, kind: 'paragraph', body }];
    const saved = { sectionId: section?.id, version: section?.version, verdict: 'adopted', passages };
    await (await this.as('drafter')).done(`/api/drafts/${on.draftId}/save-section`, saved);
  }

  async frame(on: Case, outcomeClass: string): Promise<void> {
    const { version } = await this.draft(on);
    const contacts = [{ name: '林小雨', phone: '0760-88880001' }];
    const frame = { version, outcomeClass, printClass: true, publication: 'active', contacts };
    await (await this.as('drafter')).done(`/api/drafts/${on.draftId}/save-frame`, frame);
  }

  /** A draft that is written and lacks nothing but being sent on its way. */
  async written(
    number: string,
    texts: readonly [string, string],
    { outcomeClass = 'A', coHandlers = [] }: { outcomeClass?: string; coHandlers?: readonly string[] } = {},
  ): Promise<Case> {
    const { app, cast } = this.world;
    const plan = { ...shortPlan(number), coHandlers };
    const id = await register(cast, plan);
    await handOver(app, cast, id, plan);
    const on = { id, draftId: (await this.world.seen('drafter', id)).drafts[0]?.id ?? '' };
    if (coHandlers.length > 0) await giveOpinions(cast, id, plan, await namesOf(cast, coHandlers));
    await this.write(on, 0, texts[0]);
    await this.write(on, 1, texts[1]);
    await this.frame(on, outcomeClass);
    return on;
  }

  async submit(on: Case): Promise<void> {
    await (await this.as('drafter')).done(`/api/drafts/${on.draftId}/submit`);
  }

  async do(on: Case, account: string, name: string, verb: string, body: object = {}): Promise<void> {
    await (await this.as(account)).done(`/api/review-steps/${await this.step(on, name)}/${verb}`, body);
  }

  async refused(on: Case, account: string, name: string, verb: string, body: object = {}) {
    return refusal(await this.as(account), `/api/review-steps/${await this.step(on, name)}/${verb}`, body);
  }

  /** What the outbox says to whom, of one kind, on a case. */
  async told({ id }: Case, kind: string): Promise<{ title: string; audiences: object[] }[]> {
    const rows = await this.world.app.house.dataSource.query(
      `SELECT payload FROM outbox WHERE payload->>'proposalId' = $1 AND payload->>'kind' = $2 ORDER BY id`,
      [id, kind],
    );
    return rows.map(({ payload }: { payload: { title: string; audiences: object[] } }) => payload);
  }

  async personId(account: string): Promise<string> {
    const rows = await this.world.app.house.dataSource.query('SELECT id FROM person WHERE account = $1', [
      account,
    ]);
    return rows[0].id;
  }
}
