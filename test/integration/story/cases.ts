import { meetClock } from '@fuhan/clocks';
import { inTransaction } from '@fuhan/platform';
import type { Account, StoryWorld } from './world';

/** One case of the story: what is known of it, and the ids its events need. */
export interface StoryCase {
  readonly number: string;
  readonly title: string;
  /** What it is there to show. */
  readonly shows: string;
  readonly co: string | null;
  readonly coAccount: Account;
}

export interface StoryEvent {
  readonly on: string;
  readonly case: StoryCase;
  readonly words: string;
  readonly run: (world: StoryWorld, ids: CaseIds) => Promise<unknown>;
}

export interface CaseIds {
  readonly proposal: string;
  readonly lead: string;
  readonly co: string;
  readonly opinion: string;
}

export async function idsOf(world: StoryWorld, { number }: StoryCase): Promise<CaseIds> {
  const [row] = (await world.house.dataSource.query(
    `SELECT p.id AS proposal, (SELECT id FROM assignment a WHERE a.proposal_id = p.id AND role <> 'co') AS lead,
       (SELECT id FROM assignment a WHERE a.proposal_id = p.id AND role = 'co') AS co, (SELECT id FROM opinion o WHERE o.proposal_id = p.id) AS opinion
     FROM proposal p WHERE number = $1`,
    [number],
  )) as CaseIds[];
  return row ?? { proposal: '', lead: '', co: '', opinion: '' };
}

const register = async (world: StoryWorld, { number, title }: StoryCase): Promise<string> =>
  world.run('coordinator', 'proposal.register', null, {
    kind: 'plenary',
    number,
    term: 13,
    meeting: 5,
    title,
    proposers: [{ kind: 'member', name: '岑予安', contact: null }],
    fullText: '提案全文。',
    suggestions: [{ title: '尽快推进', body: '' }],
  } as never);

/** Registered, handed over, signed for by all, and a drafter named. */
async function begin(world: StoryWorld, story: StoryCase): Promise<void> {
  const proposal = await register(world, story);
  await world.run('coordinator', 'proposal.handOver', proposal, {
    leadUnitId: await world.unit('gongxin'),
    coHandlers: story.co ? [{ unitId: await world.unit(story.co), question: '' }] : [],
  } as never);
  const ids = await idsOf(world, story);
  await world.run('office', 'assignment.sign', ids.lead, {});
  const [office] = (await world.house.dataSource.query(`SELECT id FROM office WHERE name = '产业科'`)) as {
    id: string;
  }[];
  await world.run('office', 'assignment.divide', ids.lead, {
    officeId: office?.id ?? '',
    drafterId: world.idOf('drafter'),
  });
  if (story.co) await world.run(story.coAccount, 'assignment.sign', ids.co, {});
}

async function submitOpinion(
  world: StoryWorld,
  story: StoryCase,
  { opinion, proposal }: CaseIds,
): Promise<void> {
  const [suggestion] = (await world.house.dataSource.query(
    'SELECT id FROM suggestion WHERE proposal_id = $1',
    [proposal],
  )) as { id: string }[];
  await world.run(story.coAccount, 'opinion.submit', opinion, {
    contactName: '联络员',
    contactPhone: '0760-88880000',
    items: [
      {
        suggestionId: suggestion?.id ?? '',
        position: 'adopted',
        body: '已办理。',
        facts: [],
        commitments: [],
      },
    ],
  });
}

/** The clock of the reply of a case. */
async function replyClock(world: StoryWorld, { lead }: CaseIds): Promise<string> {
  const [row] = (await world.house.dataSource.query(
    `SELECT id FROM deadline WHERE subject_id = $1 AND clock = 'reply'`,
    [lead],
  )) as { id: string }[];
  return row?.id ?? '';
}

const pause = async (world: StoryWorld, ids: CaseIds): Promise<string> =>
  world.run('coordinator', 'clock.pause', await replyClock(world, ids), {
    category: 'proposer',
    reason: '约定十五日当面沟通',
    from: '2026-06-01',
    until: '2026-06-14',
  });

async function extend(world: StoryWorld, ids: CaseIds): Promise<void> {
  const extension = await world.run('office', 'clock.requestExtension', await replyClock(world, ids), {
    rule: '6个月',
    reason: '试点年底才有结果。',
  });
  await world.run('coordinator', 'extension.grant', extension, { words: '同意。' });
}

/** The drafter speaks with the proposer and writes it down. */
async function contact(world: StoryWorld, { lead, proposal }: CaseIds): Promise<void> {
  const proposers = (await world.house.dataSource.query('SELECT id FROM proposer WHERE proposal_id = $1', [
    proposal,
  ])) as { id: string }[];
  await world.run('drafter', 'assignment.recordContact', lead, {
    way: 'phone',
    heldOn: world.clock.today(),
    people: '林小雨',
    proposerIds: proposers.map(({ id }) => id),
    said: '问了提案的背景。',
  } as never);
}

