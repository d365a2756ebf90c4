import { type DateString, shanghaiInstant } from '@fuhan/kernel';
import { Outbox } from '@fuhan/platform';
import { parseRule, type PlaceProfile, stateCouncilCalendar } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { ClockContext } from './context';
import { startClock } from './deadlines';
import { Deadline, Reminder } from './entities';
import { insertNotices } from './notices';

const subject = { proposalId: 'case-1', subjectId: 'assignment-1', unitId: 'unit-1' };
const place = (remind: { workdaysBefore: number[]; at: string }, rule: string): PlaceProfile =>
  ({
    version: 3,
    chase: { everyWorkdays: 1, leaderAfterChases: 2, supervisorAfterWorkdays: 5 },
    clocks: [
      { key: 'opinion', name: '会办意见', appliesTo: ['co'], chase: false },
      { key: 'reply', name: '答复', appliesTo: ['lead'], chase: true },
    ].map((clock) => ({
      ...{ ...clock, duty: clock.key, rule: parseRule(rule), remind },
      ...{ startsWith: 'hand_over', extensionCap: null, source: '测试规定' },
    })),
  }) as unknown as PlaceProfile;

/** Starts the clock on a day and gives back what was written, in the order in which it was written. */
async function started(
  today: DateString,
  {
    remind = { workdaysBefore: [3, 1, 0], at: '09:00' },
    rule = '5工作日',
    now = shanghaiInstant(today, '08:00'),
    horizonHours = 24,
    clock = 'opinion',
  } = {},
) {
  const written: { entity: unknown; rows: unknown }[] = [];
  const em = {
    findBy: () => Promise.resolve([]),
    query: () => Promise.resolve([]),
    insert: (entity: unknown, rows: unknown) => Promise.resolve(void written.push({ entity, rows })),
  } as unknown as EntityManager;
  const calendar = stateCouncilCalendar();
  const ctx: ClockContext = { em, now, today, profile: place(remind, rule), calendar, horizonHours };
  const deadline = await startClock(ctx, clock, subject);
  const of = <T>(entity: unknown): T[] =>
    written.filter((each) => each.entity === entity).flatMap(({ rows }) => rows as T);
  return {
    deadline,
    written,
    reminders: of<Reminder>(Reminder),
    wakes: of<{ topic: string; payload: { runAt: string; rev: number } }>(Outbox),
  };
}
const moments = (reminders: readonly Reminder[]): string[] =>
  reminders.map(({ dueAt }) => dueAt.toISOString());

describe('a clock that starts', () => {
  it('should not start where the place runs no such clock', async () => {
    expect((await started('2026-03-09', { clock: 'nap' })).written).toEqual([]);
  });

  it('should count from the day after the event', async () => {
    expect((await started('2026-03-09')).deadline?.dueOn).toBe('2026-03-16');
  });

  it('should count a Saturday that the State Council made a working day, and leave out the holiday', async () => {
    expect((await started('2026-02-12')).deadline?.dueOn).toBe('2026-02-26');
  });

  it('should be provisional when its day lies in a year whose holidays nobody knows', async () => {
    expect((await started('2031-03-03')).deadline?.provisional).toBe(true);
  });

  it('should belong to the case, the duty and the unit it runs for', async () => {
    expect((await started('2026-03-09')).deadline).toMatchObject({
      ...subject,
      state: 'running',
      metOn: null,
    });
  });

  it('should explain itself in sentences of which one names the day', async () => {
    const { deadline } = await started('2026-03-09');
    expect(deadline?.explanation.filter((step) => /3月16日|2026-03-16/.test(step)).length).toBeGreaterThan(0);
  });

  it('should be written before its reminders, and these before their messages', async () => {
    const { written } = await started('2026-03-09', { horizonHours: 1000 });
    expect(written.map(({ entity }) => entity)).toEqual([Deadline, Reminder, Outbox]);
  });
});

