import type { Address, NoticeItem, ReminderDesk, SpeakingDeadline, SpeakingReminder } from '@fuhan/clocks';
import { askedOnce, chineseDate, type DateString } from '@fuhan/kernel';
import {
  delegatesOf,
  Person,
  PersonDuty,
  type RunningDelegation,
  runningDelegations,
  Unit,
} from '@fuhan/identity';
import { idList } from '@fuhan/platform';
import { clockOf, type Duty, type PlaceProfile, wordsOfKind } from '@fuhan/rules';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Proposal } from './case/entities';

type ProfileOf = (em: EntityManager, version: number) => Promise<PlaceProfile>;

/** Rows by id, in one question however many there are. */
async function byId<T extends ObjectLiteral & { id: string }>(
  em: EntityManager,
  entity: EntityTarget<T>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const rows = await em
    .createQueryBuilder(entity, 'e')
    .where('e.id = ANY(:ids)', { ids: [...new Set(ids)] })
    .getMany();
  return new Map(rows.map((row) => [row.id, row]));
}

/** People who can be told, and who stands in for them, by unit and duty: `unit duty` → ids. */
async function staffOf(
  em: EntityManager,
  running: readonly RunningDelegation[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const duties: readonly Duty[] = ['proposal_office', 'leader', 'supervisor', 'coordinator'];
  const rows = await em
    .createQueryBuilder(PersonDuty, 'd')
    .innerJoin(Person, 'p', 'p.id = d.personId AND p.disabledAt IS NULL')
    .select(['p.id AS id', 'p.unitId AS unit', 'd.duty AS duty'])
    .where('d.duty = ANY(:duties)', { duties })
    .orderBy('p.account')
    .getRawMany<{ id: string; unit: string; duty: Duty }>();
  const staff = new Map<string, string[]>();
  for (const { id, unit, duty } of rows) {
    const told = [id, ...delegatesOf(running, id, [duty])];
    for (const key of [`${unit} ${duty}`, `any ${duty}`])
      staff.set(key, [...(staff.get(key) ?? []), ...told]);
  }
  return staff;
}

async function profilesOf(
  em: EntityManager,
  deadlines: readonly Pick<SpeakingDeadline, 'id' | 'proposalId'>[],
  profileOf: ProfileOf,
): Promise<ReadonlyMap<string, PlaceProfile>> {
  const rows = (await em.query(
    'SELECT id, profile_version AS version FROM proposal WHERE id = ANY($1::uuid[])',
    [[...new Set(deadlines.map(({ proposalId }) => proposalId))]],
  )) as { id: string; version: number }[];
  const profiles = new Map<string, PlaceProfile>();
  for (const { id, version } of rows) profiles.set(id, await profileOf(em, version));
  const found = new Map<string, PlaceProfile>();
  for (const { id, proposalId } of deadlines) {
    const profile = profiles.get(proposalId);
    if (profile) found.set(id, profile);
  }
  return found;
}

async function lastStepsOf(
  em: EntityManager,
  deadlines: readonly SpeakingDeadline[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = (await em.query(
    `SELECT d.id, max(h.at) AS at FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS d (id, proposal_id, unit_id)
     JOIN history_entry h ON h.proposal_id = d.proposal_id JOIN person p ON p.id = h.person_id AND p.unit_id = d.unit_id GROUP BY 1`,
    [
      deadlines.map(({ id }) => id),
      deadlines.map(({ proposalId }) => proposalId),
      deadlines.map(({ unitId }) => unitId),
    ],
  )) as { id: string; at: Date }[];
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** How late, in words: 将于2026年4月9日到期，剩3个工作日 … 已逾期2个工作日. */
function standing(dueOn: DateString, overdue: number): string {
  if (overdue > 0) return `已逾期${overdue}个工作日`;
  return overdue === 0 ? '今天到期' : `将于${chineseDate(dueOn)}到期，剩${-overdue}个工作日`;
}

const paperOf = (profile: PlaceProfile, proposal: Proposal) => ({
  ...proposal,
  document: wordsOfKind(profile, proposal.kind).document,
});

function itemOf(
  reminder: SpeakingReminder,
  standing: string,
  paper: Proposal & { readonly document: string },
  unit: string,
  promised?: string | null,
): NoticeItem {
  const subject = `第${paper.number}号${paper.document}《${paper.title}》（${unit}）`;
  return {
    kind: reminder.kind,
    title: `${reminder.kind === 'chase' ? '催办：' : ''}${reminder.deadline.name}${standing}`,
    body: [subject, promised, reminder.words].filter(Boolean).join('：'),
    link: `/proposals/${paper.id}`,
  };
}

/** The unit's own people: its 提案办 and the named drafter (or who stands in); for what the coordinator owes, and what a proposer is asked, the coordinators. */
function ownPeople(
  { unitId }: SpeakingDeadline,
  appliesTo: readonly string[],
  drafters: readonly string[],
  staff: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  // A proposer has no account: the coordinator, whose clock it is, passes the reminder on, never the handler.
  if (appliesTo.includes('coordinator') || appliesTo.includes('proposer'))
    return staff.get(`${unitId} coordinator`) ?? [];
  const office = staff.get(`${unitId} proposal_office`) ?? [];
  return drafters.length === 0 ? office : [...drafters, ...office];
}

/** The named drafter while the account is open, and who stands in. */
const atWork = (drafter: Person | undefined, running: readonly RunningDelegation[]): readonly string[] =>
  drafter?.disabledAt === null ? [drafter.id, ...delegatesOf(running, drafter.id, ['drafter'])] : [];

/** What a clock runs for, as far as a reminder tells of it: whom it names, and what was promised. */
interface Subject {
  readonly personId: string | null;
  readonly words: string | null;
}

/** The assignments and promises that clocks run for, by id. */
async function subjectsOf(
  em: EntityManager,
  deadlines: readonly SpeakingDeadline[],
): Promise<ReadonlyMap<string, Subject>> {
  const rows = (await em.query(
    `SELECT id, drafter_id AS "personId", NULL AS words FROM assignment WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, owner_id, text FROM commitment WHERE id = ANY($1::uuid[])`,
    [idList(deadlines.map(({ subjectId }) => subjectId))],
  )) as (Subject & { readonly id: string })[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** What all reminders of a moment tell from, each question asked once. */
async function groundsOf(em: EntityManager, deadlines: readonly SpeakingDeadline[], today: DateString) {
  const proposals = await byId(
    em,
    Proposal,
    deadlines.map(({ proposalId }) => proposalId),
  );
  const subjects = await subjectsOf(em, deadlines);
  const units = await byId(
    em,
    Unit,
    deadlines.map(({ unitId }) => unitId),
  );
  const named = [...subjects.values()].flatMap(({ personId }) => personId ?? []);
  const people = await byId(em, Person, named);
  const running = await runningDelegations(em, today);
  return { proposals, subjects, units, people, running, staff: await staffOf(em, running) };
}

/** Everybody once; mostly the unit's own people alone. */
const oneEach = (own: readonly string[], ...others: (readonly string[] | undefined)[]): readonly string[] => {
  const also = others.flatMap((each) => each ?? []);
  return also.length === 0 && own.length < 2 ? own : [...new Set([...own, ...also])];
};

async function addressesOf(
  em: EntityManager,
  reminders: readonly SpeakingReminder[],
  today: DateString,
  profileOf: ProfileOf,
): Promise<Address[]> {
  const deadlines = reminders.map(({ deadline }) => deadline);
  const profiles = await profilesOf(em, deadlines, profileOf);
  const { proposals, subjects, units, people, running, staff } = await groundsOf(em, deadlines, today);
  // Thousands of one morning are few cases, and few due days.
  const standingOf = askedOnce((dueOn: DateString) =>
    askedOnce((overdue: number) => standing(dueOn, overdue)),
  );
  const paperBy = askedOnce((profile: PlaceProfile) =>
    askedOnce((proposal: Proposal) => paperOf(profile, proposal)),
  );
  return reminders.flatMap((reminder): Address[] => {
    const { deadline, escalatedTo, overdue } = reminder;
    const proposal = proposals.get(deadline.proposalId);
    const profile = profiles.get(deadline.id);
    if (!proposal || !profile) return [];
    const clock = clockOf(profile, deadline.key);
    const subject = subjects.get(deadline.subjectId);
    const person = people.get(subject?.personId ?? '');
    const own = ownPeople(deadline, clock?.appliesTo ?? [], atWork(person, running), staff);
    const leaders = escalatedTo.includes('leader') ? staff.get(`${deadline.unitId} leader`) : [];
    const supervisors = escalatedTo.includes('supervisor') ? staff.get('any supervisor') : [];
    const unit = units.get(deadline.unitId)?.shortName ?? '';
    const words = standingOf(deadline.dueOn)(overdue);
    return [
      {
        reminderId: reminder.id,
        personIds: oneEach(own, leaders, supervisors),
        item: itemOf(reminder, words, paperBy(profile)(proposal), unit, subject?.words),
      },
    ];
  });
}

/** What reminders ask of the cases: profiles, the units' last steps, whom to tell in which words. */
export const reminderDesk = (profileOf: ProfileOf): ReminderDesk => ({
  profilesOf: (em, deadlines) => profilesOf(em, deadlines, profileOf),
  lastStepsOf,
  addressesOf: (em, reminders, today) => addressesOf(em, reminders, today, profileOf),
});