const met = async (world: StoryWorld, { lead }: CaseIds): Promise<void> =>
  inTransaction(world.house.dataSource, async (em) =>
    meetClock({ ...(await world.context()), em }, 'reply', lead),
  );

const story = (number: number, title: string, shows: string, co?: string): StoryCase => ({
  number: `13600${number}`,
  title,
  shows,
  co: co ?? null,
  coAccount: co === '市住房城乡建设局' ? 'housing' : 'trade',
});

const inTime = story(1, '关于推广工业旅游的提案', '按期：到期前办完', '市商务局');
const late = story(2, '关于厂区屋顶光伏的提案', '跨国庆，迟交两日');
const leader = story(3, '关于老旧厂房改造的提案', '会办逾期，报到分管领导；手工催办', '市住房城乡建设局');
const supervisor = story(4, '关于中小企业融资的提案', '逾期满五个工作日，报到督办人员');
const paused = story(5, '关于产业人才引进的提案', '暂停两周，期间安静');
const extended = story(6, '关于数据中心节能的提案', '延期到年底，原到期日安静');
const returned = story(7, '关于便民商业网点的提案', '跨春节，会办意见退回重写', '市商务局');
const early = story(8, '关于中秋灯会的提案', '早早办完，全程安静', '市商务局');

export const cases: readonly StoryCase[] = [
  inTime,
  late,
  leader,
  supervisor,
  paused,
  extended,
  returned,
  early,
];

/** The proposer is spoken with at once, but in one case, where it is put off. */
async function handOver(world: StoryWorld, story: StoryCase): Promise<void> {
  await begin(world, story);
  if (story !== supervisor) await contact(world, await idsOf(world, story));
}

const event = (on: string, of: StoryCase, words: string, run: StoryEvent['run']): StoryEvent => ({
  on,
  case: of,
  words,
  run,
});
const handedOver = (on: string, of: StoryCase): StoryEvent =>
  event(on, of, of === supervisor ? '交办、签收、分办' : '交办、签收、分办，联系提案者', (world) =>
    handOver(world, of),
  );
const opinionGiven = (on: string, of: StoryCase): StoryEvent =>
  event(on, of, `${of.co ?? ''}提交会办意见`, (world, ids) => submitOpinion(world, of, ids));
const replied = (on: string, of: StoryCase): StoryEvent => event(on, of, '答复函送达', met);

/** What people do in 2026, in the order of the days. */
export const events: readonly StoryEvent[] = [
  handedOver('2026-01-20 10:00', supervisor),
  handedOver('2026-01-20 10:30', returned),
  opinionGiven('2026-02-11 15:00', returned),
  event('2026-02-13 15:00', supervisor, '主办单位联系提案者，比规定晚了两天', contact),
  event('2026-02-25 10:00', returned, '主办单位退回会办意见', (world, { opinion }) =>
    world.run('drafter', 'opinion.sendBack', opinion, { reason: '请补充时间安排。' }),
  ),
  opinionGiven('2026-02-27 11:00', returned),
  handedOver('2026-03-09 10:00', inTime),
  handedOver('2026-03-11 10:00', leader),
  handedOver('2026-03-16 10:00', paused),
  opinionGiven('2026-04-07 16:00', inTime),
  replied('2026-04-10 10:00', returned),
  event('2026-04-15 16:00', leader, '交办机构手工催办', (world, { co }) =>
    world.run('coordinator', 'assignment.chase', co, { text: '请本周内提交会办意见。' }),
  ),
  event('2026-04-16 20:00', leader, '主办单位夜里手工催办', (world, { co }) =>
    world.run('office', 'assignment.chase', co, { text: '答复稿只等贵局意见。' }),
  ),
  opinionGiven('2026-04-20 11:00', leader),
  replied('2026-04-29 10:00', supervisor),
  replied('2026-05-15 10:00', leader),
  event('2026-06-01 10:00', paused, '等候提案者，暂停到 6 月 14 日', pause),
  replied('2026-06-05 10:00', inTime),
  handedOver('2026-06-24 10:00', extended),
  replied('2026-06-29 15:00', paused),
  handedOver('2026-06-30 10:00', late),
  handedOver('2026-09-01 10:00', early),
  opinionGiven('2026-09-10 10:00', early),
  event('2026-09-15 10:00', extended, '申请延期到六个月，获准', extend),
  replied('2026-10-09 15:00', late),
  replied('2026-10-20 10:00', early),
  replied('2026-12-18 10:00', extended),
];