describe('the reminders of a clock', () => {
  it('should come so many working days before the due day, at nine in Shanghai', async () => {
    expect(moments((await started('2026-03-09')).reminders)).toEqual([
      '2026-03-11T01:00:00.000Z',
      '2026-03-13T01:00:00.000Z',
      '2026-03-16T01:00:00.000Z',
    ]);
  });

  it('should count working days back over a holiday', async () => {
    expect(moments((await started('2026-02-12')).reminders)[0]).toBe('2026-02-14T01:00:00.000Z');
  });

  it('should come at the place’s own time of day', async () => {
    const { reminders } = await started('2026-03-09', { remind: { workdaysBefore: [0], at: '15:30' } });
    expect(moments(reminders)).toEqual(['2026-03-16T07:30:00.000Z']);
  });

  it('should be none of the moments that have gone by', async () => {
    const { reminders } = await started('2026-03-09', {
      remind: { workdaysBefore: [10, 6, 1], at: '09:00' },
    });
    expect(moments(reminders)).toEqual(['2026-03-13T01:00:00.000Z']);
  });

  it('should be none for this very moment', async () => {
    const remind = { workdaysBefore: [5], at: '09:00' };
    const { reminders } = await started('2026-03-09', {
      remind,
      now: shanghaiInstant('2026-03-09', '09:00'),
    });
    expect(reminders).toEqual([]);
  });

  it('should be one when the place names a day twice', async () => {
    const { reminders } = await started('2026-03-09', { remind: { workdaysBefore: [1, 1], at: '09:00' } });
    expect(reminders).toHaveLength(1);
  });

  it('should be none where the place wants none', async () => {
    const { written } = await started('2026-03-09', { remind: { workdaysBefore: [], at: '09:00' } });
    expect(written.map(({ entity }) => entity)).toEqual([Deadline]);
  });

  it('should each wait for its moment in the first revision', async () => {
    const { reminders } = await started('2026-03-09');
    expect(reminders.map(({ state, rev, sentAt }) => `${state} ${rev} ${sentAt}`)).toEqual(
      Array(3).fill('pending 1 null'),
    );
  });
});

describe('the chase of a clock', () => {
  it('should be planned from the start, the first one alone: it plans the next', async () => {
    const { reminders } = await started('2026-03-09', { clock: 'reply' });
    expect(
      reminders.filter(({ kind }) => kind === 'chase').map(({ dueAt, rule }) => [dueAt.toISOString(), rule]),
    ).toEqual([['2026-03-17T01:00:00.000Z', '逾期第1个工作日催办']]);
  });

  it('should not come where the place chases nobody for this clock', async () => {
    const { reminders } = await started('2026-03-09');
    expect(reminders.map(({ kind }) => kind)).toEqual(['remind', 'remind', 'remind']);
  });
});

describe('the messages that wake the reminders', () => {
  it('should be those of the horizon alone', async () => {
    const { wakes } = await started('2026-03-09', { horizonHours: 50 });
    expect(wakes.map(({ payload }) => payload.runAt)).toEqual(['2026-03-11T01:00:00.000Z']);
  });

  it('should be written for a reminder at the horizon’s very end', async () => {
    expect((await started('2026-03-09', { horizonHours: 49 })).wakes).toHaveLength(1);
  });

  it('should not be written for a reminder an hour beyond', async () => {
    expect((await started('2026-03-09', { horizonHours: 48 })).wakes).toEqual([]);
  });

  it('should name the revision they were written for', async () => {
    const { wakes } = await started('2026-03-09', { horizonHours: 1000 });
    expect(wakes.map(({ topic, payload }) => `${topic} ${payload.rev}`)).toEqual(
      Array(3).fill('reminder.wake 1'),
    );
  });
});

describe('notices', () => {
  it('should cost no statement when there are none', async () => {
    expect(await insertNotices({} as EntityManager, [])).toBe(0);
  });
});
